"""Try many hostile files, led by which of the package's lines and branches each one reaches.

`docs/reliability.md` says how this is run and what came of it. Stops at the first input that
breaks a promise, and leaves it in the current folder.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pcs_scorecard"]):
    from fuzzing.promise import kept_for

from fuzzing.mutate import mutate
from fuzzing.seeds import invented, on_board

_INVENTED = 400
_EVERY = 10_000
_OPTIONS = ("-seed=1", "-max_len=40000", "-timeout=20", "-rss_limit_mb=1024", "-mutate_depth=1")
_FINAL = ("-print_final_stats=1", "-close_fd_mask=0")


def main(arguments: list[str]) -> None:
    """Run libFuzzer with these options of its own: -runs=1000 for a thousand inputs."""
    seeds = [*on_board(), *invented(_INVENTED)]
    tried = {"inputs": 0, "disputes": 0}

    def one(data: bytes) -> None:
        tried["inputs"] += 1
        tried["disputes"] += kept_for(data)
        if tried["inputs"] % _EVERY == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            sys.stderr.write(
                f"{tried['inputs']:,} inputs, {tried['disputes']:,} disputes, {peak} MB\n"
            )

    def change(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
        match chance.randrange(4):
            case 0:  # as libFuzzer would, by bytes it has seen compared
                return bytes(atheris.Mutate(data, most))
            case 1:  # from the start again, since most of what has been changed is no dispute
                return mutate(chance.choice(seeds), data, seed)[:most]
        return mutate(data, chance.choice(seeds), seed)[:most]

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds):
            (Path(corpus) / f"{number:04}").write_bytes(data)
        options = [*_OPTIONS, *_FINAL, *arguments, corpus]
        atheris.Setup([sys.argv[0], *options], one, custom_mutator=change)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
