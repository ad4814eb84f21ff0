"""`python -m migrator` is `kooch`."""

from __future__ import annotations

import importlib
import os
import sys

CANCELLED = 130


def main() -> None:
    """Start the command line. Loading the engine takes a second or two in which somebody may press
    Ctrl-C: that is a cancel like any other, so it is loaded here and not at the top."""
    try:
        importlib.import_module("migrator.cli").main()
    except KeyboardInterrupt:
        sys.stderr.write("Cancelled.\n")
        sys.stderr.flush()
        # Half-loaded modules may fail on the way out; nothing is open yet that must be closed.
        os._exit(CANCELLED)


if __name__ == "__main__":
    main()
