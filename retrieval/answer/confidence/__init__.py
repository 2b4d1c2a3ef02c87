"""How likely it is that the articles answer, and the fit of that."""
