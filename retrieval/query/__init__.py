"""What a question asks, before anything is looked up."""
