"""Telling: the account as a brief, a timeline, text, a page, Markdown and JSON."""
