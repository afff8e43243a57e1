"""What is weak or wrong in data: what the command `check` tells."""

REPORTS = ("text", "json", "github")
"""The formats of what `check` finds."""
