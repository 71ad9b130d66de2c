"""Figures: every quantity of a report, with bounds, counted thing, measure and kind."""
