"""Findings: what a reader should be told first, each with the evidence of its sides."""
