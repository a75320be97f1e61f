"""Three years of annual reports of the invented city: two read from files, one made here.

`figures` and `words` hold what no request tells; `files` makes the files of the two years before;
`playing` brings them in, and takes last year's report the way that each agency went with it.
"""
