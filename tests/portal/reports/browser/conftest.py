"""The site for a browser, on the test's own database connection and at the test's moment."""

from tests.browsing import site_of_the_test

__all__ = ["site_of_the_test"]
