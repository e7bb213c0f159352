"""What can go wrong with quests, beyond what every resource knows."""

from demo.core.errors import ConflictError


class QuestLimitError(ConflictError):
    """There are as many as there may be."""


class QuestChangedError(ConflictError):
    """Somebody else changed it after it was read."""
