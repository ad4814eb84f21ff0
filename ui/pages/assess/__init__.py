"""Step 3, assess: what the sources hold and how good it is."""
