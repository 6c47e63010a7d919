"""How fast papers enter a library, beside the least it could take and a naive pipeline."""
