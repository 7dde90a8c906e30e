"""The arithmetic that tells a card number, an NHS number or an internet address from any other run of digits."""

import ipaddress


def digits(text: str) -> str:
    """Only the digits of a text."""
    return "".join(character for character in text if character in "0123456789")


def luhn(text: str) -> bool:
    """Whether the digits pass the check of payment cards (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits(text)))]
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0 and any(doubled)


def nhs(text: str) -> bool:
    """Whether ten digits pass the check of NHS numbers (NHS Data Dictionary: modulus 11). One digit ten times over is no number."""
    number = digits(text)
    if len(number) != 10 or len(set(number)) == 1:
        return False
    return sum(int(digit) * weight for digit, weight in zip(number, range(10, 0, -1), strict=True)) % 11 == 0


def internet(text: str) -> bool:
    """Whether a text is an address on the internet, of either version."""
    try:
        version = ipaddress.ip_address(text).version
    except ValueError:
        return False
    return version == 4 or (bool(digits(text)) and len([part for part in text.split(":") if part]) > 1)
