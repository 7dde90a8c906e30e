"""Numbers as people write them, in digits: "twenty-five", "half a dozen" and full-width or Arabic figures among them."""

import re
import unicodedata

_UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_INVISIBLE = frozenset("\N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}")


def _spellings() -> dict[str, int]:
    """Every spelling of the numbers under a thousand, of whole thousands to nineteen, and of dozens."""
    small = {unit: number for number, unit in enumerate(_UNITS, start=1)}
    for tens, ten in enumerate(_TENS, start=2):
        small |= {ten: 10 * tens} | {f"{ten}{gap}{unit}": 10 * tens + number for number, unit in enumerate(_UNITS[:9], start=1) for gap in "- "}
    spelled = {"zero": 0, "half a dozen": 6, "a dozen": 12, "a hundred": 100, "a thousand": 1000} | small
    for number, unit in enumerate(_UNITS, start=1):
        spelled |= {f"{unit} thousand": 1000 * number, f"{unit} dozen": 12 * number}
        if number < 10:
            spelled |= {f"{unit} hundred": 100 * number} | {f"{unit} hundred and {word}": 100 * number + rest for word, rest in small.items()}
    return spelled


_SPELLED = _spellings()
_WORD = "|".join(["zero", *_UNITS, *_TENS, "dozen", "hundred", "thousand"])
_RUN = re.compile(rf"\b(?:half a |a )?(?:{_WORD})(?:(?: and |[ -])(?:{_WORD}))*\b")


def in_digits(text: str) -> str:
    """The text in small letters with one kind of dash, single spaces, and each number written in words put into digits.

    A run of number words that is not one number ("twenty thirty") stays as it is. Figures of other scripts stay too: int() and \\d know them.
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("\N{MINUS SIGN}", "-").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = "".join("-" if unicodedata.category(sign) == "Pd" else sign for sign in text if sign not in _INVISIBLE)
    return _RUN.sub(lambda run: str(_SPELLED.get(run[0], run[0])), " ".join(text.split()))


def has_raised_number(text: str) -> bool:
    """Whether a fraction or a raised or ringed number stands in the text: once made plain, "10²" would pass for 102."""
    return any(unicodedata.category(sign) == "No" for sign in text)
