"""Demo service."""
