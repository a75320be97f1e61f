"""A worker's child that does what its job's file name says, for the tests of `worker`."""

import os
import subprocess
import sys
import time
from typing import Any

from yangguang.annual_report.worker import serve


def handle(job: dict[str, Any]) -> dict[str, Any]:
    """Misbehave as asked, or tell about itself."""
    match job.get("name") or job["to"]:
        case "sleep":
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "devour":
            return {"size": len(bytearray(10**12))}
        case "die":
            os._exit(3)
        case "fail":
            raise RuntimeError("the file's own words")
        case "chatter":
            return {"report": "很" * 1_000_000}
        case "breed":
            child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
            return {"child": child.pid}
        case "write":
            with open(job["path"] + ".more", "w") as file:
                file.write("x" * 10_000)
    return {"environment": dict(os.environ), "group": os.getpgrp(), "job": job}


if __name__ == "__main__":
    serve(handle)
