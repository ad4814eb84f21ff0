"""The step "Duplicates"."""
