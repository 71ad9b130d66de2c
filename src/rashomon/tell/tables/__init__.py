"""Tables: an account as rows and columns, for spreadsheets, maps and databases."""
