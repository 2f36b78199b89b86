"""
Dates: every grammar by table, what must not be read, and round trips.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields.dates import SHANGHAI, find_timestamps, read_timestamp, strip_timestamps
from newsparse.model import Precision
from newsparse.vocabulary import dates as vocabulary

REFERENCE = datetime.fromisoformat(vocabulary.REFERENCE)
#: A Monday in January, so that months without a year fall into the year before.
NEW_YEAR = datetime(2024, 1, 8, 12, 0, tzinfo=SHANGHAI)

ENTRIES = [
    *vocabulary.PARTS_OF_DAY,
    *vocabulary.ZONES,
    *vocabulary.WEEKDAYS,
    *vocabulary.DAYS,
    *vocabulary.UNITS,
    vocabulary.NUMERIC,
    *vocabulary.CALENDARS,
    vocabulary.TWO_DIGITS,
    vocabulary.PARTIAL,
    vocabulary.MONTH_DAY,
    vocabulary.NAMED_DAY,
    vocabulary.AGO,
]

LINES = {
    # The five datelines of 杭州网.
    "money.hangzhou.com.cn\u00a0 2013年10月22日 09:16:01 星期二\u00a0\u00a0来源:今日早报": "2013-10-22T09:16:01+08:00",
    "2017-08-29 14:41:19  来源：杭州网 作者：林一 编辑：吴二": "2017-08-29T14:41:19+08:00",
    "发布时间：2026-04-17 09:35:10 Fri\u00a0\u00a0来源：杭州网、杭州通客户端": "2026-04-17T09:35:10+08:00",
    "时间：2025-12-31 15:48:16": "2025-12-31T15:48:16+08:00",
    "2026-04-04": "2026-04-04",
    # Other info lines.
    "2024年04月24日23:52 | 来源：新华网": "2024-04-24T23:52+08:00",
    "2014-02-13 09:42:20.0 来源: 大江网(南昌) 有0人参与": "2014-02-13T09:42:20+08:00",
    "http://www.example.com/2012-01-11 09:06:00某某网": "2012-01-11T09:06:00+08:00",
    "http://www.example.cn 2012/1/12 17:21:00 红网 字体: 【大 中 小】": "2012-01-12T17:21:00+08:00",
    "2020-10-04 15:05聯合報 記者某某／即時報導": "2020-10-04T15:05+08:00",
    "1001|||10339009|||某市的一个标题|||2009年11月09日00:00": "2009-11-09T00:00+08:00",
    "本文来源于《财经网》 2012年01月12日 18:49 我要评论（0）": "2012-01-12T18:49+08:00",
    "0 3DMGame 2024-12-02 16:49:02": "2024-12-02T16:49:02+08:00",
    "發布/2024年12月5日 07:40": "2024-12-05T07:40+08:00",
    "2024-05-20 14:33·新华社": "2024-05-20T14:33+08:00",
    "2025-01-12 3571": "2025-01-12",
    "日期：2012-01-12 时间：16:53": "2012-01-12T16:53+08:00",
    "2024-05-21 08:00 更新：2024-05-22 09:00": "2024-05-21T08:00+08:00",
    # Blanks inside, parts split over elements, no blank before the clock.
    "2019 年 10 月 30 日": "2019-10-30",
    "２０１２年０１月１７日　０１：４１：００": "2012-01-17T01:41:00+08:00",
    "2013年10月22日\u300009：16": "2013-10-22T09:16+08:00",
    "2023 11/ 17 20:52:15": "2023-11-17T20:52:15+08:00",
    "2020 07/08 16:37": "2020-07-08T16:37+08:00",
    "202007/0816:37": "2020-07-08T16:37+08:00",
    "2020 / 03 / 12 星期四": "2020-03-12",
    "2020-10-0415:05": "2020-10-04T15:05+08:00",
    "2020-1-115:05": "2020-01-01T15:05+08:00",
    "2019年06月15日08:18": "2019-06-15T08:18+08:00",
    "2021-01-20 04:29:4439健康网": "2021-01-20T04:29:44+08:00",
    # Separators and hands.
    "2020/07-08 16:37": "2020-07-08T16:37+08:00",
    "2013年10-22 09:16": "2013-10-22T09:16+08:00",
    "2012.01.17 03:32 am": "2012-01-17T03:32+08:00",
    "2012. 1. 7": "2012-01-07",
    "2005-5-8 9:5:3": "2005-05-08T09:05:03+08:00",
    "2013-10-22 3:2 胜": "2013-10-22",
    "2013年10月22日9时": "2013-10-22T09:00+08:00",
    "2013年10月22日 9时16分1秒": "2013-10-22T09:16:01+08:00",
    "2013年10月22日9点半": "2013-10-22T09:30+08:00",
    "2013年10月22日 3点建议": "2013-10-22",
    "2014年4月15-20日": "2014-04-15",
    "2024-12-23 01:52 分钟": "2024-12-23",
    "2013-10-22 24:00": "2013-10-23T00:00+08:00",
    "2013-10-22 24:30": "2013-10-22",
    "2013年10月22日晚上12点": "2013-10-23T00:00+08:00",
    "2013-10-22 15:26 PM": "2013-10-22T15:26+08:00",
    "2013-10-22 PM 02:26": "2013-10-22T14:26+08:00",
    "2013-10-22 09:16 下午茶": "2013-10-22T09:16+08:00",
    # The clock before the date.
    "15:312018/09/16": "2018-09-16T15:31+08:00",
    "15:31 2018/09/16": "2018-09-16T15:31+08:00",
    "3:40 2025年2月27日 星期四": "2025-02-27T03:40+08:00",
    # Zones.
    "2013-10-22T09:16:01+0800": "2013-10-22T09:16:01+08:00",
    "2024-12-31T03:41:25.299Z": "2024-12-31T03:41:25+00:00",
    "2025-02-06 09:43:27Z": "2025-02-06T09:43:27+00:00",
    "2024-11-27T03:30:13-05:00": "2024-11-27T03:30:13-05:00",
    "2024-11-27T03:30-05:00": "2024-11-27T03:30-05:00",
    "2013-10-22 09:16 GMT+8": "2013-10-22T09:16+08:00",
    "2013-10-22 09:16-10:30": "2013-10-22T09:16+08:00",
    "2013-10-22T09:16:01+99:00": "2013-10-22T09:16:01+08:00",
    "2026-04-17 09:35:10:0": "2026-04-17T09:35:10+08:00",
    "2026-04-17 09:35:10:671": "2026-04-17T09:35:10+08:00",
    # Numerals and the calendar of the Republic.
    "二○一三年十月二十二日": "2013-10-22",
    "二零一二年元月五日 晚八时三十分": "2012-01-05T20:30+08:00",
    "一九九九年十二月卅一日": "1999-12-31",
    "二〇二四年五月": "2024-05",
    "民國101/01/16 12:40": "2012-01-16T12:40+08:00",
    "中華民國一〇一年一月十六日": "2012-01-16",
    "民国102年11月3日": "2013-11-03",
    "民国一百零二年十一月三日": "2013-11-03",
    "民國九十八年八月": "2009-08",
    # English.
    "22 Oct 2013": "2013-10-22",
    "December 31st, 2013 11:59 p.m.": "2013-12-31T23:59+08:00",
    # Epochs, compact forms, parts of a date.
    "1713974400": "2024-04-25T00:00:00+08:00",
    "1713974400999": "2024-04-25T00:00:00+08:00",
    "20240520153907": "2024-05-20T15:39:07+08:00",
    "202405201539": "2024-05-20T15:39+08:00",
    "20131022": "2013-10-22",
    "发布于 20131022 09:16": "2013-10-22T09:16+08:00",
    "20131022T011601Z": "2013-10-22T01:16:01+00:00",
    "2024年5月": "2024-05",
    "2024年5月的事 2024-05-20 15:39": "2024-05-20T15:39+08:00",
    "2013年": "2013",
    "2013年10月22号": "2013-10-22",
    "12-07-31 21:34": "2012-07-31T21:34+08:00",
    # What cannot be is skipped, what follows is read.
    "2013-02-30 2013-03-01": "2013-03-01",
    "http://example.cn/2012-01/11/content_1.htm 2012-01-12": "2012-01-12",
}


#: Telephone, licence and other numbers; scores, prices, versions; days that do not exist; forms that need a reference.
NO_DATES = (
    ";来源：新华网 作者：张三;0571-85052222;021-2013-1022;电话：20131022;编号：20131022;浙B2-20110366;粤B2-20090432号"
    ";沪公网安备31010602000200号;浙网文[2012]0867-091号;t20190926_401056;第20131025期;123456789012345678"
    ";A股2013.10元;售价21.77-27.9万元;比分 3-2;98:95;192.168.2.13;v2019.1.2;2019.1.2.3;1.2.3;2012-2013赛季"
    ";2019 11-12 主场;2014年4月20套房;2013-13-01;2013-02-30;2013年11月31日;农历2013年9月18日;二〇一三年正月初五"
    ";1949年10月1日;2101-01-01;1899-12-31 10:00;98年10月22日;101/01/16;2013;Copyright © 1996-2012"
    ";5380 次 评论(18);Markets 12, 2013;10-22 09:16;10月22日 09:16;昨天 23:52;3分钟前;刚刚"
)


class TestReadTimestamp:
    """
    One line, one timestamp.
    """

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.example)
    def test_vocabulary(self, entry: vocabulary.Word | vocabulary.Grammar) -> None:
        """Every entry reads its own example, all of it."""
        stamp = read_timestamp(entry.example, reference=REFERENCE, lenient=False)
        assert stamp is not None
        assert (entry.iso, entry.example) == (stamp.isoformat(), stamp.raw)

    @pytest.mark.parametrize(("line", "expected"), LINES.items())
    def test_line(self, line: str, expected: str) -> None:
        """A line is read without help, and what is read stands in it."""
        stamp = read_timestamp(line, lenient=False)
        assert stamp is not None
        assert expected == stamp.isoformat()
        assert stamp.raw in line

    @pytest.mark.parametrize("text", NO_DATES.split(";"))
    def test_no_date(self, text: str) -> None:
        """What only looks like a date is none, not even for the last resort."""
        assert read_timestamp(text) is None

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("01-07 23:10", "2024-01-07T23:10+08:00"),
            ("1-9 10:00", "2024-01-09T10:00+08:00"),
            ("01-10 10:00", "2023-01-10T10:00+08:00"),
            ("发布时间：12-2718:40", "2023-12-27T18:40+08:00"),
            ("12月27日", "2023-12-27"),
            ("12月27日18:40举报赞118回复", "2023-12-27T18:40+08:00"),
            ("[20:07] 01-05", "2024-01-05T20:07+08:00"),
            ("02-29 08:00", "2020-02-29T08:00+08:00"),
            ("01-07", "2024-01-07"),
            ("今天 08:00", "2024-01-08T08:00+08:00"),
            ("诸葛村夫 · 昨天 09:58", "2024-01-07T09:58+08:00"),
            ("前天12:14", "2024-01-06T12:14+08:00"),
            ("昨天", "2024-01-07"),
            ("半小时前", "2024-01-08T11:30+08:00"),
            ("2小时前 来自北京", "2024-01-08T10:00+08:00"),
            ("十分钟前", "2024-01-08T11:50+08:00"),
            ("3天前", "2024-01-05"),
            ("刚刚发布", "2024-01-08T12:00+08:00"),
            ("昨天 2012-01-12", "2012-01-12"),
        ],
    )
    def test_reference(self, text: str, expected: str) -> None:
        """Dates without a year, and relative ones, are read against the reference."""
        stamp = read_timestamp(text, reference=NEW_YEAR, lenient=False)
        assert stamp is not None
        assert expected == stamp.isoformat()

    @pytest.mark.parametrize(
        "text",
        ["3-2", "比分3-2", "刚刚好", "今日早报", "昨天的新闻", "半天前", "20年前", "02-30 10:00", "昨天" + "长" * 200],
    )
    def test_reference_is_no_licence(self, text: str) -> None:
        """A reference makes no date of scores, names and prose."""
        assert read_timestamp(text, reference=NEW_YEAR) is None

    def test_reference_zone(self) -> None:
        """The reference is moved to UTC+8; a naive one is taken for it."""
        late = datetime(2024, 1, 7, 20, 0, tzinfo=UTC)
        stamps = [read_timestamp("今天", reference=at) for at in (late, NEW_YEAR.replace(tzinfo=None))]
        assert ["2024-01-08", "2024-01-08"] == [str(stamp) for stamp in stamps]

    @pytest.mark.parametrize(
        ("text", "weekday"),
        [
            ("2013年10月22日 09:16:01 星期二", "星期二"),
            ("2013年10月22日 星期二 09:16", "星期二"),
            ("2013-10-22(二) 09:16", "二"),
            ("2013-10-22 09:16 周二来源：某报", "周二"),
            ("2013-10-22 Tuesday 09:16", "Tuesday"),
            ("2013-10-22 24:00 星期二", "星期二"),
            ("2013年10月22日 09:16:01 星期三", None),
            ("2013-10-22 09:16 Wed", None),
            ("2013-10-22 09:16 周二强", None),
            ("2013-10-22 09:16", None),
        ],
    )
    def test_weekday(self, text: str, weekday: str | None) -> None:
        """The weekday is kept as printed, unless it contradicts the date; the date stays."""
        stamp = read_timestamp(text)
        assert stamp is not None
        assert (weekday, 16) == (stamp.weekday, stamp.value.minute or 16)

    def test_raw(self) -> None:
        """``raw`` is the matched characters, brackets that belong to them included."""
        stamp = read_timestamp("某网（12日）2012-01-12（16:10） 来源：某报")
        assert stamp is not None
        assert "2012-01-12（16:10）" == stamp.raw

    def test_naive_text_is_shanghai(self) -> None:
        """A clock without a zone is China's."""
        stamp = read_timestamp("2013-10-22 09:16")
        assert stamp is not None
        assert timedelta(hours=8) == stamp.value.utcoffset()


class TestLastResort:
    """
    ``dateparser``, asked last and believed seldom.
    """

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("22/10/2013 09:16", "2013-10-22T09:16+08:00"),
            ("10/22/2013 9:16:05 PM", "2013-10-22T21:16:05+08:00"),
            ("22/10/2013 09:16 GMT", "2013-10-22T09:16+00:00"),
            ("23.03.2024", "2024-03-23"),
            ("2013 October 22", "2013-10-22"),
            ("10月 22, 2013", "2013-10-22"),
        ],
    )
    def test_unknown_form(self, text: str, expected: str) -> None:
        """It reads what is not known here, and only where it is let."""
        assert read_timestamp(text, lenient=False) is None
        assert expected == str(read_timestamp(text))

    @pytest.mark.parametrize(
        "text", ["05/06/2013", "05-20 15:39", "24-05-20", "2013:10:22", "2013/22/10", "7/24/2013 3 5 7 9"]
    )
    def test_silent_errors(self, text: str) -> None:
        """No year that is not printed, no order of day and month that is not certain, no number left over."""
        assert read_timestamp(text) is None

    def test_lazy(self) -> None:
        """A page of dates is read without importing it."""
        code = (
            "import sys; from newsparse.fields.dates import read_timestamp as read;"
            "read('2013年10月22日 09:16'); read('来源：某报 评论12'); read('© 1996-2012'); read('13-10-22 09:16');"
            "sys.exit('dateparser' in sys.modules)"
        )
        assert 0 == subprocess.run([sys.executable, "-c", code], check=False).returncode


class TestFindTimestamps:
    """
    All absolute dates of a text.
    """

    def test_all_in_order(self) -> None:
        """Each grammar contributes, spans are those of the text, and none overlap."""
        text = (
            "自二〇一三年十月一日起，2013年10月22日 09:16起草，民國102年11月修訂；"
            "Oct 23, 2013 与 昨天、10-24 09:16 不计，20131025止。"
        )
        found = list(find_timestamps(text))
        dates = ["2013-10-01", "2013-10-22T09:16+08:00", "2013-11", "2013-10-23"]
        assert dates == [str(stamp) for stamp, _, _ in found]
        assert [text[start:end] for _, start, end in found] == [stamp.raw for stamp, _, _ in found]

    def test_a_clock_belongs_to_one_date(self) -> None:
        """The clock after one date is not the clock before the next."""
        found = find_timestamps("2012-01-12 18:39 2012-01-13")
        assert ["2012-01-12T18:39+08:00", "2012-01-13"] == [str(stamp) for stamp, _, _ in found]

    @pytest.mark.parametrize(
        "text",
        ["", "没有日期的一段话。" * 9, "20名员工，19.5亿元，第2年", "民国陶瓷", "图/photo/0031/2014-04-28/a.jpg"],
    )
    def test_none(self, text: str) -> None:
        """Numbers, years on their own and paths are no dates."""
        assert [] == list(find_timestamps(text))


class TestStripTimestamps:
    """
    What an info line says besides its time.
    """

    @pytest.mark.parametrize(
        ("line", "rest"),
        [
            ("2024年04月24日23:52 | 来源：新华网", "| 来源：新华网"),
            ("www.example.cn  2013年10月22日 09:16:01 星期二  来源:今日早报", "www.example.cn 来源:今日早报"),
            ("台灣醒報 (2012-01-11 16:58)", "台灣醒報"),
            ("奶油芒 2024-05-23 07:20:03", "奶油芒"),
            ("发布于北京 3小时前", "发布于北京"),
            ("某某 · 昨天 09:58", "某某 ·"),
            ("12-07-31 21:34 来源：某报", "来源：某报"),
            ("[20:07] 01-12 某社", "某社"),
            ("10月22日 某社", "某社"),
            ("某社 １０－２２ ０９：１６", "某社"),
            ("某社 09:16", "某社"),
            ("刚刚 某社", "某社"),
            ("星期二 某社", "某社"),
            ("某社 3 条评论 3-2", "某社 3 条评论 3-2"),
            ("来源：星期日周刊", "来源：星期日周刊"),
            ("来源：今日头条 1-0", "来源：今日头条 1-0"),
            ("", ""),
        ],
    )
    def test_rest(self, line: str, rest: str) -> None:
        """Dates, clocks and weekdays go; names that hold such words stay."""
        assert rest == strip_timestamps(line)


NUMERALS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    """A number below a hundred as it is spoken."""
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones] if ones or not tens else "")


def spoken(at: datetime) -> str:
    """二〇一三年十月二十二日九时十六分一秒."""
    year = "".join(NUMERALS[int(digit)] for digit in str(at.year))
    clock = f"{numeral(at.hour)}时{numeral(at.minute)}分{numeral(at.second)}秒"
    return f"{year}年{numeral(at.month)}月{numeral(at.day)}日{clock}".replace("〇时", "零时").replace("〇分", "零分")


def halved(at: datetime) -> str:
    """2012/01/16 下午 02:26:05."""
    return f"{at:%Y/%m/%d} {'下午' if at.hour >= 12 else '上午'} {(at.hour - 1) % 12 + 1:02}:{at:%M:%S}"


WIDE = str.maketrans("0123456789:", "０１２３４５６７８９：")
RENDERERS: list[tuple[Precision, Callable[[datetime], str]]] = [
    ("second", lambda at: f"{at:%Y年%m月%d日 %H:%M:%S}"),
    ("second", lambda at: f"{at.year}年{at.month}月{at.day}日{at.hour}时{at.minute}分{at.second}秒"),
    ("second", lambda at: f"{at:%Y-%m-%d %H:%M:%S} {at:%a}\u00a0来源：某报"),
    ("second", lambda at: f"{at.year}/{at.month}/{at.day} {at.hour}:{at.minute}:{at.second}"),
    ("second", lambda at: f"{at:%Y.%m.%d %H:%M:%S}.0 来源"),
    ("second", lambda at: f"{at:%Y-%m-%d%H:%M:%S}来源：某报"),
    ("second", lambda at: f"{at:%H:%M:%S}{at:%Y/%m/%d}"),
    ("second", lambda at: f"{at:%Y %m/ %d %H:%M:%S}"),
    ("second", lambda at: f"{at:%Y%m%d%H%M%S}"),
    ("second", lambda at: f"{at.timestamp():.0f}"),
    ("second", lambda at: f"{at.timestamp() * 1000:.0f}"),
    ("second", lambda at: at.isoformat()),
    ("second", lambda at: f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"),
    ("second", lambda at: f"{at:%a, %d %b %Y %H:%M:%S} +0800"),
    ("second", lambda at: f"{at:%a %b %d %Y %H:%M:%S} GMT+0800"),
    ("second", lambda at: f"{at:%a %b %d %H:%M:%S} CST %Y".replace("%Y", str(at.year))),
    ("second", lambda at: f"{at:%B} {at.day}, {at:%Y at %I:%M:%S %p}"),
    ("second", lambda at: f"{at:%Y年%m月%d日 %H:%M:%S}".translate(WIDE)),
    ("second", spoken),
    ("second", halved),
    ("minute", lambda at: f"发布时间：{at:%Y-%m-%d %H:%M}"),
    ("minute", lambda at: f"{at:%Y-%m-%d} HKT {at:%H:%M}"),
    ("minute", lambda at: f"{at:%Y.%m.%d %I:%M} {at:%p}".lower()),
    ("minute", lambda at: f"{at:%Y年%m月%d日%H:%M} | 来源：某网"),
    ("hour", lambda at: f"{at.year}年{at.month}月{at.day}日{at.hour}时"),
    ("day", lambda at: f"{at.year} 年 {at.month} 月 {at.day} 日"),
    ("day", lambda at: f"【{at:%Y/%m/%d} 某報】"),
    ("day", lambda at: f"{at:%Y%m%d}"),
    ("day", lambda at: f"{at:%d %B %Y}"),
    ("day", lambda at: f"民國{at.year - 1911}年{at.month}月{at.day}日"),
    ("month", lambda at: f"{at.year}年{at.month}月"),
]
#: Where the part that each precision prints ends in ISO 8601, and what stands after it.
ENDS = {"second": 19, "minute": 16, "hour": 13, "day": 10, "month": 7}
ZEROS = "0000-01-01T00:00:00+08:00"

MOMENTS = st.datetimes(datetime(1995, 1, 1), datetime(2035, 12, 31, 23, 59, 59)).map(
    lambda at: at.replace(microsecond=0, tzinfo=SHANGHAI)
)


class TestProperties:
    """
    What holds for every date and every text.
    """

    @pytest.mark.parametrize("number", range(len(RENDERERS)))
    @given(at=MOMENTS)
    def test_round_trip(self, number: int, at: datetime) -> None:
        """Any moment written in any grammar reads back, at the precision written."""
        precision, render = RENDERERS[number]
        stamp = read_timestamp(render(at), lenient=False)
        assert stamp is not None, render(at)
        expected = at.isoformat()[: ENDS[precision]] + ZEROS[ENDS[precision] :]
        assert (expected, precision) == (stamp.value.astimezone(SHANGHAI).isoformat(), stamp.precision), render(at)

    @given(
        text=st.text(
            alphabet="0123456789２０一二十年月日时分前天昨半民國百:-/. TZ+星期二周午下pm上刚Oct,（）", max_size=60
        )
    )
    def test_never_raises(self, text: str) -> None:
        """No text is an error, and every span is that of its raw characters."""
        read_timestamp(text, reference=REFERENCE, lenient=False)
        strip_timestamps(text)
        reached = 0
        for stamp, start, end in find_timestamps(text):
            assert reached <= start < end
            assert text[start:end] == stamp.raw
            reached = end

    @pytest.mark.parametrize(
        "piece", ["2013-", "2013年10月", "1", " ", "20:", "二〇", "民國", "2013-10-22 09:16:0", "Oct 2"]
    )
    def test_linear(self, piece: str) -> None:
        """Long repetitions of half a date are read in time."""
        text = piece * 20_000
        started = datetime.now(tz=SHANGHAI)
        list(find_timestamps(text))
        assert datetime.now(tz=SHANGHAI) - started < timedelta(seconds=5)
