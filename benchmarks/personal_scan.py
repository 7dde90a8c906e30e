"""How long the search for personal details takes on text made to be slow, beside the size of the text.

    python -m benchmarks.personal_scan [FILE.csv]

Without a file it makes such a text itself. It ends by showing that twice the text takes about twice the time.
"""

import csv
import sys
import time
from pathlib import Path

from data.privacy.personal import LONGEST, personal_content, personal_heading, scan

SHAPES = ("a@", "0 ", "a.", "AA1 ", "-", "http://", "PC 12 ", "postcode first ", "+44", "'0::", "name of the person ")


def main() -> None:
    csv.field_size_limit(sys.maxsize)
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        size = path.stat().st_size
    else:
        cells = [shape * (80_000 // len(shape)) for shape in SHAPES]
        size = sum(map(len, cells))
    started = time.perf_counter()
    for cell in cells:
        scan(cell)
    searched = time.perf_counter() - started
    started = time.perf_counter()
    personal_content(cells)
    for cell in cells:
        personal_heading(cell)
    judged = time.perf_counter() - started
    print(f"{size:>10,} bytes  {len(cells):>4} cells  search {searched:.3f} s  headings and contents {judged:.3f} s")
    print(f"Search of {LONGEST // 4:,}, {LONGEST // 2:,} and {LONGEST:,} characters of:")
    for shape in SHAPES:
        times = []
        for length in (LONGEST // 4, LONGEST // 2, LONGEST):
            text = (shape * length)[:length]
            started = time.perf_counter()
            scan(text)
            times.append(time.perf_counter() - started)
        print(f"{shape!r:>24}  " + "  ".join(f"{seconds * 1000:7.1f} ms" for seconds in times))


if __name__ == "__main__":
    main()
