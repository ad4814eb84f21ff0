"""The nine stages. None imports another; migrator.pipeline knows their order."""
