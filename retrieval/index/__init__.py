"""What is kept on disk: the store, the vectors, the words, and the run that makes them."""
