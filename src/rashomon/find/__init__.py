"""Finding: what one report holds, over one parse of its text."""
