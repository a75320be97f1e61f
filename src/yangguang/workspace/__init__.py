"""The staff's pages: what waits, the queue, the case with all that may be done with it now."""
