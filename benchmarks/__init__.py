"""Measurements that decided a design question; each module prints its own table."""
