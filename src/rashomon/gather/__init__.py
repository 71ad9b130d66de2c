"""Gathering: which reports share text, and which tell one story."""
