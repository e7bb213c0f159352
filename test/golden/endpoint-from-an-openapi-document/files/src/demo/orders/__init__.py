"""Orders component."""
