"""The command line: the same engine as the window.

Exit codes: 0 done and balanced, 2 usage, 3 done but rows need attention, 4 failed, 130 cancelled.
"""

from migrator.cli.commands import main

__all__ = ["main"]
