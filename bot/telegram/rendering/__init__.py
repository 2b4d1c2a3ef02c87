"""From what the engine found to the text and the buttons of a message; pure functions, nothing is sent here."""
