"""Requests that come as a table, from another system or a spreadsheet: read, checked, explained."""
