"""Measures rashomon on public data: every figure with its data, its counting rule and its peers."""
