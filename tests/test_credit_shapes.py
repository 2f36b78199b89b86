"""
Credit lines as newsrooms of many kinds print them: which roles they give, and which lines are none.
"""

from __future__ import annotations

import pytest

from newsparse.fields.segments import segment


class TestSegments:
    """
    Labels that only their neighbours make labels.
    """

    @pytest.mark.parametrize(
        ("line", "parts"),
        [
            ("每青记者|罗小满   每青编辑|方竹", [("reporter", "罗小满"), ("editor", "方竹")]),
            ("每青记者：罗小满   每青编辑：方竹", [("reporter", "罗小满"), ("editor", "方竹")]),
            ("文字：罗小满 图片：林秋 编辑：方竹", [("author", "罗小满"), ("photographer", "林秋"), ("editor", "方竹")]),
            ("(文/图 罗小满 林秋)", [("author", "罗小满 林秋")]),
            ("编辑：方竹 视频：林秋 技术：何青", [("editor", "方竹"), ("producer", "林秋"), ("producer", "何青")]),
            ("值班编委 何青", [("producer", "何青")]),
            ("出版：2024-03-18 09:05更新：2024-03-18 10:00", [("time", "2024-03-18 09:05"), ("updated", "2024-03-18 10:00")]),
        ],
    )
    def test_parts(self, line: str, parts: list[tuple[str, str]]) -> None:
        """Each part has its role and its value."""
        assert parts == [(part.role, part.value) for part in segment(line)]

    @pytest.mark.parametrize(
        "line", ["小记者：你们好", "有记者：您怎么看", "随后记者：周先生说", "图片：雨后的青石桥", "技术：为什么是石拱桥", "视频：大雪压垮了车棚"]
    )
    def test_prose(self, line: str) -> None:
        """A question, a caption and a headline are no credits."""
        assert () == segment(line)
