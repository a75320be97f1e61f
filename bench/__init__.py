"""Measured figures: `make bench` prints a line each and writes bench/results.json."""
