"""A year's annual report from the records: what it counts, as it was known at a moment.

`compiling.compile_report(agency, year, known_at)` gives a `Compiled`: the report in the type that
reading a file gives (so that checking, writing and `as_json` take it), its findings, and how last
year's carried forward was taken over. It writes nothing and may be called as often as one likes:
the same agency, year and moment give the same figures for good, whatever is entered later.

- `compiling.facts` says which rows of Table 3 a request counts in; it is the only place.
- `compiling.counting` counts them: in SQL from the projection what has stood since the moment, by
  the room's own derivation what was entered otherwise later.
- `compiling.carrying` compares last year's published figures with the ledger.
- `behind` gives the cases that a figure counts, filtered to what one may see.
- `figures` holds what has no records here: `FigureSource` is the seam for a register to come.

For what stands on this (prose, approval, submission, roll-up, publication): a frozen report keeps
`known_at` and the figures (`Compiled.report.cells`): which cases they count can be told from the
ledger at any later time, by `behind.cases_behind` at that moment. Once it is published,
`actions.publish_figures.record_published` makes its figures those from which the next year is
carried over. The findings of the one rule set and those of `compiling` come in one list, of one
type. Live phrases take their numbers from `Compiled.report.value(cell)` and `fees.of_year`.
"""
