"""The language that finding and weighing share: numbers, names, tables, meaning."""
