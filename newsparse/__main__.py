"""
Runs the command line: ``python -m newsparse``.
"""

from newsparse.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
