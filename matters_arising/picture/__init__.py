"""What was read, drawn: over the pages it was read from."""
