"""Claims and positions, tested on what is on record."""
