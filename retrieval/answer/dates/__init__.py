"""How well an article's dates fit the periods that a question names."""
