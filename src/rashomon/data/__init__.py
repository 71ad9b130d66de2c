"""Word tables (TOML): the rules that are data; see words/tables.py."""
