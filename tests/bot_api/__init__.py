"""The tests of the tests' own Bot API server: a server that accepts too much proves nothing."""
