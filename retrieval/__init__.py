"""From articles to an index, from a question to a cited answer. Of models it knows the Encoder protocol only."""
