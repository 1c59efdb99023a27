"""Avtalsatlas, the pure core: text in, values out. Knows neither MkDocs, disk, git nor today's date."""
