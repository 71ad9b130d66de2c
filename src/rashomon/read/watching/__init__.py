"""Watching: feeds looked at again and again, and what is new or changed written down once."""
