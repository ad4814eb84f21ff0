"""Step 6, Clean: recipes with their effect, values before and after, values made alike."""
