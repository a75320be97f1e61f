"""A year's report from the records: compiled, approved, submitted, published (Arts 49, 50).

A report is a case of its own kind: what happens to it (begun, sent up, approved, submitted,
returned, accepted, published) are events in a ledger, and `life` says where it stands. What it says
is beside the ledger: the words of its sections (`SectionText`), the figures entered by hand, and
its versions (`Version`), each frozen with what it counted. `drafting` puts together what the report
says now; `gate` says what stands in the way of sending it up; `actions` are the one way in.
"""
