"""What editors' programs are told of the files: schemas, snippets and settings, all made from the shapes."""
