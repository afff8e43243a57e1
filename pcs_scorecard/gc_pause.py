"""Python's cyclic garbage collector, put to rest while many records are made.

Records never form cycles, so looking for some takes time and finds nothing. When it sets to work again
they count as old, or it would look through all of them at once.
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
            if not gc.get_freeze_count():  # what somebody else has set apart stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
