"""Yangguang (阳光): a government office's information disclosure, and its reports of it."""

__version__ = "0.1.0"
