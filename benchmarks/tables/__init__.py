"""Tables that run over pages, in many layouts: what we read from them, and what peers do."""
