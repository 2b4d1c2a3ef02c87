"""From what the search finds to the reply: fusion, the answering sentence, confidence, citations."""
