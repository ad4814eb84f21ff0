"""The mapping document as a contract: what differs, who signed what, versions, templates."""
