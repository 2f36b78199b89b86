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
            ("⊙记者 罗小满 ○编辑 方竹", [("reporter", "罗小满"), ("editor", "方竹")]),
            ("责任编辑：方竹 | 版面编辑：林秋", [("responsible_editor", "方竹"), ("editor", "林秋")]),
            ("见习编辑 方竹 二审 林秋 三审 何青", [("editor", "方竹"), ("reviewer", "林秋"), ("reviewer", "何青")]),
            ("责任编辑：方竹 网编：林秋", [("responsible_editor", "方竹")]),
            ("作者：罗小满我要评论(17)", [("author", "罗小满")]),
            ("作者：罗小满 林秋 已有143人评论", [("author", "罗小满 林秋")]),
            ("责任编辑：方竹 举报/反馈", [("responsible_editor", "方竹")]),
            ("编辑： 方竹 纠错：87000000", [("editor", "方竹")]),
            ("专栏：河边的早晨撰文者：罗小满2024.03.18", [("author", "罗小满")]),
            ("来源：青石网-青石晚报评论：58", [("source", "青石网-青石晚报"), ("comments", "58")]),
            ("来源于 青石网 评论(14)", [("source", "青石网"), ("comments", "14")]),
            ("稿源 青石晚报", [("source", "青石晚报")]),
            ("图片来源：青石轨道交通2023年度报告", [("photographer", "青石轨道交通2023年度报告")]),
            ("文：罗小满　責編：方竹", [("author", "罗小满"), ("responsible_editor", "方竹")]),
            ("来源：青石日报 (记者罗小满) 2024-03-18 09:05", [("source", "青石日报"), ("reporter", "罗小满")]),
            ("出版：2024-03-18 09:05更新：2024-03-18 10:00", [("time", "2024-03-18 09:05"), ("updated", "2024-03-18 10:00")]),
        ],
    )
    def test_parts(self, line: str, parts: list[tuple[str, str]]) -> None:
        """Each part has its role and its value."""
        assert parts == [(part.role, part.value) for part in segment(line)]

    @pytest.mark.parametrize(
        "line", ["小记者：你们好", "有记者：您怎么看", "随后记者：周先生说", "图片：雨后的青石桥", "技术：为什么是石拱桥", "视频：大雪压垮了车棚", "来源 不明的河水"]
    )
    def test_prose(self, line: str) -> None:
        """A question, a caption and a headline are no credits."""
        assert () == segment(line)
