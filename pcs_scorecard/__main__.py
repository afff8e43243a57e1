"""Run the command as ``python -m pcs_scorecard``."""

import sys

if __name__ == "__main__":
    try:
        from pcs_scorecard.cli import main

        code = main()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
