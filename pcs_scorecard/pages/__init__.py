"""What was computed → the blocks of a page, in words."""
