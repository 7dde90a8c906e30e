"""Every comparison of speed, one after another, each in a process of its own: `make bench`. Each can be run alone: `python -m benchmarks.NAME`."""

import subprocess
import sys
from pathlib import Path

# These make material for the others, or run for as long as they are asked to.
NOT_TIMED = {"__main__", "made_files", "mutated_workbooks"}


def main() -> None:
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in NOT_TIMED:
            print(f"\n{path.stem}\n{'-' * len(path.stem)}", flush=True)
            subprocess.run([sys.executable, "-m", f"benchmarks.{path.stem}"], check=True)


if __name__ == "__main__":
    main()
