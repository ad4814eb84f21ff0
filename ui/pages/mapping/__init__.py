"""Step 5, the mapping: canvas and table of the same document, and the inspector beside them."""
