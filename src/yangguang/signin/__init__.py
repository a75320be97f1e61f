"""The door: signing in and out, the second factor, and who need not pass it."""
