"""python -m ui [PROJECT]: the window."""

import sys

if __name__ == "__main__":
    # Not at the top: the engine process looks at this file too, and needs no window.
    from ui.app import main

    sys.exit(main(sys.argv[1:]))
