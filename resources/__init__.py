"""Data that ships with the program: schemas, samples, pictures, words."""
