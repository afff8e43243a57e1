"""All statuses and verdicts of a dispute: on a day, over time, side by side."""
