"""Step 1, the project: what for, who, until when."""
