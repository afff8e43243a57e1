"""How hypothesis looks for counterexamples, and pytest's own tool for tests of plugins."""

import os

from hypothesis import settings

# No test measures time. A check that decides about a change gives the same answer each time;
# at a desk each run looks somewhere else.
# Whole disputes take long to make, and few of them show most of what can go wrong.
settings.register_profile("desk", deadline=None, max_examples=40)
settings.register_profile("ci", deadline=None, max_examples=40, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

pytest_plugins = ["pytester"]
