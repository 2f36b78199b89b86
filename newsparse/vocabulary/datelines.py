"""
The first words of a report: who sent it, from where, when. Patterns as data, each with what
must be read from its example; ``fields.datelines`` compiles them.

All name their parts alike: ``agency``, ``place``, ``date``, ``credit`` (people in brackets),
``people`` (people without brackets).
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.vocabulary.characters import HAN


class Opening(NamedTuple):
    """
    One way in which reports begin.
    """

    name: str
    pattern: str
    example: str
    agency: str | None
    place: str | None
    date: str | None
    authors: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    """One of these stands in every such opening; nothing where the first character tells as much."""


_D = "[0-9０-９一二三四五六七八九十]"
_DATE = rf"(?P<date>(?:[0-9０-９]{{4}}年)?(?:{_D}{{1,3}}月)?{_D}{{1,3}}日)"
#: A net may give the hour, too: 5月13日6时讯.
_HOUR = rf"(?:{_D}{{1,2}}[时時](?:{_D}{{1,2}}分)?)?"
_OPEN, _SHUT = "[（(]", "[）)]"
#: People in brackets right behind the opening.
#: Between stands the paper that a net has the report from: 青石网消息（青石日报）（记者 张小满）.
_CREDIT = rf"(?:[\s\xa0\u3000]{{0,3}}{_OPEN}[^（()）记記]{{2,8}}[报報网網社台]{_SHUT}(?=[\s\xa0\u3000]{{0,3}}{_OPEN}[^（()）]{{0,8}}(?:记者|記者|通讯员|通訊員)))?(?:[\s\xa0\u3000]{{0,3}}{_OPEN}(?P<credit>[^（()）]{{2,90}}){_SHUT})?"
#: People without brackets right behind the opening, who end with 报道 or a colon: 本报石港电 记者 甲 通讯员 乙报道：….
_REPORT = (
    r"(?:[\s\xa0\u3000]{0,3}(?P<people>[^\s，。、：:（()）]{0,8}(?:记者|記者|通讯员|通訊員)[^，。：:（()）“”]{2,40}?)(?:报道|報導|报导|報道)?"
    r"(?=[：:]|(?<=[道導导])[\s\xa0\u3000，]))?"
)
_SENDS = "综合外电报道|綜合外電報導|外電報導|电|電|专电|專電|电讯|電訊"
_SAYS = "讯|訊|快讯|快訊|专讯|專訊|消息|独家消息|综合消息"
_ENDING = (
    "社|通讯社|通訊社|日报|日報|晚报|晚報|晨报|早报|时报|時報|商报|都市报|都市報|快报|导报|报|報|网|網|在线|在線|之家|客户端|客戶端|"
    "卫视|电视台|总台|新闻|新聞|周刊|杂志|传媒|科技|财经|財經|体育|體育|娱乐|汽车|游戏|之声|频道"
)
#: The agency's name is not over where one of these follows: 青石新闻 in 青石新闻网.
_OVER = "(?!网|網|报|報|社|台(?![北湾灣中南州东東])|客户端|频道|[-－—·])"
_OURS = "本报|本報|本刊|本网|本網|本台|本社"

_SENT, _SAID = ("电", "電"), ("讯", "訊", "消息")
_REPORTER, _REPORTED = ("记者", "記者"), ("报道", "報導", "报导", "報道")

OPENINGS: tuple[Opening, ...] = (
    Opening(
        "agency",
        rf"(?P<open>[【\[（(〔])?(?:据|據)?(?P<agency>{_OURS}|路透|彭博|[^\s，。、：；“”（()）【】《》〔〕／╱]{{1,16}}?(?:{_ENDING})){_OVER}"
        rf"(?P<place>[^\s\d０-９，。、：；“”（()）【】《》／╱/]{{0,14}}?)\s?(?:{_DATE}{_HOUR})?\s?(?:{_SENDS})"
        rf"(?![话話影视視脑腦子力商器台臺动動池梯网網信缆纜源价價费費路机機站厂廠能压壓流报報邮郵])(?(open)[】\]）)〕]){_CREDIT}{_REPORT}",
        "青石社北京4月5日电（记者张小满、李小寒）春天来了。",
        "青石社",
        "北京",
        "4月5日",
        ("张小满", "李小寒"),
        ("青石网9月20日电话采访了他。", "本网电影频道今天开播", "据青石社报道，春天来了。"),
        holds=_SENT,
    ),
    Opening(
        "paper",
        rf"(?P<open>[【\[（(〔])?(?P<agency>{_OURS}|[^\s，。、：；“”（()）【】《》〔〕]{{1,20}}?(?:{_ENDING})){_OVER}"
        rf"(?P<place>[^\s\d０-９，。、：；“”（()）【】《》]{{0,10}}?)\s?(?:{_DATE}{_HOUR})?\s?(?<![通短资資简簡喜音])(?:{_SAYS})"
        rf"(?(open)[】\]）)〕]|(?=[\s\xa0\u3000（(：:，,]|记者|記者|$)){_CREDIT}{_REPORT}",
        "青石晚报讯（记者 张小满 通讯员 李小寒）春天来了。",
        "青石晚报",
        None,
        None,
        ("张小满", "李小寒"),
        ("青石网消息人士透露，春天来了。", "本报资讯栏目", "青石网通讯录泄露"),
        holds=_SAID,
    ),
    Opening(
        "bracket-sent",
        rf"[【〔（(](?P<agency>[^\s，。、：；“”（()）【】《》〔〕／╱/\d０-９]{{2,12}}?)(?P<place>\Z.)?(?:北京时间|北京時間)?\s?{_DATE}(?:{_SENDS}|{_SAYS})[】〕）)]{_CREDIT}",
        "（吉石坡2日訊）春天來了。",
        None,
        "吉石坡",
        "2日",
        (),
        ("（他2日訊問了證人）春天來了。",),
    ),
    Opening(
        "reported-credit",
        rf"(?P<agency>[^\s，。、：；“”（()）【】《》]{{1,12}}?(?:{_ENDING}))(?P<place>\Z.)?(?P<date>\Z.)?(?:综合|綜合|独家)?(?:报道|報導|报导|報道)?"
        rf"[\s\xa0\u3000]{{0,2}}{_OPEN}(?P<credit>[^\s（()），。]{{0,10}}\s?(?:记者|記者)[^（()），。]{{2,60}}){_SHUT}",
        "青石在线报道（记者 张小满）：春天来了。",
        "青石在线",
        None,
        None,
        ("张小满",),
        ("青石网报道（记者提问时他没有回答），春天来了。", "他读了青石晚报（记者从不说假话），春天来了。"),
        holds=_REPORTER,
    ),
    Opening(
        "bare-date",
        rf"(?P<agency>[^\s，。、：；“”（()）【】《》\d]{{2,14}}?)(?P<place>\Z.)?{_DATE}(?:{_SAYS})(?=[\s\xa0\u3000（(：:，,]){_CREDIT}",
        "红石沅陵站1月12日讯 春天来了。",
        "红石沅陵站",
        None,
        "1月12日",
        (),
        ("据他1月12日消息，春天来了",),
        holds=_SAID,
    ),
    Opening(
        "reported",
        rf"(?P<open>[【\[（(])?(?P<agency>[^\s，。、：；“”（()）【】《》]{{1,12}}?(?:{_ENDING}))"
        rf"(?P<people>(?:(?:实习|見習|见习|特派|特约|驻外)?(?:记者|記者|通讯员|通訊員)[^\s，。：:（()）【】]{{2,16}}?)?)(?P<place>\Z.)?"
        rf"(?:\s?{_DATE})(?:综合)?(?:报道|報導|报导|報道)(?(open)[】\]）)]|(?=[：:\s，])){_CREDIT}",
        "青石网实习记者张小满1月12日报道 春天来了。",
        "青石网",
        None,
        "1月12日",
        ("张小满",),
        ("据青石网1月12日报道，春天来了。",),
        holds=_REPORTED,
    ),
    Opening(
        "taiwan",
        r"[【〔（(\[](?P<agency>(?!編譯|编译|駐|驻)[^\s，。、：；“”（()）【】〔〕／╱/]{2,12}?)?[／╱/\s]?"
        r"(?P<people>(?:(?:記者|特派員|特約記者|實習記者|編譯|通訊員|駐[^\s／╱/]{1,6}(?:記者|特派員)|记者|编译|即時新聞|國際新聞中心|社會中心|綜合外電)[\s/／]?)[^\s，。：；“”（()）【】〔〕／╱/\d]{0,12}?"
        r"(?:、[^\s，。／╱/】〕]{2,4}){0,4})"
        r"(?:[／╱/\s](?P<place>[^\s，。：；／╱/】〕）)]{0,10}?))?"
        rf"(?P<date>(?:{_D}{{1,3}}月)?{_D}{{1,3}}日)?(?:報導|报导|报道|電|电|专电|專電|整理|攝影報導|翻攝|訊)[】〕）)\]]",
        "【青石報╱記者張小滿／台北報導】春天來了。",
        "青石報",
        "台北",
        None,
        ("張小滿",),
        ("（記者提問時，他沒有回答）春天來了。",),
    ),
    Opening(
        "taiwan-agency",
        r"[【〔（(\[](?P<agency>[^\s，。、：；“”（()）【】〔〕／╱/]{2,8}(?:社|報|報|网|網|新聞|新闻))(?P<place>\Z.)?(?P<date>\Z.)?(?:[／╱/]\s?(?P<people>(?!報導|報道|报道|綜合)[^\s，。】〕／╱/]{2,8}))?"
        rf"(?:[／╱/]?(?:報導|报道|報道))?[】〕）)\]]{_CREDIT}",
        "〔青石社〕春天來了。",
        "青石社",
        None,
        None,
        (),
        ("（青石網友）春天來了。",),
    ),
    Opening(
        "taiwan-name",
        rf"[【〔（(\[]?(?:(?P<agency>[^\s，。、：；“”（()）【】〔〕／╱/]{{1,10}}?(?:{_ENDING}|媒))[／╱/]\s?)?"
        r"(?P<people>(?:記者|特派員|編譯|记者)?[^\s，。：；“”（()）【】〔〕／╱/]{2,4}(?:、[^\s，。／╱/】〕]{2,4}){0,3})"
        r"\s?[／╱/]\s?(?P<place>[^\s，。：；／╱/】〕）)]{2,8}?)(?P<date>\Z.)?(?:報導|报导|报道|報道|攝影報導)[】〕）)\]]?(?=[\s\xa0\u3000】〕]|$|[^，。的])",
        "記者張小滿／台北報導",
        None,
        "台北",
        None,
        ("張小滿",),
        ("他/她们报道了这件事",),
        holds=_REPORTED,
    ),
    Opening(
        "desk-name",
        r"[【〔（(\[]?(?P<agency>\Z.)?[^\s，。：；“”（()）【】〔〕／╱/]{2,4}(?:中心|組|组)[／╱/]\s?"
        r"(?P<people>(?!綜合|综合)[^\s，。：；“”（()）【】〔〕／╱/]{2,4}(?:、[^\s，。／╱/】〕]{2,4}){0,3})"
        r"(?P<place>\Z.)?(?P<date>\Z.)?(?:報導|报导|报道|報道|整理|編譯)[】〕）)\]]?(?=[\s\xa0\u3000：:】〕]|$)",
        "生活中心／張小滿報導",
        None,
        None,
        None,
        ("張小滿",),
        ("國際中心／綜合報導", "購物中心／停車場報導"),
        holds=(*_REPORTED, "整理", "編譯"),
    ),
    Opening(
        "reported-bracket",
        rf"[【\[（(](?P<agency>[^\s，。、：；“”（()）【】《》／╱/]{{1,12}}?(?:{_ENDING})?)(?P<place>\Z.)?(?P<date>\Z.)?"
        r"(?:综合报道|综合讯|綜合報導|报道|報導|报导|独家报道)[】\]）)]",
        "[青石时报报道]春天来了。",
        "青石时报",
        None,
        None,
        (),
    ),
    Opening(
        "reporter-place",
        rf"(?P<agency>{_OURS}|[^\s，。、：；“”（()）【】《》]{{2,10}}?(?:{_ENDING}))?(?P<people>(?:特派|见习|实习|首席|驻外)?(?:记者|記者)[\s\xa0\u3000/／|]{{0,2}}[^\s，。：:（()）]{{2,4}}(?:[\s、][^\s，。：:（()）、]{{2,4}}){{0,4}})"
        r"(?:[\s/／|丨｜]{1,3}|\s?(?:发自|發自)\s?)(?P<place>[^\s，。：（()）]{2,6}?)(?P<date>\Z.)?(?:报道|報導|报导|摄影报道|电|讯)(?=[\s\xa0\u3000：:，]|$)",
        "本报记者 张小满 李小寒 北京报道",
        "本报",
        "北京",
        None,
        ("张小满", "李小寒"),
        ("本报记者 前往现场报道了这次救援",),
        holds=_REPORTER,
    ),
    Opening(
        "reporter-town",
        rf"(?P<agency>{_OURS}|[^\s，。、：；“”（()）【】《》]{{2,12}}?(?:{_ENDING}))(?P<people>(?:特派|见习|实习|首席)?(?:记者|記者)[\s\xa0\u3000]?{HAN}{{2,8}}"
        rf"(?:[\s\xa0\u3000、]{{1,2}}(?:(?:记者|記者|通讯员|通訊員|实习生)[\s\xa0\u3000]?)?{HAN}{{2,5}}){{0,4}})(?P<place>\Z.)?(?P<date>\Z.)?(?:报道|報導|报导|報道)(?=[\s\xa0\u3000：:])",
        "青石环境报记者张小满 通讯员李寒昆明报道 春天来了。",
        "青石环境报",
        "昆明",
        None,
        ("张小满", "李寒"),
        ("青石晚报记者日前报道 春天来了。", "青石晚报记者连续三天报道：春天来了。"),
        holds=_REPORTER,
    ),
    Opening(
        "bracket-reporter",
        rf"[【\[（(](?P<agency>[^\s，。、：；“”（()）【】《》]{{1,12}}?(?:{_ENDING}))(?P<place>\Z.)?(?P<date>\Z.)?(?:综合|綜合)?(?:报道|報導|报导|報道|消息|讯|訊)?[\s\xa0\u3000]{{0,2}}"
        r"(?:驻[^\s，。（()）【】]{2,6}?)?(?P<people>(?:特约|特派|见习|实习|首席|全媒体)?(?:记者|記者)[\s\xa0\u3000/／]{0,2}[^，。：:（()）【】\[\]]{2,40})[】\]）)]",
        "【青石网报道 记者 张小满】春天来了。",
        "青石网",
        None,
        None,
        ("张小满",),
        ("（青石网记者提问时他没有回答）春天来了。",),
    ),
    Opening(
        "reporter-prose",
        rf"(?P<agency>{_OURS}|[^\s，。、：；“”（()）【】《》]{{1,10}}?(?:{_ENDING}))?(?P<place>\Z.)?(?P<date>\Z.)?[\s\xa0\u3000]{{0,2}}"
        rf"(?P<people>(?:特派|特约|见习|实习|首席|全媒体)?(?:记者|記者)[\s\xa0\u3000]{{1,3}}{HAN}{{2,3}}"
        rf"(?:[\s\xa0\u3000、]{{1,3}}(?:(?:(?:特派|特约|见习|实习)?记者|通讯员|实习生)[\s\xa0\u3000]{{0,2}})?{HAN}{{2,3}}(?=[\s\xa0\u3000、报])){{0,5}})"
        rf"(?:\s?报道)?[\s\xa0\u3000]{{1,4}}(?=[“「\d]|{HAN}{{4}}|{HAN}{{1,3}}[，：])",
        "青石日报 记者 张小满 实习记者 李小寒 春天来了。",
        "青石日报",
        None,
        None,
        ("张小满", "李小寒"),
        ("记者 近日 从教育局获悉，春天来了。",),
        holds=_REPORTER,
    ),
    Opening(
        "line-town",
        rf"(?:(?P<agency>[^\s，。：|｜]{{2,14}})\s?[|｜]\s?)?(?P<people>{HAN}{{2,4}}(?:[\s、]{HAN}{{2,4}}){{0,3}})\s{{1,2}}(?P<place>{HAN}{{2,6}}?)(?P<date>\Z.)?"
        r"(?:報導|报导|报道|報道)$",
        "青石頭條 | 張小滿 台北報導",
        "青石頭條",
        "台北",
        None,
        ("張小滿",),
        ("春天 深度 报道", "他 在台北 报道"),
        holds=_REPORTED,
    ),
    Opening(
        "line-report",
        rf"(?P<agency>\Z.)?(?P<people>{HAN}{{2,4}}(?:[\s、]{HAN}{{2,4}}){{0,3}})\s{{0,2}}(?:報導|报导|报道|報道)\s?[/／|｜]\s?(?P<place>{HAN}{{2,6}})(?P<date>\Z.)?$",
        "張小滿 李小寒 報導 / 台北市",
        None,
        "台北市",
        None,
        ("張小滿", "李小寒"),
        ("深度报道 / 台北",),
        holds=_REPORTED,
    ),
    Opening(
        "bare-word",
        r"(?P<agency>\Z.)?(?P<place>\Z.)?(?P<date>\Z.)?(?:讯|訊)\s?[（(](?P<credit>[^（()）]{2,40})[）)]",
        "讯（张小满）春天来了。",
        None,
        None,
        None,
        ("张小满",),
        ("讯问笔录显示",),
    ),
)  # fmt: skip

#: Desks, which are no agencies.
DESKS = frozenset(
    "即時新聞 即时新闻 綜合外電 综合外电 國際中心 社會中心 生活中心 國際新聞中心 財經中心 政治中心 綜合 综合 頭條新聞".split()
)
