"""Fetching: pages asked of their servers politely, and nothing from where it must not come."""
