"""The rooms of checking: what a sentence says, held to the words that it cites."""
