"""Agencies, the people in them, and who may do what."""
