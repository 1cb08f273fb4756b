"""Văn thư outside the office: templates, documents made without Writer, the command line."""
