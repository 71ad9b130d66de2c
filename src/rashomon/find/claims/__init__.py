"""Claims: the statuses that a report states, and who contests them."""
