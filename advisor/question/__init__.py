"""From the words of a person, and what was said before, to a question that stands alone."""
