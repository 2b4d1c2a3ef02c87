"""What the bot remembers between two messages and over a restart, in a SQLite file of its own."""
