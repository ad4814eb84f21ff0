"""The wizard: Qt, one client of the engine."""
