"""Figures from a table that was filled in: the template, its reading, a look before it is entered.

A table is either the template (a line a cell) or the form's own Table 2 in whatever file; nothing
of it is entered before somebody has seen what would be (`actions.enter_table`).
"""
