"""SQL databases as targets: schema, DDL, the load protocol, reading back."""
