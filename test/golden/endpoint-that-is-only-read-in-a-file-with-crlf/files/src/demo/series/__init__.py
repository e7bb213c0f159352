"""Series component."""
