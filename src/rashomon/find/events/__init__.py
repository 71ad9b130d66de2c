"""Events: happenings that a report tells as having happened."""
