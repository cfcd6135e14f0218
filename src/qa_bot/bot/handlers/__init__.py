"""What is done with updates: one kind a file."""
