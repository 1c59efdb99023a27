"""A document that somebody else wrote, on its way to a text.md: what was read of it becomes headings, lists and tables.

Not here: file formats (edge/importers), and whether the text is good (check).
"""
