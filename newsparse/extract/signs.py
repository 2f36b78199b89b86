"""
The words that lines are looked through for while they are made.
"""

from __future__ import annotations

from newsparse.document.signs import Signs
from newsparse.vocabulary.signs import CLASSES, CLOSINGS

SIGNS = Signs(CLASSES, CLOSINGS)
