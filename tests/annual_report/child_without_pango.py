"""A worker's child on a machine without WeasyPrint, for the tests of `worker`."""

import sys

sys.modules["weasyprint"] = None  # type: ignore[assignment]

from yangguang.annual_report.worker import handle, serve  # noqa: E402

if __name__ == "__main__":
    serve(handle)
