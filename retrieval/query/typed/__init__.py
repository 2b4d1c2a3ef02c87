"""What was typed, read as the person meant it: marks given back, keystrokes of an input method undone."""
