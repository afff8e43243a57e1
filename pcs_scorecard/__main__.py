"""Run the command as ``python -m pcs_scorecard``."""

import sys

from pcs_scorecard.cli import main

if __name__ == "__main__":
    sys.exit(main())
