"""Places: where a report says something was, resolved as far as the report tells."""
