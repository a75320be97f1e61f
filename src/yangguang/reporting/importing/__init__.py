"""Published reports on their way in: whose they are, what a person corrects, kept in between."""
