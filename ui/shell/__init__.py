"""The frame around the pages: rail, bars, start screen."""
