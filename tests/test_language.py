"""
Which of the two scripts a text is written in.
"""

from __future__ import annotations

import pytest

from newsparse.fields.language import read_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("the 12 of 中文", None),
        ("这是国内的报道", "zh-Hans"),
        ("這是國內的報道", "zh-Hant"),
        # One character that a mainland text quotes, one that a text of Taiwan quotes.
        ("这个国家的“國”字", "zh-Hans"),
        ("這個國家的“国”字", "zh-Hant"),
        # As many of each; a character counts once.
        ("国國國", "zh-Hans"),
        ("這國国国国", "zh-Hant"),
    ],
)
def test_script(text: str, expected: str | None) -> None:
    """The script with more characters of its own, simplified where they are even, None without any."""
    assert read_language(text) == expected
