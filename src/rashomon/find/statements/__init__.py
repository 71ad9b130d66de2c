"""Statements: who said what, by which words, and what stands inside what."""
