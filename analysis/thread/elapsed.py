"""How long ago a day was, as people say it: 12 days ago, 7 months ago."""

import calendar

import pandas as pd

_A_MONTH = 31


def whole_months(first: pd.Timestamp, last: pd.Timestamp) -> int:
    """Whole calendar months from one day to another. The last day of a shorter month completes one: 31 January to 29 February is a month."""
    months = 12 * (last.year - first.year) + last.month - first.month
    ends_month = last.day == calendar.monthrange(last.year, last.month)[1]
    return months if last.day >= first.day or ends_month else months - 1


def ago(first: pd.Timestamp, today: pd.Timestamp) -> str:
    """A past day seen from today: 'today', '12 days ago', '7 months ago', '2 years ago'."""
    days = (today - first).days
    if days <= 0:
        return "today"
    if days < _A_MONTH:
        return f"{days} day{'s' if days != 1 else ''} ago"
    months = max(1, whole_months(first, today))
    if months < 24:
        return f"{months} month{'s' if months != 1 else ''} ago"
    return f"{months // 12} years ago"
