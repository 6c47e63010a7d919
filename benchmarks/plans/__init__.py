"""Plans of an invented council, issue after issue, whose every change is known."""
