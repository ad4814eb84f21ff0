"""Read-only windows on the engine's tables and lists."""
