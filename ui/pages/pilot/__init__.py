"""The step "Pilot"."""
