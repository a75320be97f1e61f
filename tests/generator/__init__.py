"""Invented annual reports: figures that add up, printed in every layout seen in the wild.

`invent` makes the figures, `layouts` prints them, `hazards` damages the print, `corrupt` makes one
figure wrong. All from a `random.Random`, so that a seed names a report.
"""
