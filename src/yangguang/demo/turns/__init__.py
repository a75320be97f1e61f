"""How each step of an invented request is done, by subject: as a clerk's page would ask for it."""
