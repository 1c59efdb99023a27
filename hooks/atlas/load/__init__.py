"""Text to located tree: every YAML node and every clause knows its place."""
