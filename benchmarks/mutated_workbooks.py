"""How adding a file stands up to workbooks damaged on purpose: none may bring down this process, take over a minute, end in a traceback or be
half imported.

    python -m benchmarks.mutated_workbooks [HOW MANY] [SEED]

Sound workbooks are made, then changed where it hurts: addresses, counts, types and references in the markup (packed again so that every
checksum is right), whole parts dropped, doubled or exchanged, and now and then bytes of the archive itself. Two in three hold a log or a survey;
what can still be read of one is saved, and the store is then gone through row by row. Prints what became of them.
"""

import datetime as dt
import io
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import openpyxl
from openpyxl.styles import Font

from data.integrity import check
from data.office import open_office
from data.prepare import Choices
from data.problems import ImportRefused, SoundingBoardError
from data.profile import load
from data.reading import read_file
from data.store import Store
from data.upload import keep, look

PROFILE = load("cleveland")

VALUES = ["Agree", "caf\u00e9", True, None, dt.date(2024, 5, 13), dt.datetime(2024, 5, 13, 14, 25), dt.time(9), "=1+1", "#N/A", "a\nb", " "]
ADDRESSES = ["A1", "XFD1048576", "XFD1", "A1048576", "ZZZZ99999999", "A0", "", "1", "AA", "BXX500000", "a1", "A1:B2", "-1", "A" * 500, "A99999999999"]
NUMBERS = ["0", "-1", "1", "2147483648", "4294967295", "18446744073709551616", "1e308", "1e999", "NaN", "", "x", "60", "0.5", "999999"]
TYPES = ["s", "n", "b", "e", "d", "str", "inlineStr", "zzz", ""]
INSERTIONS = [
    "<c>",
    "</c>",
    "</row>",
    "<row>",
    "<row r='1048576'/>",
    "<v>9</v>",
    "<!-- -->",
    "<![CDATA[<]]>",
    "&amp;",
    "&x;",
    "\x00",
    "\ufeff",
    "<",
    "<!DOCTYPE a>",
    "<c r='XFD1048576'><v>1</v></c>",
    "<is><t>x</t></is>",
    "<f>A1</f>",
    "<mergeCell ref='A1:XFD1048576'/>",
    "<x:c/>",
]


def rows_of(what: str, rng: random.Random) -> list[list[object]]:
    """The rows of one sheet: an activity log, a survey, or cells of every kind under no headings."""
    count, day = rng.randint(1, 40), dt.date(2024, 5, 13)
    if what == "log":
        areas, people = ["Yarm", "Hartlepool", "Mars", None], [20, "20+", "about 30", "TBC", None]
        rows = [[f"A{n}", f"Stall {n}", day + dt.timedelta(n), rng.choice(areas), "Drop-in", rng.choice(people)] for n in range(count)]
        return [["Reference", "Activity", "Date", "Areas", "Methodologies", "Number of people"], *rows]
    if what == "survey":
        rows = [[f"R{n}", day, rng.choice(["Yes", "No", None]), rng.choice([1, 2, 3]), "More lights in the park"] for n in range(count)]
        return [["Response ID", "Date submitted", "Do you feel safe?", "How would you rate us?", "Anything else?"], *rows]
    return [[rng.choice([*VALUES, row, row / 7]) for _ in range(rng.randint(1, 12))] for row in range(count)]


def sound_workbook(rng: random.Random) -> dict[str, bytes]:
    """The parts of a workbook with the kinds of cell that real ones have."""
    book = openpyxl.Workbook()
    what = rng.choice(["log", "survey", "cells"])
    for number in range(rng.randint(1, 3)):
        sheet = book.active if number == 0 else book.create_sheet(f"Sheet {number}")
        for row in rows_of("cells" if number else what, rng):
            sheet.append(row)
        sheet["B2"].font = Font(bold=True)
        sheet.merge_cells("C1:D1")
        sheet.row_dimensions[2].hidden = rng.random() < 0.5
        sheet.sheet_state = rng.choice(["visible", "visible", "hidden"]) if number else "visible"
    if rng.random() < 0.3:
        book.epoch = dt.datetime(1904, 1, 1)
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def damaged_markup(text: str, rng: random.Random) -> str:
    """The markup with one thing changed."""
    quotes = [place for place, letter in enumerate(text) if letter == '"']
    tags = [place for place, letter in enumerate(text) if letter == "<"]
    choice = rng.random()
    if choice < 0.45 and len(quotes) > 3:
        start = rng.randrange(0, len(quotes) - 1)
        value = rng.choice(rng.choice([ADDRESSES, NUMBERS, TYPES]))
        return text[: quotes[start] + 1] + value + text[quotes[start + 1] :]
    if choice < 0.6 and tags:
        place = rng.choice(tags)
        return text[:place] + rng.choice(INSERTIONS) * rng.choice([1, 1, 1, 50, 5000]) + text[place:]
    if choice < 0.75 and len(tags) > 2:
        first, last = sorted(rng.sample(tags, 2))
        return text[:first] + text[last:]
    if choice < 0.9 and len(tags) > 2:
        first, last = sorted(rng.sample(tags, 2))
        return text[:last] + text[first:last] * rng.choice([1, 2, 200]) + text[last:]
    place = text.find(">", rng.choice(tags)) + 1 if tags else 0
    return text[:place] + rng.choice(NUMBERS) + text[place:]


def damaged_workbook(rng: random.Random) -> bytes:
    """A workbook with one to four things wrong with it."""
    parts = sound_workbook(rng)
    for _ in range(rng.randint(1, 4)):
        choice, name = rng.random(), rng.choice(list(parts))
        if rng.random() < 0.5:
            name = rng.choice([name for name in parts if "sheet" in name or "workbook" in name] or list(parts))
        if choice < 0.8:
            parts[name] = damaged_markup(parts[name].decode("utf-8", "replace"), rng).encode("utf-8", "replace")
        elif choice < 0.87:
            parts[name] = parts[rng.choice(list(parts))]
        elif choice < 0.94 and len(parts) > 1:
            del parts[name]
        else:
            parts[name.replace("1", "9")] = parts[rng.choice(list(parts))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", rng.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    packed = bytearray(out.getvalue())
    if rng.random() < 0.1:
        for _ in range(rng.randint(1, 8)):
            packed[rng.randrange(4, len(packed))] = rng.randrange(256)
    if rng.random() < 0.03:
        del packed[rng.randrange(len(packed)) :]
    return bytes(packed)


def outcome(seed: int) -> tuple[int, str, float]:
    """The seed, what became of its workbook ("saved", "asked about", a code, or "CRASH" and what escaped) and how long it took."""
    content = damaged_workbook(random.Random(seed))
    started = time.perf_counter()
    try:
        became = added(content)
    except ImportRefused as refusal:
        became = refusal.code
    except SoundingBoardError:
        became = "refused in words"
    except Exception as error:
        became = f"CRASH {type(error).__name__}"
    return seed, became, time.perf_counter() - started


def added(content: bytes) -> str:
    """What became of a file added to an empty store. Raises AssertionError where it is half there afterwards."""
    book = read_file("damaged.xlsx", content)
    with open_office(PROFILE.id, None) as store:
        opened = look(store, PROFILE, book, Choices())
        if opened.refused or not opened.prepared:
            return opened.refused.code if opened.refused else "asked about"
        try:
            receipts = keep(store, opened, "a benchmark")
        except Exception:
            assert held(store) == (0, 0), "refused, and yet something is there"
            raise
        assert all(receipt.rows_read == receipt.rows_kept + receipt.rows_aside for receipt in receipts)
        assert held(store) == (len(receipts), sum(receipt.rows_kept for receipt in receipts))
    return "saved"


def held(store: Store) -> tuple[int, int]:
    """How many imports and how many of their rows a store holds, once every rule of the store is seen to hold."""
    with store.reading() as cursor:
        check(cursor)
    rows = "(SELECT count(*) FROM activities) + (SELECT count(*) FROM respondents)"
    (found,) = store.frame(f"SELECT count(*) AS imports, {rows} AS held FROM imports WHERE sha256 IS NOT NULL").itertuples(index=False)
    return int(found.imports), int(found.held)


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(outcome, range(first, first + many)))
    counts = Counter(became for _, became, _ in done)
    crashed = [seed for seed, became, _ in done if became.startswith("CRASH")]
    slowest = max(done, key=lambda each: each[2])
    refused = many - counts["saved"] - counts["asked about"] - len(crashed)
    ends = f"{counts['saved']:,} saved whole, {counts['asked about']:,} to be asked about, {refused:,} refused, {len(crashed)} crashes"
    print(f"{many:,} damaged workbooks: {ends}")
    for became, times in counts.most_common():
        seeds = [str(seed) for seed, its, _ in done if its == became][:3]
        print(f"  {became:<22}{times:>7,}   for example seed {', '.join(seeds)}")
    print(f"longest {slowest[2]:.1f} s (seed {slowest[0]}); largest child {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
    sys.exit(1 if crashed or slowest[2] > 60 else 0)


if __name__ == "__main__":
    main()
