"""What the reader of a table should know of how its answers were read, in sentences."""

from collections.abc import Sequence

from data.counted.number_answers import doubtful_codes
from data.counted.reply import Reply


def about_bands(banded: Sequence[tuple[Reply, bool]], asked: str) -> list[str]:
    """Which questions answered in numbers were put in bands, and how to choose others."""
    choose = "" if asked else ' Choose others with --bands "16-24,25-44,45-64,65+", or --bands each for every number.'
    return [f"The numbers answered to “{reply.name}” are put in bands.{choose}" for reply, put in banded if put]


def about_codes(found: Sequence[Reply]) -> list[str]:
    """Which codes are counted as answers and may stand for none."""
    doubtful = [(reply.name, doubtful_codes(reply)) for reply in found]
    return [
        f"“{name}” is answered in codes; {' and '.join(codes)} may stand for no answer. Leave one out of the base with --leave-out {codes[0]}."
        for name, codes in doubtful
        if codes
    ]


def about_weights(weights: Sequence[str], said: str) -> list[str]:
    """That the file has weights, where none was asked for."""
    several = f"--weight {weights[0]!r}" if len(weights) == 1 else "--weight and one of them" if weights else ""
    return [f"Nothing is weighted. The file has weights ({', '.join(weights)}); use them with {several}."] if weights and not said else []
