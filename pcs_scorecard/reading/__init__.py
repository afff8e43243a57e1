"""YAML → the model, with the place of every problem; the only rooms that know a parser of YAML."""

NO_LIBYAML = "yaml._yaml"
"""The name of the ImportError for a PyYAML that cannot parse as this package needs it to."""

DEFAULT = "national-2022-23"
"""The dispute on board that is meant where none is named."""
