"""Validation of series requests."""

from dataclasses import asdict

from demo.series.schemas import SeriesRead
from tests.support.series import make_series

REQUIRED = ["name"]


def test_read_shows_every_field() -> None:
    # Arrange
    series = make_series()

    # Act
    read = SeriesRead.model_validate(series)

    # Assert
    assert read.model_dump() == asdict(series)
