"""Forms that are built from what the engine says about its options."""
