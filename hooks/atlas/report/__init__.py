"""Findings to text: one output format per file."""
