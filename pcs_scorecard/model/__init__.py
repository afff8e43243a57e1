"""The records of a dispute, and what must hold of each and between them."""
