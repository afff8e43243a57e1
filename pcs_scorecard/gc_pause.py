"""Python's cyclic garbage collector, put to rest while many records are made.

Records never form cycles, so looking for some takes time and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Put the collector to rest, and set it to work again if it was at work before."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()
