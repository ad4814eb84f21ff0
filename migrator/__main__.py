"""`python -m migrator` is `kooch`."""

from migrator.cli import main

if __name__ == "__main__":
    main()
