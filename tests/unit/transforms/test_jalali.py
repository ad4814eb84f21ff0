"""The Iranian calendar against known days and its own rules."""

from __future__ import annotations

import datetime

import pytest

from migrator.transforms.jalali import (
    FIRST_YEAR,
    LAST_YEAR,
    from_gregorian,
    is_leap,
    month_length,
    to_gregorian,
)


@pytest.mark.parametrize(
    ("jalali", "gregorian"),
    [
        ((1357, 11, 22), "1979-02-11"),
        ((1300, 1, 1), "1921-03-21"),
        ((1320, 1, 1), "1941-03-21"),
        ((1399, 12, 30), "2021-03-20"),
        ((1400, 1, 1), "2021-03-21"),
        ((1403, 1, 1), "2024-03-20"),
        ((1403, 12, 30), "2025-03-20"),
        ((1408, 12, 30), "2030-03-20"),
        ((1395, 7, 1), "2016-09-22"),
    ],
)
def test_known_days(jalali: tuple[int, int, int], gregorian: str) -> None:
    assert to_gregorian(*jalali).isoformat() == gregorian
    assert from_gregorian(datetime.date.fromisoformat(gregorian)) == jalali


def test_leap_years_of_living_memory() -> None:
    wanted = [1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362]
    wanted += [1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408]
    assert [year for year in range(1309, 1409) if is_leap(year)] == wanted


def test_every_day_follows_the_one_before_and_comes_back() -> None:
    expected = to_gregorian(FIRST_YEAR, 1, 1).toordinal()
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            for day in (1, month_length(year, month)):
                date = to_gregorian(year, month, day)
                assert from_gregorian(date) == (year, month, day)
                assert date.toordinal() == expected + day - 1
            expected += month_length(year, month)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ((1400, 12, 30), "month 12 of 1400 has no day 30"),
        ((1399, 12, 31), "month 12 of 1399 has no day 31"),
        ((1402, 13, 1), "no month 13"),
        ((1402, 7, 31), "month 7 of 1402 has no day 31"),
        ((1402, 1, 0), "no day 0"),
        ((999, 1, 1), "outside 1200 to 1500"),
    ],
)
def test_impossible_days(day: tuple[int, int, int], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        to_gregorian(*day)
