"""How hypothesis looks for counterexamples, and pytest's own tool for tests of plugins."""

import os

from hypothesis import settings

# No test measures time. A check that decides about a change gives the same answer each time;
# at a desk each run looks somewhere else.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

pytest_plugins = ["pytester"]
