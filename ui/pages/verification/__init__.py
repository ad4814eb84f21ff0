"""The step "Verify"."""
