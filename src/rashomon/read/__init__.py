"""Reading: from files and pages to reports, and a problem for what cannot be read."""
