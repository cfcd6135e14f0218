"""The command line: one command a module; the only room that starts the others."""
