"""The edge: where the pure core meets the machine (disk, git, installed packages)."""
