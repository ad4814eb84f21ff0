"""Times and ratios, never assertions: each stage beside the raw tool in the same run."""
