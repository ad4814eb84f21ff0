"""The step "Migrate"."""
