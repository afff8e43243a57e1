"""How hypothesis looks for counterexamples, and pytest's own tool for tests of plugins."""

import os

from helpers.places import ROOT
from hypothesis import settings

# No test measures time. A check that decides about a change gives the same answer each time;
# at a desk each run looks somewhere else, and first where it failed before, if that can be kept.
kept = {} if os.access(ROOT, os.W_OK) else {"database": None}
settings.register_profile("desk", deadline=None, **kept)
settings.register_profile("ci", deadline=None, derandomize=True, **kept)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

pytest_plugins = ["pytester"]
