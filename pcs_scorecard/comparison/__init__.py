"""One demand beside every answer to it: arithmetic, rules, and the status they leave."""
