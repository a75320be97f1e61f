"""The citizen's pages: whom to ask, the form in steps, the receipt, and what became of it."""
