"""Checked tree to frozen dataclasses that still carry their places."""
