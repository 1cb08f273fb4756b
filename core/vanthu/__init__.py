"""Văn thư, the core: scores, ratings and finished sentences. Standard library only; no clock, no office."""

__version__ = "0.1.0"
