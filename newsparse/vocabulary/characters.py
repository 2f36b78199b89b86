"""
Classes of characters for patterns, written so that they compile at once.

``re`` goes through a range character by character when it compiles one: ``[㐀-鿿]`` takes more than a
millisecond, wherever it stands, and a first page uses dozens of patterns.  A class by category takes nothing.
"""

from __future__ import annotations

#: A letter that is not Latin's plain alphabet: on Chinese pages a Chinese character.
HAN = r"[^\W\dA-Za-z_]"
#: Everything else.
NO_HAN = r"[\W\dA-Za-z_]"
