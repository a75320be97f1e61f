"""The demonstration: an invented city, and a history of requests played through the actions."""
