"""
How Chinese newsrooms write dates and times: patterns as data, nothing is read here.

Every entry carries an ``example`` and what it must be read as (``iso``); the tests
read them all.  ``fields.dates`` compiles the patterns.

Theory.  All calendar patterns name their parts alike (``PARTS``), so one builder
reads them all.  A pattern is a head (the day) and a tail (weekday, clock, zone); the tail is shared.
``\\d`` also matches full-width digits and ``\\s`` U+00A0 and U+3000, so the text is
never rewritten and spans stay true.  Repeats are bounded; none is nested.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newsparse.vocabulary.characters import NO_HAN

#: The named groups of a clock, and of a whole calendar pattern.  ``place`` is a zone before the clock,
#: ``before`` and ``after`` are the part of the day beside it.
CLOCK_PARTS = ("place", "before", "hour", "minute", "second", "after", "zone")
PARTS = ("year", "month", "day", "weekday", *CLOCK_PARTS, "weekday_after")

#: What the examples of relative times and of dates without a year are read against.
REFERENCE = "2013-10-22T10:30:00+08:00"


class Word(NamedTuple):
    """
    A word that stands for a value: part of the day, zone, weekday, day before today, unit.
    """

    word: str
    value: int
    example: str
    iso: str


class Grammar(NamedTuple):
    """
    One way of writing a day, with or without a clock.
    """

    name: str
    pattern: str
    example: str
    iso: str
    #: The text must match this to be worth trying; empty: always.
    hint: str = ""
    #: Added to the printed year: 1911 in the calendar of the Republic, 2000 for two digits.
    era: int = 0


#: What 0 to 12 on a clock of twelve hours are on one of twenty-four.  12 in the evening is the midnight that
#: ends the day; 1 to 4 in the evening are the night after it, and stay.
HOURS = (
    (*range(12), 0),
    (0, 13, 14, 15, *range(4, 13)),
    (*range(12, 24), 12),
    (*range(5), *range(17, 25)),
)
_AM, _NOON, _PM, _EVENING = range(4)

#: Which row of ``HOURS`` a word means; 間 and 後 are folded.
PARTS_OF_DAY = (
    Word("上午", _AM, "2012/01/16 上午 12:40", "2012-01-16T00:40+08:00"),
    Word("午前", _AM, "2012/01/16 午前 9:40", "2012-01-16T09:40+08:00"),
    Word("凌晨", _AM, "2013年10月22日凌晨1:05", "2013-10-22T01:05+08:00"),
    Word("清晨", _AM, "2013年10月22日清晨6时", "2013-10-22T06:00+08:00"),
    Word("早晨", _AM, "2013年10月22日早晨7点30分", "2013-10-22T07:30+08:00"),
    Word("早上", _AM, "2013年10月22日早上8点", "2013-10-22T08:00+08:00"),
    Word("早间", _AM, "2013-10-22 早間 07:30", "2013-10-22T07:30+08:00"),
    Word("中午", _NOON, "2013-10-22 中午 1:30", "2013-10-22T13:30+08:00"),
    Word("正午", _NOON, "2013-10-22 正午 12:00", "2013-10-22T12:00+08:00"),
    Word("下午", _PM, "2012/01/16 下午 02:26", "2012-01-16T14:26+08:00"),
    Word("午后", _PM, "2013-10-22 午後 3:15", "2013-10-22T15:15+08:00"),
    Word("傍晚", _PM, "2013年10月22日傍晚6点10分", "2013-10-22T18:10+08:00"),
    Word("晚上", _EVENING, "2013年10月22日晚上11:05", "2013-10-22T23:05+08:00"),
    Word("晚间", _EVENING, "2013-10-22 晚间 07:30", "2013-10-22T19:30+08:00"),
    Word("夜间", _EVENING, "2013-10-22 夜間 10:30", "2013-10-22T22:30+08:00"),
    Word("深夜", _EVENING, "2013-10-22 深夜 2:30", "2013-10-22T02:30+08:00"),
    Word("晚", _EVENING, "2013年10月22日晚8时", "2013-10-22T20:00+08:00"),
    Word("早", _AM, "2013年10月22日早8时", "2013-10-22T08:00+08:00"),
    Word("am", _AM, "2012/01/16 12:40 am", "2012-01-16T00:40+08:00"),
    Word("pm", _PM, "2012.01.12 03:58 pm", "2012-01-12T15:58+08:00"),
)

#: Zone -> minutes east of Greenwich.  CST is China's on Chinese pages.
ZONES = (
    Word("Z", 0, "2013-10-22T01:16:01Z", "2013-10-22T01:16:01+00:00"),
    Word("GMT", 0, "2025/02/05 19:08 GMT", "2025-02-05T19:08+00:00"),
    Word("UTC", 0, "2025-02-05 19:08:30 UTC", "2025-02-05T19:08:30+00:00"),
    Word("格林尼治标准时间", 0, "2012年12月10日, 格林尼治标准时间10:41", "2012-12-10T10:41+00:00"),
    Word("格林尼治標準時間", 0, "2012年12月10日 格林尼治標準時間10:41", "2012-12-10T10:41+00:00"),
    Word("格林威治標準時間", 0, "2012年12月10日, 格林威治標準時間 10:41", "2012-12-10T10:41+00:00"),
    Word("台北时间", 480, "2013-10-22 台北时间 09:16", "2013-10-22T09:16+08:00"),
    Word("台北時間", 480, "2013-10-22 台北時間 09:16", "2013-10-22T09:16+08:00"),
    Word("香港时间", 480, "2013-10-22 香港时间 09:16", "2013-10-22T09:16+08:00"),
    Word("香港時間", 480, "2013-10-22 香港時間 09:16", "2013-10-22T09:16+08:00"),
    Word("HKT", 480, "2012-01-12 HKT 16:53", "2012-01-12T16:53+08:00"),
    Word("CST", 480, "2013-10-22 09:16:01 CST", "2013-10-22T09:16:01+08:00"),
    Word("SGT", 480, "2013-10-22 09:16 SGT", "2013-10-22T09:16+08:00"),
    Word("JST", 540, "2013-10-22 09:16 JST", "2013-10-22T09:16+09:00"),
    Word("北京时间", 480, "2013-10-22 北京时间 09:16", "2013-10-22T09:16+08:00"),
    Word("北京時間", 480, "2013-10-22 北京時間 09:16", "2013-10-22T09:16+08:00"),
)

#: Last character of a Chinese weekday -> ISO weekday.
WEEKDAYS = (
    Word("一", 1, "2013年10月21日 星期一", "2013-10-21"),
    Word("二", 2, "2013年10月22日 星期二", "2013-10-22"),
    Word("三", 3, "2013年10月23日 周三", "2013-10-23"),
    Word("四", 4, "2012年1月12日‧星期四", "2012-01-12"),
    Word("五", 5, "2013年10月25日 禮拜五", "2013-10-25"),
    Word("六", 6, "2013年10月26日 週六", "2013-10-26"),
    Word("日", 7, "2013年10月27日(星期日)", "2013-10-27"),
    Word("天", 7, "2013年10月27日 礼拜天", "2013-10-27"),
)

#: First three letters of the English weekdays and months, in order.
ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

#: First character of 今天, 昨日 … -> days before the reference.
DAYS = (
    Word("今", 0, "今天 08:00", "2013-10-22T08:00+08:00"),
    Word("昨", 1, "昨日 下午3点", "2013-10-21T15:00+08:00"),
    Word("前", 2, "前天", "2013-10-20"),
)

#: First character of a unit -> its seconds.
UNITS = (
    Word("秒", 1, "30秒钟前", "2013-10-22T10:29+08:00"),
    Word("分", 60, "45 分鐘前", "2013-10-22T09:45+08:00"),
    Word("小", 3600, "21小时前", "2013-10-21T13:00+08:00"),
    Word("天", 86400, "30天前", "2013-09-22"),
    Word("周", 604800, "2周前", "2013-10-08"),
    Word("週", 604800, "2 週前", "2013-10-08"),
    Word("星", 604800, "1个星期前", "2013-10-15"),
)

#: Chinese numeral -> digit.  The round ones are what keyboards offer for 〇; 元 is the first month or year.
NUMERALS = {
    **dict.fromkeys("〇○◯零ＯO", 0),
    **{numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)},
    "两": 2,
    "兩": 2,
    "元": 1,
}
TENS = {"十": 10, "百": 100, "廿": 20, "卅": 30}

#: What may follow a short word (周二, 刚刚, 下午) that is not part of a longer one (周二强, 刚刚好, 下午茶).
_WORD_END = (
    rf"(?=$|{NO_HAN}|[来來][源自]|[发發][布表佈]|更新|作者|[编編][辑輯]|[记記]者|[上下]午|晚上|凌晨|[举舉评評])"
)
#: Between a date and what belongs to it.
_GAP = r"[\s\u200b\ufeff,，、·‧・|｜]{0,6}+"
_OPEN, _CLOSE = r"[(（\[【]", r"[)）\]】]"


def _one_of(words: Iterable[str]) -> str:
    """The words as a pattern that looks at the next character before it tries any of them."""
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?=[{''.join(sorted({word[0] for word in longest_first}))}])(?:{'|'.join(longest_first)})"


_WEEKDAY = (
    rf"(?=[星礼禮周週一二三四五六日MTWFSmtwfs])(?:(?:星期|[礼禮]拜)[一二三四五六日天]|[周週][一二三四五六日天]{_WORD_END}"
    r"|(?<=[(（])[一二三四五六日](?=[)）])"
    r"|(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?(?![A-Za-z]))"
)
_LATIN_HALF = r"[AaPp]\.?[Mm](?![A-Za-z])\.?"
_HALF = _one_of(entry.word for entry in PARTS_OF_DAY if not entry.word.isascii())
_BEFORE = rf"(?:{_HALF.replace('间', '[间間]').replace('后', '[后後]')}|{_LATIN_HALF})"
_AFTER = rf"(?:{_LATIN_HALF}|[上下]午{_WORD_END})"
_PLACE = _one_of(entry.word for entry in ZONES if len(entry.word) > 1) + "(?![A-Za-z])"
_OFFSET = r"(?:[-+]\d\d:?\d\d|(?<=\d)[-+]\d\d)"
#: Without seconds or T a minus is the dash of a range: 09:16-10:30.
_ZONE = (
    rf"(?:Z(?![A-Za-z])|{_PLACE}(?:\s?[-+]\d{{1,2}}(?::?\d\d)?(?![\d:]))?"
    rf"|(?=[-+])(?(second){_OFFSET}|(?(iso){_OFFSET}|\+\d\d:?\d\d))(?![\d:]))"
)
_HOUR = "(?:[2２][0-4０-４]|[01０１]?\\d)"
#: A minute of one digit is only believed with 分 or seconds after it: 9:5:3 is a time, 3:2 a score.
_MINUTE = r"(?:[0-5０-５]\d|\d(?=\s?[分:：]\s?\d|\s?分)|半)"
#: 时 and 点 end an hour; a bare 点 must end the word too: 3点建议 are three suggestions; 01:52 分钟 is a length.
_HOUR_END = (
    r"(?:[:：]\s?(?=[0-5０-５]\d(?!\s?分[钟鐘])|\d\s?[:：]\s?\d)|[时時]"
    rf"|[点點](?=\s?\d|[半整钟鐘许許]|左右|$|{NO_HAN}))"
)
_SECOND = r"(?:\s?(?:(?P<fen>分)|[:：])\s?(?P<second>[0-5０-５]\d|\d(?!\d))(?(fen)\s?秒|(?:[.:：]\d{1,9})?)|\s?分)?"
_CLOCK = (
    rf"(?P<iso>T)?(?:(?P<place>{_PLACE})\s{{0,2}})?(?:(?P<before>{_BEFORE})\s{{0,2}})?"
    rf"(?P<hour>{_HOUR})\s?{_HOUR_END}\s?(?:(?P<minute>{_MINUTE}){_SECOND})?"
    rf"(?:\s?(?P<after>{_AFTER}))?(?:\s?(?P<zone>{_ZONE}))?"
)
_BEFORE_CLOCK = rf"(?:{_GAP}(?P<open>{_OPEN})?(?P<weekday>{_WEEKDAY})(?(open){_CLOSE}?))?"
_AFTER_CLOCK = rf"(?:{_GAP}(?P<open_after>{_OPEN})?(?P<weekday_after>{_WEEKDAY})(?(open_after){_CLOSE}?))?"
_LABEL = r"(?:[时時][间間][:：]?\s?)?"
#: Weekday, clock, weekday: each may be missing.
_TAIL = rf"{_BEFORE_CLOCK}(?:{_GAP}(?P<bracket>{_OPEN})?{_LABEL}{_CLOCK}(?(bracket){_CLOSE}?))?{_AFTER_CLOCK}"

_SEPARATOR = r"[-/.－／．–—]"
#: Wider than the years that are believed: a class in front lets the engine skip quickly.
_YEAR = r"[12][019]\d\d"
_WIDE_YEAR = "[１２][０１９][０-９]{2}"
_MONTH = r"(?:[1１][0-2０-２]|[0０]?[1-9１-９])"
_DAY = r"(?:[3３][01０１]|[12１２]\d|[0０]?[1-9１-９])"
#: A day ends at 日, where its digits end, or before a clock of two-digit hours that is glued to it.
#: After 月 it needs 日, a clock or the end of a range: 4月20套 are twenty flats.
_DAY_END = (
    r"(?(yue)(?:\s{0,2}[日号號]|(?=\s{0,3}T?\d\d?[:：]\d\d)|(?=\s?[-~—–至到、]\s?\d{1,2}\s?[日号號]))"
    r"|(?:\s?[日号號]|(?![\d%％]|\.\d)|(?=\d\d[:：])))"
)
_DATE_END = rf"(?:(?P<yue>月)|{_SEPARATOR})\s{{0,2}}(?P<day>{_DAY}){_DAY_END}{_TAIL}"
#: After the year: 年 or a separator; or a blank, or nothing, where the parts are split over elements
#: (2023 11/ 17 20:52, 202007/08 16:37), and then the rest must be complete: 2019 11-12 is a score.
_SPLIT = r"(?=(?:0[1-9]|1[0-2])\s?[-/月]\s?[0-3]?\d\s{0,2}(?:日|\d\d?[:：]\d\d))"
_YEAR_END = rf"(?:\s{{0,2}}(?:年|{_SEPARATOR})\s{{0,2}}|\s{{1,2}}{_SPLIT}|(?=\d\d/){_SPLIT})"
_ALONE = r"(?<![\d.])"

_ZERO = "[〇○◯零ＯO0０]"
_NUMERAL = "[〇○◯零ＯO0０一二三四五六七八九]"
_NUMERAL_MONTH = "(?:十[一二]?|[一二三四五六七八九元])"
_NUMERAL_DAY = "(?:(?:[二三]?十|[廿卅])[一二三四五六七八九]?|[一二三四五六七八九])"
_NUMERAL_SIXTY = r"(?:[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九两兩]|[零〇]|\d{1,2})"
_NUMERAL_CLOCK = (
    rf"(?:(?P<before>{_BEFORE})\s{{0,2}})?(?P<hour>{_NUMERAL_SIXTY})"
    rf"(?:[:：](?=\d\d)|[时時]|[点點](?=[\d零〇一二三四五十半整钟鐘许許]|$|{NO_HAN}))"
    rf"(?:(?P<minute>{_NUMERAL_SIXTY}|半)(?:[分:：](?:(?P<second>{_NUMERAL_SIXTY})秒?)?)?)?"
)
_NUMERAL_DATE = (
    rf"年\s{{0,2}}(?P<month>{_NUMERAL_MONTH})\s{{0,2}}月"
    rf"(?:\s{{0,2}}(?P<day>{_NUMERAL_DAY})\s{{0,2}}[日号號]{_BEFORE_CLOCK}(?:{_GAP}{_NUMERAL_CLOCK})?{_AFTER_CLOCK}|(?!{_NUMERAL}|[十廿卅初]))"
)
ENGLISH_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![A-Za-z])"
)
_LETTERS = rf"(?P<month>{ENGLISH_MONTH})"
_ENGLISH_TAIL = rf"(?:,?\s{{1,2}}(?:at\s)?{_CLOCK})?"

_NUMERIC = rf"{_YEAR_END}(?P<month>{_MONTH})\s{{0,2}}(?:{_DATE_END}|月份?(?!\s{{0,2}}\d{{1,2}}(?!\d)))"
#: A year that none of 年-/. follows.
_BARE_YEAR = r"[12][019]\d\d(?!\s{0,2}[年\-/.])"
#: 年 after a digit, but not after a year of four: 101年1月, 13年10月.
_SHORT_YEAR = r"年(?<=\d年)(?<![12]\d\d\d年)\s?\d"
_CHINESE_YEAR = rf"年(?<={_NUMERAL}年)"
_REPUBLIC = "民[國国]"

#: The everyday one; nearly every page is read by it.
NUMERIC = Grammar(
    "numeric",
    rf"(?P<year>{_YEAR}){_NUMERIC}",
    "2013年10月22日 09:16:01 星期二",
    "2013-10-22T09:16:01+08:00",
)

#: Tried in this order where the everyday one finds nothing; those with the same hint stand together.
CALENDARS = (
    Grammar(
        "full width",
        rf"(?P<year>{_WIDE_YEAR}){_NUMERIC}",
        "２０１２年１月１６日　０９：１６",
        "2012-01-16T09:16+08:00",
        hint="[１２][０９]",
    ),
    Grammar(
        "compact",
        rf"(?<![\dA-Za-z_\-/.])(?P<year>{_YEAR})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?:[\sT]?(?P<hour>[01]\d|2[0-3])(?P<colon>:)?(?P<minute>[0-5]\d)(?:(?(colon):)(?P<second>[0-5]\d))?(?P<zone>Z)?)?"
        rf"(?![\dA-Za-z_\-/.])(?(hour)|{_WORD_END})",
        "20131022091601",
        "2013-10-22T09:16:01+08:00",
        hint=_BARE_YEAR,
    ),
    Grammar(
        "month first",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?(?<![A-Za-z]){_LETTERS}\.?\s{{0,2}}(?P<day>{_DAY})(?:st|nd|rd|th)?,?\s{{1,2}}"
        rf"(?P<year>{_YEAR})(?!\d){_ENGLISH_TAIL}",
        "Tue Oct 22 2013 09:16:01 GMT+0800",
        "2013-10-22T09:16:01+08:00",
        hint=_BARE_YEAR,
    ),
    Grammar(
        "day first",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s)?{_ALONE}(?P<day>{_DAY})(?:st|nd|rd|th)?[\s-]{_LETTERS}\.?,?[\s-]"
        rf"(?P<year>{_YEAR})(?!\d){_ENGLISH_TAIL}",
        "Tue, 22 Oct 2013 01:16:01 GMT",
        "2013-10-22T01:16:01+00:00",
        hint=_BARE_YEAR,
    ),
    Grammar(
        "year last",
        rf"(?:(?P<weekday>{_WEEKDAY})\s)?(?<![A-Za-z]){_LETTERS}\s{{1,2}}(?P<day>{_DAY})\s(?P<hour>{_HOUR}):(?P<minute>[0-5]\d)"
        rf":(?P<second>[0-5]\d)\s(?:(?P<zone>{_PLACE}(?:[-+]\d\d:?\d\d)?)\s)?(?P<year>{_YEAR})(?!\d)",
        "Tue Oct 22 09:16:01 CST 2013",
        "2013-10-22T09:16:01+08:00",
        hint=_BARE_YEAR,
    ),
    Grammar(
        "spaced",
        rf"{_ALONE}(?P<year>{_YEAR})\s(?P<month>0[1-9]|1[0-2])\s(?P<day>0[1-9]|[12]\d|3[01])(?=\s\d\d:\d\d){_TAIL}",
        "2020 07 08 16:37",
        "2020-07-08T16:37+08:00",
        hint=_BARE_YEAR,
    ),
    Grammar(
        "republic",
        rf"{_REPUBLIC}\s{{0,2}}(?P<year>\d{{2,3}})\s{{0,2}}(?:年|{_SEPARATOR})\s{{0,2}}(?P<month>{_MONTH})\s{{0,2}}"
        rf"(?:{_DATE_END}|月份?(?!\s{{0,2}}\d{{1,2}}(?!\d)))",
        "民國101年1月16日",
        "2012-01-16",
        hint=_REPUBLIC,
        era=1911,
    ),
    Grammar(
        "republic numerals",
        rf"{_REPUBLIC}\s{{0,2}}(?P<year>[一二三四五六七八九十百零〇○]{{2,5}}){_NUMERAL_DATE}",
        "民國一百零一年一月十六日",
        "2012-01-16",
        hint=_REPUBLIC,
        era=1911,
    ),
    Grammar(
        "numerals",
        rf"(?P<year>(?:一九九|二{_ZERO}{_NUMERAL}){_NUMERAL}){_NUMERAL_DATE}",
        "二〇一三年十月二十二日上午九时十六分",
        "2013-10-22T09:16+08:00",
        hint=_CHINESE_YEAR,
    ),
    Grammar(
        "republic unmarked",
        rf"{_ALONE}(?P<year>1[0-2]\d)年(?P<month>{_MONTH})(?=月){_DATE_END}",
        "101年1月16日 12:40",
        "2012-01-16T12:40+08:00",
        hint=_SHORT_YEAR,
        era=1911,
    ),
    Grammar(
        "two digits",
        rf"(?<![\d.年民國国元])(?P<year>[0-4]\d)年(?P<month>{_MONTH})(?=月){_DATE_END}",
        "13年10月22日 09:16",
        "2013-10-22T09:16+08:00",
        hint=_SHORT_YEAR,
        era=2000,
    ),
)

#: Only read as the stamp of a line, never searched for in running text.
TWO_DIGITS = Grammar(
    "two digits, separated",
    r"(?<![\d\-/.:])(?P<year>[0-4]\d)(?P<separator>[-/.])(?P<month>0[1-9]|1[0-2])(?P=separator)(?P<day>0[1-9]|[12]\d|3[01])"
    rf"(?=\s{{1,3}}\d\d?[:：]\d\d){_TAIL}",
    "13-10-22 09:16",
    "2013-10-22T09:16+08:00",
    era=2000,
)

#: A year or a month and nothing else in the text.
PARTIAL = Grammar(
    "partial",
    rf"\s*(?P<year>{_YEAR})\s?(?:年|[-/](?P<month>0[1-9]|1[0-2]))\s*",
    "2013-10",
    "2013-10",
)

#: Without a year, so only with a reference.  With a separator it needs a clock: 3-2 is a score.
MONTH_DAY = Grammar(
    "month and day",
    rf"(?<![\d\-/.年:])(?P<month>{_MONTH})\s{{0,2}}{_DATE_END}",
    "10-22 09:16",
    "2013-10-22T09:16+08:00",
)

#: A day named by its distance from the reference.
NAMED_DAY = Grammar(
    "named day",
    rf"(?<!大)(?P<day>[今昨前][天日])(?:{_GAP}{_CLOCK}|{_WORD_END})",
    "昨天 23:52",
    "2013-10-21T23:52+08:00",
)

#: A length of time before the reference, or none at all: 刚刚.
AGO = Grammar(
    "ago",
    rf"(?:[刚剛][刚剛才]|(?<![\d.年月])(?P<count>\d{{1,3}}|半|[一二两兩三四五六七八九十]{{1,2}})\s?[个個]?"
    rf"(?P<unit>秒[钟鐘]?|分[钟鐘]|小[时時]|天|[周週]|星期)[之以]?前){_WORD_END}",
    "3分钟前",
    "2013-10-22T10:27+08:00",
)

#: A clock that ends right before a date: 15:312018/09/16, [20:07] 01-12.
CLOCK_BEFORE = rf"(?<![\d:：]){_CLOCK}[\])）】\s,，·|]{{0,3}}\Z"

#: A clock and a weekday on their own, for taking them out of a line.
CLOCK_ALONE = rf"(?<![\d:：])(?:{_BEFORE}\s{{0,2}})?[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：])(?:\s?{_AFTER})?"
WEEKDAY_ALONE = rf"(?:星期|[礼禮]拜)[一二三四五六日天]{_WORD_END}"

#: What a number of eight digits is, when one of these stands before it: no date.
NUMBER_LABEL = r"(?:[号號证證码碼备備]|[电電][话話]|[热熱][线線]|[传傳]真|QQ|ID|id)\s?[:：]?\s?$"
