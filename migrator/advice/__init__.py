"""Proposals that a person may accept: mapping, recipe, matching, checks."""
