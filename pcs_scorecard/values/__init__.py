"""Exact values and fixed words: what every other room is made of."""
