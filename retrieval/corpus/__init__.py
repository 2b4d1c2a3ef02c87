"""From files to articles: reading, cleaning, metadata, passages."""
