"""Running: the stages over many reports."""
