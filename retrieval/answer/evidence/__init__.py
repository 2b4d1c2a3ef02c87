"""What the index has for a question: passages found and read, and how much of the question stands in them."""
