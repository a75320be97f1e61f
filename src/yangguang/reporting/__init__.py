"""A year's report from the records: compiled, approved, submitted, published (Arts 49, 50).

What is counted, and as it was known at which moment:

- `compiling.compile_report(agency, year, known_at)` gives a `Compiled`: the report in the type that
  reading a file gives (so that checking, writing and `as_json` take it), its findings, and how last
  year's carried forward was taken over. It writes nothing: the same agency, year and moment give
  the same figures for good, whatever is entered later.
- `compiling.facts` says which rows of Table 3 a request counts in; it is the only place.
  `compiling.counting` counts them in SQL: by their states what has stood since the moment, by the
  rows of `casework.models.FormerCount` what was entered otherwise later. `compiling.carrying`
  compares last year's published figures with the ledger. `behind` gives the cases behind a figure.
- `rolling_up` adds up a government's report from its members'; `under_way.figures_under_way` is how
  pages and actions get the figures of a report, a government's or not, carried over as was decided.
- `figures` holds what has no records here: `FigureSource` is the seam for a register to come.
- `recorded` counts what is no cell of the form (on time, fees, channels): `Source` is its seam.

What the report is and what happens to it:

- A report is a case of its own kind: begun, sent up, approved, submitted, returned, accepted and
  published are events in a ledger, and `life` says where it stands.
- What it says is beside the ledger: the words of its sections (`SectionText`, with references to
  figures: `phrases`), and its versions (`Version`), each frozen with what it counted.
  `first_drafts` says in plain words what the figures say, for people to write on.
- `drafting` puts together what the report says now; `gate` says what stands in the way of sending
  it up; `actions` are the one way in.

Nobody forgets it:

- `due` says by which day, `board` who has filed, `whose_turn` what waits for one person;
  `reminding` tells people by mail, each thing once, when `jobs` says so.
"""
