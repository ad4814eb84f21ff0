"""The frozen command line."""

import multiprocessing

from migrator.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
