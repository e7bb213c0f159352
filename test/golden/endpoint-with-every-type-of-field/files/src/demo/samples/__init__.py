"""Samples component."""
