"""The project folder: plan, history, decisions, runs and journal. Precious."""
