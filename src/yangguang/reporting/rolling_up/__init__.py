"""A government's report adds up its members' (Arts 49, 50): cell by cell, no case twice.

- `tree` says whom a government's report is about: pure, by ids. A lower government's report stands
  for all below it; it is taken, or its members are.
- `scope` is what was decided of it: saved with its date (`models.RollUpScope`), never changed.
- `taking` finds the version of each member's report as known at a moment; `adding` sums the cells;
  `rollup` puts them together with what was asked of the government itself, by its own ledger.
- `compiled.rolled_up` makes of it what compiling makes of an agency's records; `under_way`, in the
  room above, gives the figures of a report, a government's or not.
"""
