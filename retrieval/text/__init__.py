"""Text as the whole project sees it: normal form, spellings, tokens, dates."""
