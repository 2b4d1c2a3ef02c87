"""The passages found, examined and put in order."""
