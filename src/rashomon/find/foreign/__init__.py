"""Other languages than English: what they quote and what they count, each by a table of its own.

Nothing here is read as English: what the tables do not hold is left unknown.
"""
