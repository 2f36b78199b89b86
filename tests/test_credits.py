"""
Credit lines, names and the signatures of paragraphs.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields.credits import read_authors, read_byline, read_editors, read_names, segment, signature
from newsparse.fields.names import pen_name
from newsparse.model import Person

#: Text that is full of the characters credits are made of.
CREDIT_TEXT = st.text(alphabet="记者编辑责来源作文图摄张小满、，。：:/｜ （()）【】 2012年-x网报", max_size=60)


def names(people: tuple[Person, ...]) -> list[str]:
    """Return the names only."""
    return [person.name for person in people]


class TestSegment:
    """``segment``."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("来源：甲报作者：张满责编：李", [("source", "甲报"), ("author", "张满"), ("responsible_editor", "李")]),
            ("作者:张小满    责任编辑:李小寒", [("author", "张小满"), ("responsible_editor", "李小寒")]),
            ("[来源:][作者:][编辑:]", [("source", ""), ("author", ""), ("editor", "")]),
            ("(责编：张小满、李小寒)", [("responsible_editor", "张小满、李小寒")]),
            ("责任编辑：张小满校对：李寒", [("responsible_editor", "张小满"), ("proofreader", "李寒")]),
            ("【编辑:张小满】", [("editor", "张小满")]),
            ("記者 張小滿 通訊員 李寒", [("reporter", "張小滿"), ("correspondent", "李寒")]),
            ("文/张小满 图/李寒", [("author", "张小满"), ("photographer", "李寒")]),
            ("文丨特约评论员 张小满", [("author", "特约评论员 张小满")]),
            ("責任編輯：張小滿", [("responsible_editor", "張小滿")]),
            ("责任编辑：NF075(本文来源：甲社 )", [("responsible_editor", "NF075"), ("source", "甲社")]),
            ("[责任编辑：robot] 标签：北方 降雪", [("responsible_editor", "robot"), ("keywords", "北方 降雪")]),
            ("编辑 张小满 校对 李寒", [("editor", "张小满"), ("proofreader", "李寒")]),
            ("作者：记者 张小满 编辑：李寒", [("author", "记者 张小满"), ("editor", "李寒")]),
            ("出处：甲科技 作者：张小满 人气： 5380 次 评论(18)",
             [("source", "甲科技"), ("author", "张小满"), ("views", "5380 次"), ("comments", "18")]),
            ("发布时间：2012-03-04 10:11 更新时间：2012-03-05",
             [("time", "2012-03-04 10:11"), ("updated", "2012-03-05")]),
            ("来源: 甲体育 作者：张小满 有 人参与 手机看赛事", [("source", "甲体育"), ("author", "张小满")]),
        ],
    )  # fmt: skip
    def test_splits_a_line_at_its_labels(self, text: str, expected: list[tuple[str, str]]) -> None:
        """Every label starts a part, whether anything separates it from the last or not."""
        assert [(part.role, part.value) for part in segment(text)] == expected

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "河水一夜涨了三米，城里的人都上了桥。",
            "直播时间：周五晚上八点整",
            "记者通过电子邮件联系了厂方，截至发稿时，尚未收到回应",
            "记者：您怎么看这场大水？",
            "日期:1月2日，两支球队在主场又打了一场。",
            "【文/青石网 张小满】随着河水上涨，两岸的居民开始搬家。",
            "青石网通讯员张小满、记者李寒1月11日报道：为了过年，城里挂起了灯笼",
            "青石网海口1月12日消息（记者张小满 通讯员李寒）春节将至，各地",
        ],
    )
    def test_leaves_prose_alone(self, text: str) -> None:
        """The words of labels in sentences are no labels."""
        assert segment(text) == ()

    def test_says_where_a_part_stands(self) -> None:
        """Label and value are found again at the given places."""
        text = "2012-03-04 来源：甲报 新民网编辑：张小满"
        source, editor = segment(text)
        assert text[source.start : source.end] == "来源：甲报"
        assert (editor.label, text[editor.start : editor.end]) == ("新民网编辑", "新民网编辑：张小满")

    def test_takes_the_paper_into_the_label(self) -> None:
        """What is glued to 记者 belongs to the label."""
        (part,) = segment("青石晚报记者 张小满")
        assert (part.start, part.label, part.value) == (0, "青石晚报记者", "张小满")
        (part,) = segment("《棱镜》作者 张小满")
        assert (part.start, part.value) == (0, "张小满")

    @given(CREDIT_TEXT)
    def test_values_are_pieces_of_the_line(self, text: str) -> None:
        """Whatever the line, parts lie in order inside it and hold their value."""
        end = 0
        for part in segment(text):
            assert end <= part.start <= part.end <= len(text)
            assert part.value in text[part.start : part.end]
            end = part.end


class TestReadNames:
    """``read_names``."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("张小满", ["张小满"]),
            ("张小满 方 敏", ["张小满", "方敏"]),
            ("方　敏", ["方敏"]),
            ("张满、李寒", ["张满", "李寒"]),
            ("张满/李寒", ["张满", "李寒"]),
            ("张三和李四", ["张三", "李四"]),
            ("和小满", ["和小满"]),
            ("张小满_NN2479", ["张小满_NN2479"]),
            ("张小满 PN054", ["张小满 PN054"]),
            ("SN034", ["SN034"]),
            ("robot", ["robot"]),
            ("约翰·史密斯", ["约翰·史密斯"]),
            ("Echo Smith", ["Echo Smith"]),
            ("Alan Reed(中文名：李兰)", ["Alan Reed"]),
            ("天狼星alpha", ["天狼星alpha"]),
            ("心之河畔旅人", ["心之河畔旅人"]),
            ("河之山城飞将", ["河之山城飞将"]),
            ("上河滩爆料平台 最高奖励500元", []),
            ("张小满 | 點閱次數：1,274 | 列印 | 轉寄", ["张小满"]),
            ("张小满/文 李寒/制表", ["张小满"]),
            ("QingNet青石網路醫藥", []),
            ("更新时间", []),
            ("方敏南京大学历史学院教授", ["方敏"]),
            ("见习编辑 张小满", ["张小满"]),
            ("张小满 特约评论员", ["张小满"]),
            ("甲研究院宏观部部长，“两河”研究部部长、研究员张小满", ["张小满"]),
            ("武汉大学历史学院张满", ["张满"]),
            ("张满综合报道", ["张满"]),
            ("甲网 - 张小满", ["张小满"]),
            ("青石日报 张小满", ["张小满"]),
            ("青石网专栏·课程学员 张小满", ["张小满"]),
            ("张小满(微博)", ["张小满"]),
            ("張小滿／台北報導", ["張小滿"]),
            ("張小滿／石港報導", ["張小滿"]),
            ("張小滿／李大華報導", ["張小滿", "李大華"]),
            ("张小满 文/图", ["张小满"]),
            ("张小满/图", []),
            ("李小满 摄", []),
            ("张小满 摄影 李寒", ["张小满"]),
            ("张小满 摄影李寒 王满", ["张小满"]),
            ("张小满 摄影：李寒", ["张小满"]),
            ("张小满 实习生李寒 图/王满", ["张小满", "李寒"]),
            ("张小满 摄影记者 李寒 通讯员 王满", ["张小满", "王满"]),
            ("张小满 摄影报道", ["张小满"]),
            ("张小满 文 李寒 摄", ["张小满"]),
            ("张小满 梅州报道", ["张小满"]),
            ("null", []),
            ("无", []),
            ("本站", []),
            ("2012-03-04", []),
            ("《青石财经》综合报道", []),
            ("青石社", []),
            ("他说这是作者的意思。", []),
            ("", []),
        ],
    )
    def test_reads_names(self, text: str, expected: list[str]) -> None:
        """Posts, outlets, notes and placeholders are left out."""
        assert names(read_names(text, "author")) == expected

    def test_splits_names_that_lost_their_blank(self) -> None:
        """Two names in a row are told apart where only one place to cut leaves two names."""
        assert names(read_names("张乐郭小满", "reporter")) == ["张乐", "郭小满"]
        assert names(read_names("张小满刘欢", "reporter")) == ["张小满刘欢"]
        assert names(read_names("山间一只雁", "reporter")) == ["山间一只雁"]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("晓明", "晓明"), ("小九", "小九"), ("武 彦", "武彦"), ("完", None), ("有删节", None), ("北京", None),
         ("笔者", None), ("编译", None), ("他说的", None), ("青石社", None), ("Anna", None)],
    )  # fmt: skip
    def test_pen_names(self, text: str, expected: str | None) -> None:
        """A signature of two or three characters needs no surname, but is no note either."""
        assert pen_name(text) == expected

    def test_word_behind_a_name_gives_its_role(self) -> None:
        """张小满 记者 is a reporter."""
        assert read_names("张小满 记者", "author") == (Person("张小满", "reporter"),)

    def test_words_inside_the_value_give_roles(self) -> None:
        """记者 and 通讯员 inside an author's value override its role."""
        assert read_names("青石社记者 张小满 李寒 通讯员 王冬", "author") == (
            Person("张小满", "reporter"),
            Person("李寒", "reporter"),
            Person("王冬", "correspondent"),
        )
        assert read_names("龙钢、实习生朱贝", "author") == (Person("龙钢", "author"), Person("朱贝", "intern"))
        assert read_names("见习记者 张小满", "author") == (Person("张小满", "reporter"),)

    def test_an_editor_stays_an_editor(self) -> None:
        """记者 in an editor's value does not make the editor a reporter."""
        assert read_names("记者 张小满", "editor") == (Person("张小满", "editor"),)

    def test_a_crowd_is_no_credit(self) -> None:
        """More than twelve names are a list of something else."""
        twelve = " ".join(f"张{character}" for character in "甲乙丙丁戊己庚辛壬癸子丑")
        assert len(read_names(twelve, "author")) == 12
        assert read_names(twelve + " 张寅", "author") == ()

    def test_strict_wants_surnames(self) -> None:
        """Where no label vouches for the text, pen names are refused."""
        assert names(read_names("张小满、骑士", "author", strict=True)) == ["张小满"]

    @pytest.mark.parametrize("name", ["文小满", "商寒", "查小满", "佘国满", "宦小寒", "岳小满"])
    def test_rare_surnames_behind_a_label(self, name: str) -> None:
        """Behind 记者 a surname counts that also opens words."""
        assert names(read_names(f"记者 {name}", "reporter", strict=True)) == [name]

    @pytest.mark.parametrize("word", ["文化", "时间", "国内", "明天", "信息", "后来的", "文化版"])
    def test_words_are_no_names(self, word: str) -> None:
        """The words that it opens do not."""
        assert read_names(f"记者 {word}", "reporter", strict=True) == ()

    @given(CREDIT_TEXT)
    def test_names_are_never_empty(self, text: str) -> None:
        """Whatever the value, a name has characters and no blanks around it."""
        assert [
            person for person in read_names(text, "author") if person.name.strip() != person.name or not person.name
        ] == []


class TestReadAuthors:
    """``read_authors`` and ``read_editors``."""

    @pytest.mark.parametrize(
        ("text", "authors", "editors"),
        [
            ("作者：记者 张小满 李小寒  编辑：徐可", ["张小满", "李小寒"], ["徐可"]),
            ("2012-01-12 18:39 来源: 甲网 作者: 编辑: 毛小久", [], ["毛小久"]),
            ("译 | 金小梅 校 | 李霖 责编 | 刘小哲", [], ["刘小哲"]),
            ("来源:甲社 作者:张小满 李寒 选稿:王冬", ["张小满", "李寒"], ["王冬"]),
            ("责编 | 张小满 美编 | 尹雅 指导老师 | 林丰", [], ["张小满"]),
            ("2014-4-25 20:11:21 出处：甲之家（软件 - 学士） 评论（）", ["学士"], []),
            ("采写：南岸记者 张小满", ["张小满"], []),
            ("【聯合青石報╱記者張小滿／台北報導】", ["張小滿"], []),
            ("記者張小滿／華盛頓報導", ["張小滿"], []),
            ("記者張小滿、李大華／連線報導", ["張小滿", "李大華"], []),
            ("文/Alan Reed(中文名：李兰) 译者/李寒(blog)(微博)", ["Alan Reed"], []),
        ],
    )
    def test_reads_labelled_lines(self, text: str, authors: list[str], editors: list[str]) -> None:
        """Translators, proofreaders and designers are neither."""
        assert names(read_authors(text)) == authors
        assert names(read_editors(text, bare=False)) == editors

    @pytest.mark.parametrize(
        ("text", "authors"),
        [
            ("张小满 李寒", ["张小满", "李寒"]),
            ("21世纪青石网 何漪 2011-12-15 23:46:41 评论0条", ["何漪"]),
            ("2012/1/17 蔡小梧 報導", ["蔡小梧"]),
            ("金小九 记者", ["金小九"]),
            ("直播地点：青石桥", []),
            ("河水涨了，人们上桥", []),
        ],
    )
    def test_reads_bare_lines_as_names(self, text: str, authors: list[str]) -> None:
        """Without a label, dates, outlets and the page's words are taken off first."""
        assert names(read_authors(text)) == authors
        assert read_authors(text, bare=False) == ()

    def test_roles(self) -> None:
        """The role is the label's."""
        assert read_editors("责任编辑：张小满 编辑：李寒") == (
            Person("张小满", "responsible_editor"),
            Person("李寒", "editor"),
        )


class TestReadByline:
    """``read_byline``."""

    @pytest.mark.parametrize(
        ("text", "byline"),
        [
            ("作者:祝小满    责任编辑:罗霞", "作者:祝小满"),
            ("来源：甲报 记者 张小满 通讯员 李寒 编辑：王冬", "记者 张小满 通讯员 李寒"),
            ("本报记者 张小满", "本报记者 张小满"),
            ("张小满 李寒", "张小满 李寒"),
            ("2012-03-04 张小满", "张小满"),
            ("来源：甲报 作者:张小满 2012-01-12 17:14", "作者:张小满"),
            ("责任编辑：罗霞", None),
            ("作者： 编辑：罗霞", None),
            ("", None),
        ],
    )
    def test_is_printed_with_its_label(self, text: str, byline: str | None) -> None:
        """The byline keeps its label and nothing of its neighbours."""
        assert read_byline(text) == byline


class TestSignature:
    """``signature``."""

    @pytest.mark.parametrize(
        ("paragraph", "text", "authors", "editors"),
        [
            ("雨停了。（记者张小满、李寒）", "雨停了。（记者张小满、李寒）", ["张小满", "李寒"], []),
            ("雨停了。(央视记者 张小满)（完）", "雨停了。(央视记者 张小满)（完）", ["张小满"], []),
            ("雨停了。（实习生 张小满 青石客户端报道）", "雨停了。（实习生 张小满 青石客户端报道）", ["张小满"], []),
            ("雨停了。（罗松）", "雨停了。（罗松）", ["罗松"], []),
            ("雨停了。(金良/编译)", "雨停了。(金良/编译)", ["金良"], []),
            ("来了甲、乙、丙等。记者张勇", "来了甲、乙、丙等。记者张勇", ["张勇"], []),
            ("雨停了。（记者 张小满/文 通讯员 李寒/图）", "雨停了。（记者 张小满/文 通讯员 李寒/图）", ["张小满"], []),
            ("雨停了。（编辑 张颖）", "雨停了。", [], ["张颖"]),
            ("雨停了。(责任编辑：张小满)", "雨停了。", [], ["张小满"]),
            ("雨停了。（完）（编辑：SN034）", "雨停了。（完）", [], ["SN034"]),
            ("雨停了。 青石网编辑：张颖", "雨停了。", [], ["张颖"]),
            ("雨停了。（本文来源：青石社）", "雨停了。", [], []),
            ("雨停了。返回搜狐，查看更多", "雨停了。", [], []),
            ("【作者：青石报综合报道 】 (责任编辑：张小满)", "", [], ["张小满"]),
            ("(作者：方敏南京大学历史学院教授)", "", ["方敏"], []),
            ("记者 张小满 通讯员 李寒", "", ["张小满", "李寒"], []),
            ("記者張小滿／台北報導", "", ["張小滿"], []),
            ("（羅森）", "", ["羅森"], []),
            ("来源：甲之家作者：舟子责编：舟子", "", ["舟子"], ["舟子"]),
            ("（编辑：小何）返回搜狐，查看更多", "", [], ["小何"]),
            ("青石网 http://www.qingshi.com 责任编辑： 王勇", "", [], ["王勇"]),
            ("雨停了。(王霄 发自上海)", "雨停了。(王霄 发自上海)", ["王霄"], []),
            ("雨停了。（张小满 记者 李寒）", "雨停了。（张小满 记者 李寒）", ["张小满", "李寒"], []),
            ("雨停了。(张小满彰化報導)", "雨停了。(张小满彰化報導)", ["张小满"], []),
            ("（张小满/编辑）", "", [], ["张小满"]),
            ("雨停了。（张小满／責編）", "雨停了。", [], ["张小满"]),
            ("● 张小满 李寒", "", ["张小满", "李寒"], []),
            ("(本报记者张乐郭小满)", "", ["张乐", "郭小满"], []),
            ("文 张小满", "", ["张小满"], []),
            ("文：张小满 李寒  图：王冬", "", ["张小满", "李寒"], []),
            ("青石晚报 张小满", "", ["张小满"], []),
            ("青石晚报 晓明", "", ["晓明"], []),
        ],
    )
    def test_reads_the_credit(self, paragraph: str, text: str, authors: list[str], editors: list[str]) -> None:
        """An author's credit stays where the paper set it; an editor's and a lone line go."""
        found = signature(paragraph)
        assert (found[0], names(found[1]), names(found[2])) == (text, authors, editors)

    def test_reads_the_head(self) -> None:
        """【文/…】 in front of the first paragraph names its author and stays."""
        paragraph = "【文/青石网 张小满】随着河水上涨，两岸的居民开始搬家。"
        assert signature(paragraph) == (paragraph, (Person("张小满", "author"),), ())

    @pytest.mark.parametrize(
        "paragraph",
        [
            "河水一夜涨了三米，城里的人都上了桥。",
            "他去了北方。（江苏）",
            "站着的是他。（左图）",
            "他去过很多地方（张小满）就不想走了",
            "他拍下了这一刻。（记者 张小满 摄）",
            "雨停了。（完）",
            "记者在现场看到，张小满走了。",
            "（作者系北京大学教授）",
            "（原标题：河水涨了）",
            "主持人：桃核",
            "文 化",
            "文：是的",
            "青石晚报 海外版",
            "青石晚报 金牌",
            "记者随同前往现场",
        ],
    )
    def test_leaves_other_paragraphs_alone(self, paragraph: str) -> None:
        """Brackets that credit nobody stay, and nobody is made up."""
        assert signature(paragraph) == (paragraph, (), ())

    @given(CREDIT_TEXT)
    def test_only_takes_away(self, paragraph: str) -> None:
        """What is left is made of the paragraph's own characters, in their order."""
        rest = iter(paragraph)
        assert all(character in rest for character in signature(paragraph)[0])
