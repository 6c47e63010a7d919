"""What was read, drawn: over its pages, in its text, and through the issues of a plan."""
