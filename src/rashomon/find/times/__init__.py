"""Times: each expression of time with its meaning against the publication date."""
