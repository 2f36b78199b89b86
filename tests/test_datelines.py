"""
The dateline that a report opens with.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields.datelines import DatelineReading, read_dateline
from newsparse.model import Dateline, Person


def read(text: str) -> DatelineReading:
    """Return the reading of a text that has a dateline."""
    found = read_dateline(text)
    assert found is not None
    return found


class TestReadDateline:
    """``read_dateline``."""

    def test_reads_all_parts(self) -> None:
        """Agency, place, date, people with their roles, and where the story begins."""
        text = "青石社北京4月24日电（记者张小满 通讯员李寒）春天来了。"
        assert read_dateline(text) == DatelineReading(
            Dateline(agency="青石社", place="北京", date="4月24日"),
            (Person("张小满", "reporter"), Person("李寒", "correspondent")),
            text.index("春天"),
            "青石社",
        )

    @pytest.mark.parametrize(
        ("text", "agency", "place", "date", "authors"),
        [
            ("中石社北京9月1日电 (记者 张小满)今年", "中石社", "北京", "9月1日", ["张小满"]),
            ("青石社美国拉斯小城1月10日电 综述：展会", "青石社", "美国拉斯小城", "1月10日", []),
            ("青石網南京１月１７日專電（青石社記者朱小東）江邊", "青石網", "南京", "１月１７日", ["朱小東"]),
            ("青石社台北1月12日電（記者 張小滿）今天", "青石社", "台北", "1月12日", ["張小滿"]),
            ("【青石报记者张小满北京十二日电】今天", "青石报", "北京", "十二日", ["张小满"]),
            ("〔編譯張小滿／綜合外電報導〕河水", None, None, None, ["張小滿"]),
            ("〔駐美特派員張小滿／華府十二日報導〕河水", None, "華府", "十二日", ["張小滿"]),
            ("青石都市报讯（记者张小满 摄影李寒）河水", "青石都市报", None, None, ["张小满"]),
            ("青石网消息 （青石日报） （记者张小满、通讯员李寒）昨日", "青石网", None, None, ["张小满", "李寒"]),
            ("青石网讯（晨报）今天", "青石网", None, None, []),
            ("山口网讯（记者买合木提·艾山报道）6月9日", "山口网", None, None, ["买合木提·艾山"]),
            ("山口网讯（通讯员 阿不都拉·吐尔逊 李寒）6月9日", "山口网", None, None, ["阿不都拉·吐尔逊", "李寒"]),
            ("本报讯 记者张小满 通讯员李寒 “以前遇到纠纷先吵架，现在先找人说。”", "本报", None, None, ["张小满", "李寒"]),
            ("南青讯　记者张小满　实习生李小寒　通讯员周大田　水荫路一棵大榕树昨日倒下", "南青", None, None, ["张小满", "李小寒", "周大田"]),
            ("青石文匯全媒體記者張小滿廣州報道：春天來了", "青石文匯", "廣州", None, ["張小滿"]),
            ("（吉隆坡综合讯）春天来了", None, "吉隆坡", None, []),
            ("本报讯（记者李洁）市里开会", "本报", None, None, ["李洁"]),
            ("【青石報專訊】春天來了", "青石報", None, None, []),
            ("本报北京4月1日电", "本报", "北京", "4月1日", []),
            ("据青石社电 今天", "青石社", None, None, []),
            ("青石网消息（早间新闻）：当地时间", "青石网", None, None, []),
            ("青石科技讯 北京时间1月17日晚间消息，", "青石科技", None, None, []),
            ("青石日报12月15日讯(记者 张小满 通讯员 李寒)今天", "青石日报", None, "12月15日", ["张小满", "李寒"]),
            ("河网长沙1月17日讯（潇河晨报滚动新闻记者 范小鼎）今日", "河网", "长沙", "1月17日", ["范小鼎"]),
            ("青河网-新青石客户端讯 今（9）日", "青河网-新青石客户端", None, None, []),
            ("【青石商业新闻网讯】（记者 管维）今年", "青石商业新闻网", None, None, ["管维"]),
            ("羊河晚报讯 记者张小坤报道：厂子关了", "羊河晚报", None, None, ["张小坤"]),
            ("【聯石報╱記者李小人／台北報導】雨停了", "聯石報", "台北", None, ["李小人"]),
            ("〔記者魏小嘉、李寒／台北報導〕雨停了", None, "台北", None, ["魏小嘉", "李寒"]),
            ("〔編譯陳小良／綜合報導〕雨停了", None, None, None, ["陳小良"]),
            ("〔即時新聞／綜合報導〕雨停了", None, None, None, []),
            ("〔中石社〕五十八歲婦女", "中石社", None, None, []),
            ("【台灣石報記者潘小羽台北報導】春節", "台灣石報", "台北", None, ["潘小羽"]),
            ("（中石社記者張小明台北16日電）今天", "中石社", "台北", "16日", ["張小明"]),
            ("【中石新聞／郭小誠】今天", "中石新聞", None, None, ["郭小誠"]),
            ("記者陳小凱／綜合報導", None, None, None, ["陳小凱"]),
            ("欣石傳媒╱記者丁小伶／台北報導 2012-01-12", "欣石傳媒", "台北", None, ["丁小伶"]),
            ("【记者张晓/台北报道】今天", None, "台北", None, ["张晓"]),
            ("讯（王小举）今天", None, None, None, ["王小举"]),
            ("青石环境报记者张小满 通讯员李寒昆明报道 今天", "青石环境报", "昆明", None, ["张小满", "李寒"]),
            ("本报讯 （记者张小满 通讯员穗水宣）今天", "本报", None, None, ["张小满", "穗水宣"]),
            ("【新唐人北京時間2019年09月12日訊】今天", "新唐人", None, "2019年09月12日", []),
            ("【青石网】（记者 张小满）今天", "青石网", None, None, ["张小满"]),
            ("【香港青石社5月10日電】(記者 張小滿)「今天", "香港青石社", None, "5月10日", ["張小滿"]),
            ("【青石紀元报2011年06月14日訊】（記者張芳台灣新竹報導）今天", "青石紀元报", None, "2011年06月14日", ["張芳"]),
            ("青石在线综合报道（青石晚报记者 张小满），当地时间", "青石在线", None, None, ["张小满"]),
            ("本报青州电 青石日报记者 张小满 通讯员 李寒报道：清晨", "本报", "青州", None, ["张小满", "李寒"]),
            ("本报青州5月1日电 记者张小满、李寒报道：清晨", "本报", "青州", "5月1日", ["张小满", "李寒"]),
            ("青石晚报讯 记者张小满报道 清晨", "青石晚报", None, None, ["张小满"]),
            ("青石网5月13日6时讯（记者 张小满 实习生 李寒）清晨", "青石网", None, "5月13日", ["张小满", "李寒"]),
            ("青石报 记者 张小满 实习记者 李寒 厂门口的对联还没有褪色，", "青石报", None, None, ["张小满", "李寒"]),
            ("本报记者 张小满 昨天，厂门口的对联褪色了", "本报", None, None, ["张小满"]),
            ("青石社记者张小满北京5日电 清晨", "青石社", "北京", "5日", ["张小满"]),
            ("（青石社华盛顿5日电）清晨", "青石社", "华盛顿", "5日", []),
            ("路透青州10月4日电---清晨", "路透", "青州", "10月4日", []),
            ("【青石网报道 记者 张小满】清晨", "青石网", None, None, ["张小满"]),
            ("【青石时报驻青州特约记者 张小满】清晨", "青石时报", None, None, ["张小满"]),
            ("青石社5月1日讯（编辑 张小满）清晨", "青石社", None, "5月1日", []),
            ("青石网5月1日消息（记者张小满 万州台记者李寒）清晨", "青石网", None, "5月1日", ["张小满", "李寒"]),
            ("　　青石网9月20日消息 今天上午", "青石网", None, "9月20日", []),
            ("［記者張小滿／青石報導］清晨", None, "青石", None, ["張小滿"]),
            ("【青石日報張小滿報導】清晨", "青石日報", None, None, ["張小滿"]),
            ("［青石新聞網張小滿報導］清晨", "青石新聞網", None, None, ["張小滿"]),
        ],
    )  # fmt: skip
    def test_reads_the_forms_of_newsrooms(
        self, text: str, agency: str | None, place: str | None, date: str | None, authors: list[str]
    ) -> None:
        """Mainland agencies and papers, Taiwanese bylines, bare words."""
        found = read(text)
        assert found.dateline == Dateline(agency=agency, place=place, date=date)
        assert [person.name for person in found.authors] == authors

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "河水一夜涨了三米。",
            "据青石网9月9日报道，针对外界的说法，厂方回应",
            "据青石日报报道：今天",
            "据了解，河水",
            "记者日前从市里获悉，河水",
            "记者9月20日电话采访了他",
            "当地时间2月14日，青石记者获悉，军方宣布",
            "【文/青石网 张小满】随着河水",
            "青石社消息人士表示，河水",
            "记者 近日 从市里获悉，河水",
            "青石报 记者 文化 版的编辑说，河水",
            "青石网报道（记者提问时他没有回答）说，河水",
        ],
    )
    def test_prose_has_none(self, text: str) -> None:
        """A sentence that cites an outlet is no dateline."""
        assert read_dateline(text) is None

    def test_our_own_paper_is_no_source(self) -> None:
        """本报 does not say which paper it is."""
        assert read("本报讯 今天").source is None
        assert read("青石晚报讯 今天").source == "青石晚报"

    @given(st.text(alphabet="青石社报网北京4月日电讯消息（记者张小满）【】〔〕／/ 据报道", max_size=60))
    def test_ends_inside_the_paragraph(self, text: str) -> None:
        """Whatever the text, the end lies in it and nobody has an empty name."""
        found = read_dateline(text)
        assert found is None or (0 < found.end <= len(text) and all(person.name for person in found.authors))
