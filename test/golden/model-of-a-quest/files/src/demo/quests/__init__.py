"""Quests component."""
