"""What kind of answer a question asks for, and with which of its words."""
