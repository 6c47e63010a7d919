"""How long a question takes, cold and warm, and what the exact search misses: nothing."""
