"""Actors: whom a report names or points at, and what it says they are."""
