"""Staging: the only door to DuckDB. Everything here is derived and can be thrown away."""
