"""
The generic reader on pages built for it: articles in every kind of markup, pictures without text, and pages that are no articles.
"""

from __future__ import annotations

import gc
import re
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import families
from newsparse.adapters import sites
from newsparse.document.libxml2 import Libxml2Document
from newsparse.errors import REASONS, PageError
from newsparse.extract import Options, extract
from newsparse.generic import GENERIC
from newsparse.model import Article
from newsparse.output.json import to_dict
from newsparse.rules import RULE_FIELDS, Inferred

PAGES = Path(__file__).parent / "generic_pages"
PACKAGE = Path(newsparse.__file__).parent / "generic"

#: What each article page prints, read off the page by hand.  ``names`` of people, ``texts`` of the body's blocks.
ARTICLES: dict[str, dict[str, Any]] = {
    "tables-2005": {
        "title": "青石县城东菜市场搬迁 商户月底前签约",
        "timestamp": "2005-06-07T08:15:30+08:00",
        "source": "青石晚报",
        "authors": ["罗小满"],
        "editors": ["方竹"],
        "breadcrumb": ["首页", "新闻中心", "本地新闻", "正文"],
        "kinds": ["paragraph", "paragraph", "crosshead", "paragraph", "paragraph"],
        "texts": [
            "本报讯（记者 罗小满）城东菜市场将在七月初整体搬迁到河西路，三百二十户商户须在本月底前与管理方签订新的摊位合同。",
            "管理方负责人周大田介绍，新市场设有冷库和垃圾转运间，摊位费在头一年里减半收取。他说，旧市场的屋顶已经使用了二十年，雨天漏水严重。",
            "公交线路同步调整",
            "搬迁后，3路和9路公交车将在河西路增设停靠站，首班车提前到清晨五点，方便菜农进城。",
            "附近居民王阿婆说，新市场离家远了两站路，好在不用再踩着积水买菜。",
        ],
        "licences": ["青ICP备05000001号"],
    },
    "portal-2012": {
        "title": "白河渔港试行电子过磅 渔民称省下半天工夫",
        "kicker": "沿海六县推广渔获物流平台",
        "timestamp": "2012-01-12T16:40+08:00",
        "source": "青石日报",
        "authors": ["冯小满", "林秋"],
        "editors": ["夏禾"],
        "breadcrumb": ["青石网", "新闻频道", "滚动新闻", "正文"],
        "keywords": ["渔港", "电子过磅"],
        "comments": 3,
        "pages": 2,
        "captions": ["渔民在白河渔港的电子磅前排队。冯小满 摄"],
        "disclaimers": ["免责声明：本文转载自其他媒体，不代表青石网观点，与本网无关。"],
        "related": [
            "白河渔港扩建二期泊位下月开工",
            "渔业保险保费补贴提高一成",
            "六县渔获平台上线首日成交四百吨",
            "休渔期渔民转岗培训名单公布",
        ],
        "kinds": ["image", "paragraph", "paragraph", "paragraph", "paragraph"],
        "texts": [
            "青石日报白河1月12日电（记者 冯小满 通讯员 林秋）天还没亮，白河渔港的六台电子磅已经亮起红字，渔民把整筐的带鱼推上去，半分钟就拿到了盖章的小票。",
            "过去，渔获要先后过三道人工秤，排队常常排到中午。港务站站长陆海生说：“一道磅、一张票，数据直接进平台，谁也改不了。”",
            "渔民老郑算了一笔账：省下的半天可以补网，也可以让船早出港两个钟头，一年下来能多跑十几趟。",
            "平台还会在每天下午公布成交均价，外地客商不必再靠电话打听行情。（完）",
        ],
    },
    "hashed-2024": {
        "title": "云台山索道换新缆绳，检修期提前十天结束",
        "timestamp": "2024-03-18T09:05+08:00",
        "source": "青石新闻",
        "authors": ["柳听雨"],
        "editors": ["程砚"],
        "comments": 26,
        "captions": ["更换缆绳后的索道站 柳听雨 摄"],
        "related": ["盐田湿地观鸟栈道延长八百米", "旧铁路隧道改成自行车道"],
        "kinds": ["image", "paragraph", "paragraph", "crosshead", "paragraph"],
        "texts": [
            "3月17日，云台山索道完成新缆绳的最后一次张拉，比原定计划提前十天结束检修，本周末恢复对游客开放。",
            "新缆绳全长两千一百米，由四十八股钢丝绞成。检修组组长石磊说，换下来的旧绳已经用了九年，断丝数仍在安全范围之内。",
            "票价不变",
            "景区方面表示，索道票价不变，六十五岁以上老人凭证免票，预约入口将于周五中午开放。",
        ],
    },
    "taiwan-2012": {
        "title": "青石溪魚梯完工 苦花回游數量增三成",
        "timestamp": "2012-02-01T03:12+08:00",
        "source": "聯合青石報",
        "authors": ["張小滿"],
        "editors": [],
        "breadcrumb": ["青石新聞網", "生活"],
        "language": "zh-Hant",
        "kinds": ["paragraph", "paragraph", "paragraph"],
        "texts": [
            "青石溪三座攔沙壩的魚梯去年底完工，溪流保育協會上月的調查顯示，苦花回游的數量比前一年增加三成。",
            "協會理事長林水木說，魚梯採階梯式設計，每一階落差不到二十公分，幼魚也能輕鬆往上游。「以前牠們只能在壩底打轉。」",
            "縣府農業處表示，今年將再改善兩座固床工，並在沿岸種植水柳，經費約四百萬元。",
        ],
    },
    "split-2019": {
        "title": "枫林镇把闲置粮仓改成了乡村书房",
        "subtitle": "——三万册图书由镇上人捐出",
        "timestamp": "2019-09-09T10:20+08:00",
        "source": "枫林时报",
        "authors": [],
        "editors": ["叶一舟"],
        "breadcrumb": ["首页", "新闻", "正文"],
        "kinds": ["paragraph", "paragraph", "paragraph", "paragraph"],
        "texts": [
            "枫林镇东头的两座圆形粮仓空了十二年，今年夏天换上了玻璃顶，成了镇上的第一间书房，周末一座难求。",
            "设计师何青保留了仓壁上的标语和进粮口，书架顺着弧形墙面盘旋而上，最高处离地九米。",
            "书房里的三万册图书全部来自捐赠。退休教师唐月娥一个人就搬来了四百多本，有些扉页上还留着学生的签名。",
            "“以前晚上只能打牌，现在孩子们拉着我来看书。”村民刘大顺说。",
        ],
    },
    "one-node": {
        "title": "东港渡口元旦起停航",
        "timestamp": "2016-12-28",
        "source": None,
        "authors": [],
        "editors": [],
        "kinds": ["paragraph"],
        "texts": [
            "东港渡口自2017年1月1日起停航，过江行人请改走两公里外的东港大桥，桥上已划出非机动车道。"
            "渡口管理所表示，三条渡船将移交给水上救援队，十一名船工全部转岗到大桥养护站。",
        ],
    },
}

#: Why each of the other pages is no article.
REFUSED = {
    "author-page": "index",
    "captcha": "login",
    "channel-dated-list": "index",
    "channel-summaries": "index",
    "deleted-account-post": "not_found",
    "epaper-layout": "index",
    "forum-list": "index",
    "home-2009-tables": "index",
    "home-2024-cards": "index",
    "link-directory": "index",
    "login-page": "login",
    "not-found-house": "not_found",
    "not-found-short": "not_found",
    "pay-wall": "login",
    "scripts-only": "empty",
    "search-results": "index",
    "tag-page": "index",
    "topic-page": "index",
}


def printed(article: Article) -> dict[str, Any]:
    """
    Return an article as the tables above write it: names instead of people, texts instead of blocks.
    """
    form = to_dict(article)
    return {
        **form,
        "source": article.source.name if article.source else None,
        "authors": [person.name for person in article.authors],
        "editors": [person.name for person in article.editors],
        "breadcrumb": [link.name for link in article.breadcrumb],
        "related": [link.name for link in article.related],
        "keywords": list(article.keywords),
        "comments": article.comments.count if article.comments else None,
        "pages": article.pagination.pages if article.pagination else None,
        "disclaimers": [item.text for item in article.disclaimers],
        "captions": list(article.captions),
        "licences": list(article.footer.licences) if article.footer else [],
        "kinds": [block.kind for block in article.body],
        "texts": [block.text for block in article.body if block.kind not in ("image", "video")],
    }


def read(folder: str, name: str, **options: Any) -> Article:
    return newsparse.parse((PAGES / folder / f"{name}.html").read_bytes(), adapters=False, **options)


class TestArticles:
    """
    Every field of pages of every kind of markup.
    """

    @pytest.mark.parametrize(("name", "field"), [(name, field) for name, fields in ARTICLES.items() for field in fields])
    def test_field(self, name: str, field: str) -> None:
        """The field is what the page prints."""
        assert ARTICLES[name][field] == printed(read("articles", name))[field]

    @pytest.mark.parametrize("name", ARTICLES)
    def test_both_engines(self, name: str) -> None:
        """The other engine gives the same article, to the last field."""
        data = (PAGES / "articles" / f"{name}.html").read_bytes()
        options = Options(adapters=False, engine=Libxml2Document)

        other = extract(data, url=None, charset=None, options=options)

        assert printed(read("articles", name)) == printed(other)

    @pytest.mark.parametrize("name", ARTICLES)
    def test_confidence(self, name: str) -> None:
        """Every value of a rule carries how sure the reader is, and ``min_confidence`` drops the less certain."""
        article = read("articles", name)
        sure = article.confidence or {}

        assert {"title", "body", "timestamp"} <= set(sure)
        assert all(0 < value <= 1 for value in sure.values())

        strict = read("articles", name, min_confidence=0.999)
        assert (None, (), None) == (strict.title, strict.body, strict.timestamp)

    def test_explained(self) -> None:
        """The trace names the heuristic that gave each field, and the text it read."""
        data = (PAGES / "articles" / "portal-2012.html").read_bytes()

        trace = newsparse.explain(data, adapters=False).trace

        won = trace.won("source")
        assert "generic" == trace.decided_by
        assert won is not None
        assert "inferred source" == won.rule
        assert "来源：青石日报" in (won.raw or "")


class TestShown:
    """
    Pages whose story is pictures or a film.
    """

    @pytest.mark.parametrize(
        ("name", "kind", "title", "pictures"),
        [
            ("gallery", "gallery", "高清组图：雨后的青石古桥", 6),
            ("gallery-captions", "gallery", "青石湿地迎来今年第一批白鹭", 4),
            ("video", "video", "[视频]青石大桥合龙 两岸居民步行过江", 1),
        ],
    )
    def test_kind(self, name: str, kind: str, title: str, pictures: int) -> None:
        """They carry their kind, their title and what they show, and no list of other stories."""
        article = read("shown", name)

        assert (kind, title, pictures) == (article.kind, article.title, len(article.body))

    def test_captions(self) -> None:
        """The captions belong to their pictures."""
        assert ("三只白鹭在浅滩觅食", "一只白鹭从芦苇丛上飞起", "观鸟的市民架起望远镜", "傍晚的湿地") == read("shown", "gallery-captions").captions

    @pytest.mark.parametrize(
        ("name", "time", "source"),
        [
            ("gallery", "2015-06-03T09:12+08:00", "青石晚报"),
            ("gallery-captions", "2024-03-02T17:40+08:00", "青石新闻"),
            ("video", "2021-05-10T19:30+08:00", "青石电视台"),
        ],
    )
    def test_credits(self, name: str, time: str, source: str) -> None:
        """Time and source are read as on any page."""
        article = read("shown", name)

        assert (time, source) == (str(article.timestamp), article.source.name if article.source else None)


class TestRefused:
    """
    Pages that are no articles.
    """

    def test_all_are_listed(self) -> None:
        """Every page of the folder has its reason here."""
        assert sorted(REFUSED) == sorted(path.stem for path in (PAGES / "refused").glob("*.html"))

    @pytest.mark.parametrize("name", REFUSED)
    def test_reason(self, name: str) -> None:
        """The error says what the page is instead."""
        with pytest.raises(PageError) as caught:
            read("refused", name)

        assert REFUSED[name] == caught.value.reason
        assert caught.value.reason in REASONS

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"%PDF-1.4 <a href=x>" + bytes(range(1, 256)) * 20, "not_html"),
            (b"\x89PNG\r\n\x1a\n" + bytes(2000), "not_html"),
            (b"\x7fELF" + bytes(range(256)) * 20, "not_html"),
            (b'{"code": 1}', "not_html"),
            ("crawl/page.html", "not_html"),
            ("<html><body><p>短。</p></body></html>".encode("utf-16"), "no_article"),
            ("<p>短。".encode(), "no_article"),
            (b"<html><body></body></html>", "empty"),
            (("<body><ul>" + '<li><a href="/1.htm">青石县城东的老水厂昨天停用</a></li>' * 40 + "</ul>").encode(), "index"),
        ],
    )
    def test_not_a_page(self, data: bytes | str, reason: str) -> None:
        """What is no page at all is not called a list or a page without a story, and a poor page is not called an image."""
        with pytest.raises(PageError) as caught:
            newsparse.parse(data)

        assert caught.value.reason == reason

    @pytest.mark.parametrize("title", ["老菜场昨天关门", "无题"])
    def test_unlinked(self, title: str) -> None:
        """A page without links lists nothing, however little else speaks for an article."""
        told = "昨天下午，城西的老菜场迎来最后一批顾客，摊主们把剩下的蔬菜半价卖给了邻居。"
        more = "从下个月起，这里会改成社区食堂，一楼供应早餐，二楼留给老人下棋。"
        article = newsparse.parse(f"<html><title>{title}</title><p>{told}</p><p>{more}</p>".encode())

        assert article.title == title
        assert [block.text for block in article.body] == [told, more]

    @pytest.mark.parametrize("name", [name for name, reason in REFUSED.items() if reason == "index"])
    def test_whatever_the_address(self, name: str) -> None:
        """An address that looks like a story's does not make a list an article."""
        with pytest.raises(PageError):
            read("refused", name, url="https://www.example.com/2024/0318/c1001-40223222.html")


class TestDeclaration:
    """
    The reader is a Site like any other, and knows no site.
    """

    def test_rules(self) -> None:
        """It has a heuristic, with a docstring, for every field that rules can be written for."""
        layout = GENERIC.layouts[0]
        missing = {name for name in RULE_FIELDS if not getattr(layout, name)}

        assert set() == missing
        for name in RULE_FIELDS:
            for rule in getattr(layout, name):
                assert isinstance(rule, Inferred)
                assert rule.function.__doc__

    def test_no_sites(self) -> None:
        """No outlet's name and no host that an adapter declares stands in its code."""
        code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
        known = [*sites(), *families.sites()]
        hosts = {host for site in known for host in site.hosts}
        names = {site.name for site in known if len(site.name) > 2}

        assert hosts
        assert [] == sorted(host for host in hosts if host in code)
        assert [] == sorted(name for name in names if name in code)

    def test_no_selectors(self) -> None:
        """It asks the engine for no element by class or id."""
        code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))

        assert [] == re.findall(r"css(?:_first)?\(\s*f?[\"'][^\"']*[.#][\w-]+", code)


class TestOutline:
    """
    Pages that try the walk.
    """

    def test_deep_nesting(self) -> None:
        """Thousands of open elements are walked without recursion."""
        page = "<title>山路通车</title><h1>山路通车</h1>" + "<div>" * 6000 + "<p>山路昨天通车，村民不用再绕行三个小时。</p>"

        assert "山路昨天通车，村民不用再绕行三个小时。" == newsparse.parse(page, adapters=False).text

    def test_linear(self) -> None:
        """A page ten times as long takes about ten times as long."""
        from time import thread_time

        def cost(paragraphs: int) -> float:
            body = "".join(f"<p>第{n}段：河水在清晨漫过石阶，渡口的钟敲了{n}下，船工开始点名。</p>" for n in range(paragraphs))
            page = f"<title>渡口的一天</title><h1>渡口的一天</h1><div>2019-05-06 07:08 来源：青石晚报</div><div>{body}</div>"
            best = 9.0
            for _ in range(3):
                start = thread_time()
                newsparse.parse(page, adapters=False)
                best = min(best, thread_time() - start)
            return best

        cost(100)
        assert cost(4000) < 30 * cost(400)

    def test_white_space_in_lists(self) -> None:
        """A short list is read although its source is long."""
        blank = "\n" + " " * 200
        page = (
            f"<title>渡口夜航恢复</title><h1>渡口夜航恢复</h1><ul>{blank}<li>2012-01-12 10:50{blank}</li>{blank}<li>来源：青石晚报</li></ul>"
            "<p>渡口夜航昨晚恢复，末班船延到二十二点，岸边新装了十二盏灯。</p>"
        )
        article = newsparse.parse(page, adapters=False)

        assert ("2012-01-12T10:50+08:00", "青石晚报") == (str(article.timestamp), article.source.name if article.source else None)


def test_leaves_no_garbage() -> None:
    """No circle keeps a page in memory until the garbage collector comes round: crawls would grow by every page."""
    html = (PAGES / "articles" / "portal-2012.html").read_bytes()
    newsparse.parse(html, adapters=False)
    gc.collect()
    gc.disable()
    try:
        newsparse.parse(html, adapters=False)
        assert gc.collect() == 0
    finally:
        gc.enable()
