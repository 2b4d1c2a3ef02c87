"""What only administrators can do: indexing, status, adding and removing articles. Who may is decided in authority."""
