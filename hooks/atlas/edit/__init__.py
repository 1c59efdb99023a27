"""What helps an editor write: skeletons, ready facts, mended files, the work of a new version. Text in, text out."""
