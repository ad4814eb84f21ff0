"""Step 2: what is read, and how."""
