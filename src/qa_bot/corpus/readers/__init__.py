"""One module a format; each has `read(text, file)`, which yields documents and what is wrong with the rest."""
