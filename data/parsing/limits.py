"""How much a file may hold before it is refused, and how far that stretches for a file expressly allowed to be larger than usual."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
USUAL_MB = 50


@dataclass(frozen=True)
class Limits:
    """What one file may cost to read. `stretch` is 1 up to the usual 50 MB, then grows with the file; sizes are bytes, times seconds.

    The ratio guards against archives that unpack to a thousand times their size: a real sheet in which every one of a million cells
    says "Agree" unpacks to about 24 times its size, so 150 leaves room, and parts under 4 MB do no harm whatever their ratio. Cells are counted
    where there is something in them; the area also counts the blanks between, because a sheet is laid out in memory as a full rectangle.
    """

    stretch: float = 1.0
    excess: int = 0
    parts: int = 500
    ratio: int = 150
    ratio_from: int = 4 * MEGABYTE
    columns: int = 2_000
    cell_characters: int = 32_767

    @property
    def part_bytes(self) -> int:
        return int(250 * MEGABYTE * self.stretch)

    @property
    def unpacked_bytes(self) -> int:
        return int(400 * MEGABYTE * self.stretch)

    @property
    def rows(self) -> int:
        return int(500_000 * self.stretch)

    @property
    def cells(self) -> int:
        return int(5_000_000 * self.stretch)

    @property
    def area(self) -> int:
        return int(10_000_000 * self.stretch)

    @property
    def text_area(self) -> int:
        return int(20_000_000 * self.stretch)

    @property
    def memory_bytes(self) -> int:
        return 1536 * MEGABYTE + 12 * self.excess

    @property
    def cpu_seconds(self) -> int:
        return int(45 * self.stretch)

    @property
    def wall_seconds(self) -> float:
        return 60 * self.stretch


def limits_for(size: int) -> Limits:
    """The limits for a file of so many bytes. Up to 50 MB they are the usual ones."""
    usual = USUAL_MB * MEGABYTE
    return Limits(stretch=max(1.0, size / usual), excess=max(0, size - usual))
