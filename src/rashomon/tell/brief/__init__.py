"""The brief: what a story comes to, in cited prose of a length asked for."""
