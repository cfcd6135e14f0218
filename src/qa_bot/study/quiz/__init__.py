"""Quiz questions made from the texts: a sentence with a gap, and what may stand there."""
