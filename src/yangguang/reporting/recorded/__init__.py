"""Figures of the records that are no cells of the form: on time, fees, channels, letters.

`registry` is where they are asked for: by name, as known at a moment, with the cases behind each.
`requests`, `letters` and `fees` count them, each a `figure.Source`; a room to come registers its
own. `frozen` is what a version keeps of those that its words name, and what has become of them
since.
"""
