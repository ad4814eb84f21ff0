"""The pages, one package a step. They hold no engine logic and never import each other."""
