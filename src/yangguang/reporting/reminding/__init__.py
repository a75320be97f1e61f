"""Who is told what of annual reports, each thing once, by mail.

`countdown`: before the day, on it, and weekly after it; `news`: what has just happened; `drift`:
what was published is no longer what the records say; `members`: a government's report adds up what
a member has corrected since; `season`: to the supervising office, who is late and who waits. Each
gives notices; `post` sends those that were not sent yet; `jobs` says when.
"""
