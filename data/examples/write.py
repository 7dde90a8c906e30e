"""Write the example files into a folder: python -m data.examples.write FOLDER [OFFICE] [--as-at 2026-09-30]."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from data.clock import today
from data.examples.make import office_files
from data.examples.material import offices
from data.profile import load


def write(folder: Path, office: str, as_at: date) -> list[Path]:
    """Write the files of one office into a folder of its own and say which."""
    into = folder / office
    into.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in office_files(load(office), as_at).items():
        (into / name).write_bytes(content)
        written.append(into / name)
    return written


def main() -> None:
    """Write what the command line asks for and list it with its size in bytes."""
    asked = ArgumentParser(description="Write the made-up example files of one office or of all.")
    asked.add_argument("folder", type=Path)
    asked.add_argument("office", nargs="?", choices=offices())
    asked.add_argument("--as-at", type=date.fromisoformat, default=today(), help="the day up to which things have happened; today if not given")
    wanted = asked.parse_args()
    for office in [wanted.office] if wanted.office else offices():
        for path in write(wanted.folder, office, wanted.as_at):
            print(f"{path.stat().st_size:>9,}  {path}")


if __name__ == "__main__":
    main()
