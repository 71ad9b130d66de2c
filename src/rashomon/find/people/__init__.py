"""People: the named persons of a report and what befell them."""
