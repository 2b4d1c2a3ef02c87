"""What a question names: persons, places, offices, organisations, documents, figures."""
