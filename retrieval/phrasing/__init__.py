"""A language model may phrase the answer; what it writes is shown only as far as the cited passages support it."""
