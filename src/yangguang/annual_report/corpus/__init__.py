"""A corpus: any number of reports read, checked and laid down as Parquet tables.

`build.build` makes one of a folder, `query.ask` and `summary.summarise` read it. What is kept in
the folder of a corpus stands in `place`, the tables in `schema`. Needs the extra `corpus`.
"""
