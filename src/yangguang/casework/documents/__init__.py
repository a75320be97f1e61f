"""What of a case goes on paper: its letters, and the whole file of it. Words in, bytes out."""
