"""Weighing: who stands behind what, which answers belong together, and how they stand."""
