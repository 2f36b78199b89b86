"""
What stands around a story on pages that nobody declared: one short invented page a shape, read by the generic reader alone.
"""

from __future__ import annotations

from typing import Any

import pytest

import newsparse

TITLE = "青石老水厂停用 三万户喝上新水"
STORY = (
    "青石县城东的老水厂上周停止供水，三万户居民改由新水厂供水，水压比以前高了一倍。",
    "县水务局副局长周大田介绍，新水厂取水口上移了六公里，日供水能力达到八万吨，水质检测项目增加到一百零六项。",
    "“早上烧水没有味道了。”住在河西路的唐月娥说，她家的净水器已经停用。",
)
INFO = "<div>2024-03-18 09:05 来源：青石晚报</div>"
TIME = "2024-03-18T09:05+08:00"


def page(info: str = INFO, *, body: str = "", end: str = "", above: str = "", below: str = "", heading: str = f"<h1>{TITLE}</h1>") -> str:
    """
    Return a page as most sites build it: menu, title, info line, story, what follows it, footer.

    Args:
        info: the lines between title and story.
        body: the story's markup; the three paragraphs where it is empty.
        end: one more line right below the last paragraph, inside the story's element.
        above: what stands above the title.
        below: what stands below the story's element.
    """
    story = body or "".join(f"<p>{text}</p>" for text in STORY)
    last = f"<p>{end}</p>" if end else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}_青石网</title></head><body>'
        '<div class="nav"><a href="/">首页</a> <a href="/n">新闻</a> <a href="/s">社会</a> <a href="/v">视频</a></div>'
        f'{above}<div class="main">{heading}{info}<div class="content">{story}{last}</div>{below}</div>'
        '<div class="footer"><p><a href="/about">关于我们</a> | <a href="/ad">广告服务</a> | <a href="/law">法律声明</a></p>'
        "<p>Copyright © 2000-2024 example.com All Rights Reserved 青石网 版权所有</p><p>青ICP备05000001号-1</p></div></body></html>"
    )


def told(before: str = "", after: str = "") -> str:
    """
    Return the story with words glued to its first and its last paragraph.
    """
    first, middle, last = STORY
    return f"<p>{before}{first}</p><p>{middle}</p><p>{last}{after}</p>"


def printed(html: str) -> dict[str, Any]:
    """
    Return what the generic reader finds on a page, names instead of people, texts instead of blocks.
    """
    article = newsparse.parse(html, adapters=False)
    return {
        "timestamp": str(article.timestamp) if article.timestamp else None,
        "source": article.source.name if article.source else None,
        "authors": [person.name for person in article.authors],
        "editors": [person.name for person in article.editors],
        "texts": tuple(block.text for block in article.body if block.kind not in ("image", "video")),
        "captions": list(article.captions),
        "keywords": list(article.keywords),
        "breadcrumb": [link.name for link in article.breadcrumb],
        "comments": article.comments.count if article.comments else None,
        "disclaimers": [item.text for item in article.disclaimers],
    }


def check(html: str, wanted: dict[str, Any]) -> None:
    """
    Compare the wanted fields, and the title, which every page has.
    """
    found = printed(html)
    assert wanted == {name: found[name] for name in wanted}
    assert TITLE == newsparse.parse(html, adapters=False).title


class TestInfoLines:
    """
    The lines between title and story.
    """

    @pytest.mark.parametrize(
        ("info", "wanted"),
        [
            (
                "<div><span>2024-03-18 09:05</span><span>来源：青石晚报</span><span>作者：罗小满</span><span>责任编辑：方竹</span>"
                "<span>浏览次数：1024</span><span>字号：T|T</span></div>",
                {"source": "青石晚报", "authors": ["罗小满"], "editors": ["方竹"], "timestamp": TIME},
            ),
            (
                "<div>发布时间：2024-03-18 09:05 更新时间：2024-03-18 10:00 来源：青石晚报 编辑：方竹 浏览次数：88次 [大 中 小] 打印 关闭</div>",
                {"source": "青石晚报", "editors": ["方竹"], "timestamp": TIME},
            ),
            (
                "<div>发布机构：青石县人民政府办公室 发布时间：2024-03-18 来源：青石县水务局 【字体：大 中 小】 打印本页</div>",
                {"source": "青石县水务局", "timestamp": "2024-03-18"},
            ),
            ("<div>稿源：青石在线　编辑：方竹　2024-03-18 09:05</div>", {"source": "青石在线", "editors": ["方竹"], "timestamp": TIME}),
            ("<div>青石網　罗小满</div><div>2024-03-18 09:05</div>", {"source": "青石網", "authors": ["罗小满"], "timestamp": TIME}),
            ("<div>来源:青石日报 | 2024-03-18 09:05 | 作者:青石日报·青石新闻客户端 罗小满 | 责编:方竹</div>", {"authors": ["罗小满"], "editors": ["方竹"]}),
            ("<p>罗小满/青石晚报</p><p>2024-03-18 09:05</p>", {"source": "青石晚报", "authors": ["罗小满"]}),
            ('<p class="author">罗小满</p><p>2024-03-18 09:05</p>', {"source": None, "authors": ["罗小满"]}),
            ('<p class="author-follow">关注</p><p>2024-03-18 09:05</p>', {"authors": []}),
            ("<ul><li>罗小满 记者</li><li>上传 2024.03.18 09:05</li></ul>", {"authors": ["罗小满"], "timestamp": TIME}),
            ("<div>2024年03月18日09:05<span>青石晚报</span><span>罗小满</span><a href='#c'>我要评论(0)</a></div>", {"source": "青石晚报", "authors": ["罗小满"]}),
            ("<p>罗小满</p><p>2024年3月18日</p>", {"authors": ["罗小满"], "timestamp": "2024-03-18"}),
            ("<p>简体版</p><p>2024年3月18日</p>", {"authors": []}),
            ("<p>财经</p><p>高清</p><p>2024-03-18 09:05</p>", {"source": None, "authors": []}),
            (
                "<ul><li>2024-03-18 09:05</li><li>青石時報</li><li>罗小满／台北報導</li></ul>",
                {"source": "青石時報", "authors": ["罗小满"], "timestamp": TIME},
            ),
            ("<ul><li>2024-03-18</li><li>【罗小满／新北市報導】</li></ul>", {"authors": ["罗小满"], "timestamp": "2024-03-18"}),
            ("<div>青石日报|罗小满 林秋|2024-03-18 09:05|评论(9)A+A-</div>", {"authors": ["罗小满", "林秋"], "timestamp": TIME}),
            ("<div>http://www.example.com 2024-03-18 09:05 罗小满 来源：青石日报 我来说两句(5)</div>", {"source": "青石日报", "authors": ["罗小满"]}),
            ("<div>2024-03-18 09:05 高考 来源：青石日报</div>", {"source": "青石日报", "authors": []}),
            ("<div>青石頭條 | 罗小满 台北報導</div><div>2024-03-18 09:05</div>", {"authors": ["罗小满"]}),
            ("<div>2024-03-18 09:05</div><div>罗小满 林秋 報導 / 台北市</div>", {"authors": ["罗小满", "林秋"]}),
            ("<div>2024-03-18 09:05</div><div>● 罗小满 林秋</div>", {"authors": ["罗小满", "林秋"]}),
            ("<div>青石网 记者：罗小满 编辑：方竹</div><div>2024-03-18 09:05</div>", {"source": "青石网", "authors": ["罗小满"], "editors": ["方竹"]}),
            ("<div>作者: 罗小满 | 青石網 – 2024年3月18日 上午9:05</div>", {"source": "青石網", "authors": ["罗小满"]}),
            ("<div>2024年3月18日財經新聞</div>", {"source": None}),
            ("<div>2024-03-18 09:05 来源于 青石网</div>", {"source": "青石网"}),
            ("<div>作者：罗小满 | 點閱次數：1,274 | 列印 | 轉寄 | 字級：<a>小</a><a>中</a><a>大</a></div>", {"authors": ["罗小满"]}),
            ("<div>2024-03-18 09:05 记者：罗小满 浏览 次</div>", {"authors": ["罗小满"], "timestamp": TIME}),
            ("<div>編輯：方竹 新聞引據：採訪</div>", {"editors": ["方竹"]}),
            ("<div>来源：青石晚报A+A- 2024-03-18 09:05</div>", {"source": "青石晚报"}),
            ("<div>青石日报 2024-03-18 09:05:12 撰稿：罗小满</div>", {"source": "青石日报", "authors": ["罗小满"]}),
            ("<div>采写：罗小满</div><div>2024-03-18 09:05</div>", {"authors": ["罗小满"]}),
            ("<div>Author, 罗小满</div><div>2024-03-18 09:05</div>", {"authors": ["罗小满"]}),
            ("<div>ANNA REED 报道 2024年03月18日</div>", {"authors": ["ANNA REED"]}),
            ("<div>英国《青石时报》 罗伯特•里德 伦敦、罗小满 香港报道2024年03月18日</div>", {"authors": ["罗伯特•里德", "罗小满"]}),
            ("<div>記者 罗小满 / 攝影 林秋 報導</div><div>2024-03-18 09:05</div>", {"authors": ["罗小满"]}),
            ("<div>青记者 罗小满 林秋 发自白河、南岸</div><div>2024-03-18 09:05</div>", {"authors": ["罗小满", "林秋"]}),
            (
                "<div>每日青石新闻 2024-03-18 09:05</div><div>每青记者|罗小满 &nbsp;&nbsp;每青编辑|方竹</div>",
                {"authors": ["罗小满"], "editors": ["方竹"]},
            ),
        ],
    )
    def test_credits(self, info: str, wanted: dict[str, Any]) -> None:
        """Time, outlet and people are read from every form of the line, and nothing else is taken for them."""
        check(page(info), wanted)

    @pytest.mark.parametrize(
        "info",
        [
            "<div>最後更新 2024-03-18 10:00　發佈時間 2024-03-18 09:05</div>",
            "<div>更新時間：10:00 2024-03-18 發佈時間：09:05 2024-03-18</div>",
            "<div>出版：2024-03-18 09:05更新：2024-03-18 10:00</div>",
            "<div>發表時間： 18/03/2024 - 09:05更改时间： 18/03/2024 - 10:00</div>",
            "<div>2024年3月18日 週一 上午9:05</div>",
        ],
    )
    def test_first_publication(self, info: str) -> None:
        """The time is that of the publication, wherever the last change stands, and whichever way round it is written."""
        check(page(info), {"timestamp": TIME})


    @pytest.mark.parametrize(
        "line", ["青石发布 03-18 09:05", "发布于 18/03/2024 09:05 · 1年前", "青石报 记者 罗小满 编辑 方竹 校对 林秋", "阅读量：1.2万"]
    )
    def test_no_subtitle(self, line: str) -> None:
        """Whatever form the info line has, it is no second line of the title."""
        assert newsparse.parse(page(f"<div>{line}</div>"), adapters=False).subtitle is None

    def test_site_beside_the_time(self) -> None:
        """A name that shows nothing is the outlet's where ``<title>`` ends with it."""
        info = "<div>青石壹点 2024-03-18 09:05</div>"
        check(page(info).replace("_青石网</title>", "-青石壹点</title>"), {"source": "青石壹点"})
        check(page(info), {"source": None})

    def test_subtitle_named(self) -> None:
        """An element may call itself 副题, in letters."""
        html = page(f'<div class="cont_ftitle">县水务局：水压高了一倍</div>{INFO}')
        assert newsparse.parse(html, adapters=False).subtitle == "县水务局：水压高了一倍"

    def test_summary_below_its_label(self) -> None:
        """A summary whose label stands in a line of its own is not the story's first paragraph."""
        check(page(INFO + "<div>摘要</div><div>【老水厂停用】水压高了一倍，居民说好。</div>"), {"texts": STORY})

    def test_consent_above(self) -> None:
        """Behind the page's own first words the dateline still names the agency."""
        body = "<p>請同意我們的隱私權規範，才能啟用聽新聞的功能。</p>" + told(before="（青石社記者罗小满台北18日電）")

        check(page("<div>2024/3/18 09:05</div>", body=body), {"source": "青石社", "authors": ["罗小满"]})


class TestEndCredits:
    """
    Credits inside the story's element and below it.
    """

    def test_editor_far_below(self) -> None:
        """A vote may stand between the story and the line that names its editor."""
        vote = "".join(f"<p><a href='/v{n}'>选项{n}</a></p>" for n in range(40))

        check(page(below=f"<div>{vote}</div><div>[责任编辑：方竹]</div>"), {"editors": ["方竹"], "texts": STORY})

    @pytest.mark.parametrize(
        ("end", "wanted"),
        [
            ("（责任编辑：方竹）", {"editors": ["方竹"]}),
            ("责编：方竹 审核：林秋 监制：何青", {"editors": ["方竹"], "authors": []}),
            ("文字：罗小满 图片：林秋 编辑：方竹", {"authors": ["罗小满"], "editors": ["方竹"]}),
            ("值班编委 何青<br>编辑 方竹<br>校对 林秋", {"editors": ["方竹"], "authors": []}),
            ("总值班：何青 编辑：方竹 来源：青石日报", {"editors": ["方竹"], "authors": []}),
            ("视频剪辑：林秋 海报设计：何青 统筹：叶一舟", {"editors": [], "authors": []}),
            ("初审：方竹　复审：林秋　终审：何青", {"editors": [], "authors": []}),
            ("(文/图 罗小满 林秋)", {"authors": ["罗小满", "林秋"]}),
            ("文 综合报导", {"authors": []}),
            ("来源丨青石晚报 综合青石社", {"source": "青石晚报"}),
            ("责任编辑/方竹 核稿编辑/林秋", {"editors": ["方竹", "林秋"]}),
            ("值班总监：何青 编辑：方竹", {"editors": ["方竹"]}),
            ("一读：方竹　二读：林秋　三读：何青", {"editors": [], "authors": []}),
            ("海报制作：林秋", {"authors": []}),
            ("（罗小满/编辑）", {"editors": ["罗小满"], "authors": []}),
            ("文/青石日报记者 罗小满<br>图/青石日报记者 林秋", {"authors": ["罗小满"]}),
            ("【全媒体记者】罗小满<br>【通讯员】林秋 何青<br>【来源】 青石日报", {"authors": ["罗小满", "林秋", "何青"]}),
            ("供稿单位：青石县水务局", {}),
            ("扫一扫在手机打开当前页", {}),
            ("打开青石新闻，阅读体验更佳", {}),
            ("点击上方蓝字关注我们", {}),
            ("★青石新聞網提醒您：吸菸有害健康", {}),
            ("更多 青石 報導", {}),
            ("加入青石新聞LINE好友", {}),
            ("您查看的内容可能不完整，部分内容和推荐被拦截！请对本站关闭广告拦截功能后恢复正常。", {}),
            ("點擊圖片放大：", {}),
            ("点击查看本文英文版。", {}),
            ("热线：0571-80000000　邮箱：news@example.com", {}),
            ("调整字体︰", {}),
            ("推薦", {}),
            ("正文已结束，您可以按alt+4进行评论", {}),
            ("视频加载中...", {}),
            ("转播到腾讯微博", {}),
            ("3收藏1赞", {}),
            ("允许青石视频内容", {}),
            ("此文包含青石视频提供的内容。由于这些内容会使用曲奇或小甜饼等科技，我们在加载任何内容前会寻求您的认可。 您可能在给予许可前愿意阅读青石视频的曲奇政策和隐私政策。", {}),
        ],
    )
    def test_last_line(self, end: str, wanted: dict[str, Any]) -> None:
        """The line is no part of the story, and whom it credits is credited."""
        check(page(end=end), {**wanted, "texts": STORY})

    @pytest.mark.parametrize(
        "end", ["打印机坏了三天，没有人修。", "他说，此文包含三层意思，第一层说的是水。", "编委会昨天开会，决定把水厂的照片留下来。", "热线昨天接到一位老人的电话。", "附件：1.老水厂资产清单", "联系电话：0571-80000000", "编后：水是大事。", "第一，水质要稳定", "供稿人数逐年减少。"]
    )
    def test_last_sentence(self, end: str) -> None:
        """A sentence with the same words is part of it."""
        check(page(end=end), {"texts": (*STORY, end)})

    @pytest.mark.parametrize(
        ("words", "authors"),
        [
            ("（记者罗小满 通讯员林秋）", ["罗小满", "林秋"]),
            ("（青石日报记者 罗小满）", ["罗小满"]),
            ("（记者提问时他没有回答）", []),
        ],
    )
    def test_before_the_first_words(self, words: str, authors: list[str]) -> None:
        """A bracket before the first sentence may name who wrote it; its words stay."""
        check(page(body=told(before=words)), {"authors": authors, "texts": (words + STORY[0], *STORY[1:])})

    @pytest.mark.parametrize(
        ("before", "after", "source"),
        [
            ("（中石社記者罗小满台北18日電）", "", "中石社"),
            ("路透青州10月16日电---", "", "路透"),
            ("", "（青石早报）", "青石早报"),
            ("", "</p><p>《青石早报》", "青石早报"),
            ("", "（水厂的网）", None),
            ("编者按：本文来自微信公众号“河边观察”（ID：hebian），作者：罗小满、林秋，编辑：方竹，青石网经授权发布。</p><p>", "", "河边观察"),
        ],
    )
    def test_outlet_of_the_story(self, before: str, after: str, source: str | None) -> None:
        """Where no line credits an outlet, the dateline, the last bracket or the sentence on where it was taken from does."""
        info = "<div>2024-03-18 09:05</div>"
        check(page(info, body="<p>水厂的水三年没有涨价。</p>" + told(before, after)), {"source": source})

    def test_taken_from_elsewhere(self) -> None:
        """The sentence on where a story was taken from names its writers and editor."""
        words = "本文来自公众号“河边观察”（ID：hebian），作者：罗小满、林秋，编辑：方竹，青石网经授权发布。"
        check(page("<div>2024-03-18 09:05</div>", body=f"<p>{words}</p>" + told()), {"authors": ["罗小满", "林秋"], "editors": ["方竹"]})

    def test_summary_above_the_first_words(self) -> None:
        """The dateline opens the story, whatever stands above it."""
        summary = "<p>青石县的自来水三年没有涨价，水厂的人说，这三年里管子换了一半。</p>"
        check(page(body=summary + told(before="青石晚报讯（记者 罗小满）")), {"authors": ["罗小满"]})

    @pytest.mark.parametrize("line", ["生活中心／罗小满報導", "記者罗小满／台北報導", "〔記者罗小满／台北報導〕"])
    def test_line_of_the_desk(self, line: str) -> None:
        """The desk's own line above the story names the writer."""
        check(page(body=f"<p>{line}</p>{told()}"), {"authors": ["罗小满"]})

    def test_organisation_glued(self) -> None:
        """Who signs for an office wrote the story, too."""
        check(page(body=told(after="（县水务局 罗小满）")), {"authors": ["罗小满"]})

    def test_link_glued(self) -> None:
        """The link to the site's home is not the end of the last sentence."""
        check(page(body=told(after="返回青石网首页&gt;&gt;")), {"texts": STORY})

    def test_writers_glued(self) -> None:
        """Who signs the last paragraph wrote the story; the words stay."""
        signed = "(文/图 罗小满 林秋)"

        check(page(body=told(after=signed)), {"authors": ["罗小满", "林秋"], "texts": (*STORY[:2], STORY[2] + signed)})


class TestPictures:
    """
    What is said of pictures, and what stands below them without being said of them.
    """

    @pytest.mark.parametrize(
        ("shown", "captions"),
        [
            (
                '<div class="img_wrapper"><img src="/1.jpg"><div>新水厂的沉淀池在三月十日注满了水。（青石社）</div></div>',
                ["新水厂的沉淀池在三月十日注满了水。（青石社）"],
            ),
            ('<p><img src="/1.jpg"></p><p>▲新水厂的沉淀池</p>', ["▲新水厂的沉淀池"]),
            ('<div><p><img src="/end.png">本文来源：青石晚报</p></div>', []),
            ('<div class="end"><img src="/end.png">[编辑：方竹]</div>', []),
            ('<div><img src="/1.jpg"></div><div>3收藏1赞</div>', []),
            (
                '<blockquote class="twitter-tweet"><p>水压高了一倍，<a href="/t">青石发布</a>昨天这样写道。</p>— 青石发布 <a href="/s">3月18日</a></blockquote>',
                [],
            ),
        ],
    )
    def test_between_paragraphs(self, shown: str, captions: list[str]) -> None:
        """Captions go to their pictures; credits, buttons and posts of others go nowhere."""
        first, *rest = STORY
        body = f"<p>{first}</p>{shown}" + "".join(f"<p>{text}</p>" for text in rest)

        check(page(body=body), {"captions": captions, "texts": STORY})

    def test_above_the_story(self) -> None:
        """A sentence above the story's element that ends with the picture's owner is its caption."""
        caption = "三月十日，新水厂的沉淀池注满了水，工人在池边测水温。 （法新社）"

        check(page(INFO + f"<div><div>{caption}</div></div>"), {"captions": [caption], "texts": STORY})


class TestFurniture:
    """
    Comments and disclaimers.
    """

    @pytest.mark.parametrize(
        ("info", "below", "count"),
        [
            ("<div>23:46:41 评论0条</div>", "", 0),
            ("<div>2024-03-18 09:05</div><div>阅读 1.2万　评论 35　收藏 6</div>", "", 35),
            (INFO, "<h3>热门评论 11条</h3>" + "<div><p>楼上说得对，水压是高了。</p></div>" * 70 + "<h3>全部评论 166条</h3>", 166),
            (INFO, "<div>评论 (3)</div>", 3),
            (INFO, "<dl><dt>评论</dt><dd>31</dd></dl>", 31),
            (INFO, "<dl><dt>留言</dt><dd>4909425</dd></dl>", None),
            (INFO, "<div>0 篇回響</div>", 0),
            (INFO, "<h3>我要留言 (共 4 則)</h3>", 4),
            (INFO, "<h2>153則意見</h2>", 153),
            (INFO, "<div>网友评论 已有 3 人发表评论</div>", 3),
            (INFO, "<h3>评论区 7</h3>", 7),
            (INFO, '<div>看完这篇文章觉得：<a href="/u">有用(37)</a> <a href="/d">没用(4)</a> <a href="/c">已有 12 条评论</a></div>', 12),
            (INFO, "<p>热门</p>" * 6 + '<div><a href="/a">罗小满06-01 19:03评论 661</a></div>', None),
            (INFO, '<div><a href="/c">已有12位网友发表了看法</a></div>', 12),
            (INFO, "<h4>网友评论<span>32</span></h4>" + '<ul><li><a href="/a">东渡口的夜航恢复</a> <em>评论 536</em></li></ul>', 32),
            (INFO, '<ul><li><a href="/a">东渡口的夜航恢复</a> <em>评论 536</em></li></ul><h4>网友评论<span>32</span></h4>', 32),
            (INFO, '<ul><li><a href="/a">东渡口的夜航昨晚恢复 评论440条</a></li></ul>', None),
        ],
    )
    def test_comments(self, info: str, below: str, count: int | None) -> None:
        """The count is that of all comments on this story, no clock and no number of readers."""
        check(page(info, below=below), {"comments": count})

    def test_list_of_disclaimers(self) -> None:
        """Items of a list belong to it; bulleted headlines and rules for comments do not."""
        notice = "①凡本网注明“来源：青石网”的作品，版权均属青石网所有，未经授权不得转载。"
        item = "②有意与本网合作的单位，请在两周内与编辑部联系。"
        below = (
            f"<div><p>{notice}</p><p>{item}</p></div>"
            '<div><p><a href="/a">●东渡口的夜航昨晚恢复，末班船延到二十二点</a></p></div><ol><li>1.你同意为你的发言负责，不冒用他人的名字。</li></ol>'
        )

        check(page(below=below), {"disclaimers": [notice, item]})


class TestTrails:
    """
    Trails and keywords.
    """

    @pytest.mark.parametrize(
        ("above", "steps"),
        [
            ('<div><a href="/">首页</a> - <a href="/n">服务快递</a> - 正文</div>', ["首页", "服务快递", "正文"]),
            ("<div>最新消息 &gt; 正文</div>", ["最新消息", "正文"]),
            ('<div class="path"><a href="/">青石网</a> &gt; <a href="/n">新闻/时政</a> &gt; 正文</div>', ["青石网", "新闻/时政", "正文"]),
            ("<div>首页 澳洲 正文</div>", ["首页", "澳洲", "正文"]),
            ('<div class="crumb"><a href="/">首页</a> &gt; <a href="/n">频道</a> &gt; 正文 申请入驻</div>', ["首页", "频道", "正文"]),
            ('<div id="PagePath"><div class="Path"><a href="/">首页</a> <a href="/n">频道</a></div></div>', ["首页", "频道"]),
            (f'<div><a href="/">青石网</a> » <a href="/n">要闻</a> » {TITLE}</div>', ["青石网", "要闻", TITLE]),
            ('<table><tr><td>青石新闻</td><td><a href="/s">青石社会</a> &gt; 正文</td></tr></table>', ["青石新闻", "青石社会", "正文"]),
            ('<table><tr><td>2024年3月18日</td><td><a href="/s">青石社会</a> &gt; 正文</td></tr></table>', ["青石社会", "正文"]),
            ("<div>上周 停水的正文</div>", []),
        ],
    )
    def test_breadcrumb(self, above: str, steps: list[str]) -> None:
        """Whatever parts the steps of a trail, or stands behind its last one."""
        check(page(above=above), {"breadcrumb": steps})

    @pytest.mark.parametrize(
        "below",
        [
            '<div class="tags"><a href="/a">自来水</a><a href="/b">水厂</a></div>',
            '<div class="tag"><div><a href="/a">自来水</a></div><div><a href="/b">水厂</a></div></div>',
            '<div class="tagBox"><a href="/a">自来水</a> <a href="/b">水厂</a></div>',
            '<div><a href="tag.php?t=1">自来水</a> <a href="tag.php?t=2">水厂</a></div>',
            '<div><div class="keyword"><a href="/a">自来水</a></div><div class="keyword"><a href="/b">水厂</a></div></div>',
            '<div><a href="/keywords/1">自来水</a><a href="/keywords/2">水厂</a></div>',
            '<div><a href="/so.php?kw=1">自来水</a> <a href="/so.php?kw=2">水厂</a></div>',
            "<div>標籤：自来水；水厂责任编辑：方竹</div>",
            '<div>看看其他关于 <a href="/a">自来水</a> <a href="/b">水厂</a> 的新闻</div>',
            '<div>责任编辑：方竹<span>Tags: <a href="/a">自来水</a> <a href="/b">水厂</a></span></div>',
            '<div><span>编辑：方小竹</span><span>标签：<a href="/a">自来水</a><a href="/b">水厂</a></span></div>',
            '<div>本文涉及话题：<a href="/a">自来水</a> <a href="/b">水厂</a></div>',
            "<div>相關關鍵字：自来水 水厂</div>",
            "<p>#自来水# #水厂# - 青石的水</p>",
            '<div>关键词阅读：<a href="/a">自来水</a> <a href="/b">水厂</a></div>',
            '<h2>更多关于</h2><div><a href="/tag/1">自来水</a> <a href="/tag/2">水厂</a> 的新闻</div>',
            '<div class="tags-top"><ul><li class="first"><a href="/a">自来水</a></li><li><a href="/b">水厂</a></li></ul></div>',
            '<ul class="tag-list"><li><a href="/a">#自来水</a></li><li><a href="/b">#水厂</a></li></ul>',
        ],
    )
    def test_keywords(self, below: str) -> None:
        """Words are known by their label, by what their element calls itself, or by where their links lead."""
        check(page(below=below), {"keywords": ["自来水", "水厂"]})

    @pytest.mark.parametrize(
        "below",
        [
            '<div><a href="/share/a">微博</a> <a href="/share/b">微信</a></div>',
            '<div><a href="/topic/1">青石县东渡口的夜航昨晚恢复</a></div><div><a href="/topic/2">白河渔港试行电子过磅一个月</a></div>',
            '<div>' + "".join(f'<p><a href="/tag/{n}">词语{n}</a></p>' for n in range(30)) + "</div>",
            "<h3>关键词阅读</h3><h3>24小时热点新闻</h3>",
            '<p>她撕掉了别人给的标签：“<a href="/a">怕水</a>”，去自来水厂当了一名化验员。</p>',
        ],
    )
    def test_no_keywords(self, below: str) -> None:
        """Buttons, headlines and clouds of words are no keywords of the story."""
        check(page(below=below), {"keywords": []})


class TestNamesOfSites:
    """
    ``<title>`` may hold nothing but the name of the site, in whatever way it is decorated.
    """

    @pytest.mark.parametrize("name", ["::: 青石日報 :::", "青石时报 Qingshi Times", "青石新闻网-河东版(县城)", "【青石晚报】"])
    @pytest.mark.parametrize("line", ['<div class="newstitle">{}</div>', '<table><tr><td align="center"><b>{}</b></td></tr></table>', "<h3>{}</h3>"])
    def test_a_name(self, name: str, line: str) -> None:
        """The line above the info line is the title."""
        html = page(heading=line.format(TITLE)).replace(f"<title>{TITLE}_青石网</title>", f"<title>{name}</title>")
        assert TITLE == newsparse.parse(html, adapters=False).title

    def test_an_office(self) -> None:
        """What only the page's foot repeats is the site's."""
        html = page(heading=f"<div>{TITLE}</div>", below="<p>主办：青石县水质监测中心</p>")
        html = html.replace(f"<title>{TITLE}_青石网</title>", "<title>青石县水质监测中心</title>")
        assert TITLE == newsparse.parse(html, adapters=False).title

    def test_a_title_that_no_line_repeats(self) -> None:
        """A line that is neither set as a title nor above the info line does not take its place."""
        html = page(heading="<div>便民热线十二三四五</div><div>今日多云</div>", info="")
        html = html.replace(f"<title>{TITLE}_青石网</title>", "<title>三万户喝上新水，老水厂停了_青石网</title>")
        assert "三万户喝上新水，老水厂停了" == newsparse.parse(html, adapters=False).title


class TestInfoInsideTheStory:
    """
    Pages whose info lines stand in the story's own element, above its first paragraph.
    """

    _TIME = '<time datetime="2024-03-18T09:05:00+08:00">3小时前</time>'

    @staticmethod
    def _page(info: str) -> str:
        return page(heading="", info="", body=f"<h1>{TITLE}</h1>{info}{told()}")

    @pytest.mark.parametrize(
        "info",
        [
            f"<div>{_TIME} <span>周小满</span></div>",
            f'<div>{_TIME}</div><div class="author">周小满</div>',
            f'<div class="author-name">周小满</div><p>{_TIME}</p>',
        ],
    )
    def test_how_long_ago(self, info: str) -> None:
        """3小时前 is no line of the story; when that was the element says whose text it is."""
        check(self._page(info), {"timestamp": "2024-03-18T09:05:00+08:00", "authors": ["周小满"], "texts": STORY})

    def test_without_an_element(self) -> None:
        """Where only the reader's clock could tell, there is no time."""
        check(self._page("<p>青石晚报 · 3天前</p>"), {"timestamp": None, "source": "青石晚报", "texts": STORY})

    def test_of_another_story(self) -> None:
        """The time of a story in the margin is not asked."""
        html = self._page("<p>青石晚报 · 3天前</p>")
        html = html.replace('<div class="footer">', '<div><a href="/n/1">白河渔港</a> <time datetime="2024-03-11T08:00:00+08:00">5天前</time></div><div class="footer">')
        check(html, {"timestamp": None, "texts": STORY})

    def test_a_crosshead(self) -> None:
        """A crosshead about days gone by stays."""
        crosshead = "3天前的雨夜"
        first, *rest = STORY
        check(page(body=f"<p>{first}</p><p><b>{crosshead}</b></p>" + "".join(f"<p>{text}</p>" for text in rest)), {"texts": (first, crosshead, *rest)})

    def test_a_name_alone(self) -> None:
        """A name needs no time beside it where its element is the author's."""
        check(self._page('<p class="byline">周小满</p>'), {"authors": ["周小满"], "texts": STORY})

    def test_published_on(self) -> None:
        """What says when is no second name."""
        check(self._page("<p>作者 周小满 发布于 2024-03-18 09:05 阅读 300</p>"), {"timestamp": TIME, "authors": ["周小满"], "texts": STORY})


@pytest.mark.parametrize("button", ["【纠错】", "[我要纠错] ", "【打印】【关闭】"])
def test_buttons_before_the_editor(button: str) -> None:
    """A line of credits may begin with the page's buttons."""
    check(page(end=f"{button}责任编辑： 周小满"), {"editors": ["周小满"], "texts": STORY})


@pytest.mark.parametrize("heading", ["<h1>{} <span>原创</span></h1>", "<h1><em>独家</em> {}</h1>", "<h1>{}<i>视频</i></h1>"])
def test_tags_beside_the_title(heading: str) -> None:
    """A tag that ``<title>`` does not have is no part of the title."""
    check(page(heading=heading.format(TITLE)), {"texts": STORY})


def test_wide_brackets() -> None:
    """The brackets of some desks are no part of a name."""
    check(page(body=told(after="［責任編輯：周小滿］")), {"editors": ["周小滿"], "texts": STORY})


@pytest.mark.parametrize("section", ["香港財經", "青石社會"])
def test_a_section_beside_the_time(section: str) -> None:
    """A place and the name of a section are no outlet."""
    check(page(f"<div>2024-03-18 09:05 <span>{section}</span></div>"), {"timestamp": TIME, "source": None})


def test_a_section_before_the_writer() -> None:
    """A section's name may open with a surname: 焦點."""
    check(page("<div><a href='/f'>焦點</a> <a href='/w'>黎小昀</a> 2024-03-18 09:05</div>"), {"timestamp": TIME, "authors": ["黎小昀"]})


def test_a_card_of_the_writer() -> None:
    """Who the writer is, below the story, is not the story, even where it is told in a sentence."""
    card = "<div><h4>周小满</h4><span>青石 记者</span><p>关注河湾产业经济与水利工程，线索请发邮箱desk@example.com</p></div>"
    check(page(below=card), {"texts": STORY})


def test_the_first_paragraph_beside_a_picture() -> None:
    """Where the picture's element has its caption set as one, the paragraph beside it is the story's."""
    first, *others = STORY
    body = (
        f'<div id="upper"><p><img src="/a.jpg"></p><p class="caption">停用的老水厂。</p><p>{first}</p></div><div>广告</div>'
        + "<div>" + "".join(f"<p>{text}</p>" for text in others) + "</div>"
    )  # fmt: skip
    check(page(body=body), {"texts": STORY, "captions": ["停用的老水厂。"]})


def test_a_lead_of_the_desk() -> None:
    """A summary may carry the paper's name: 青报导读：…."""
    check(page(INFO + "<div><p>青报导读：老水厂停了，新水厂的水压高了一倍，三万户居民用上了新水。</p></div>"), {"texts": STORY})


def test_two_trails_as_likely() -> None:
    """Of two lines that may be the trail and are as likely one is taken, however their links compare."""
    html = (
        "<div id=crumb>主页<a>/></><a href=h>亓<div><h1>\ufffd\ufffd租车司\ufffd</h1>p<div >电 <a href=t>评><a href=t>\ufffd</a>"
        "<div><\ufffd\ufffd\ufffd给宣传部打电话。"
    )
    assert [step.name for step in newsparse.parse(html, adapters=False).breadcrumb] == ["主页", "亓"]


def test_a_trail_in_a_list() -> None:
    """Steps in the items of a list that the element around it calls a trail."""
    above = '<div class="breadcrumb"><ul><li><a href="/">首页</a></li><li><a href="/life">生活</a></li></ul></div>'
    check(page(above=above), {"breadcrumb": ["首页", "生活"]})


def test_a_desk_at_the_end() -> None:
    """The bracket that ends a story may name the desk and the town beside the writer."""
    check(page(body=told(after="（社會中心林小瑤／台南報導）")), {"authors": ["林小瑤"]})


def test_the_byline_of_the_metadata() -> None:
    """Where the page names nobody, what its metadata calls the byline does."""
    html = page("<div>2024-03-18 09:05</div>").replace("<title>", '<meta name="byline" content="LUCY WATERS, 林小昀"><title>')
    check(html, {"authors": ["LUCY WATERS", "林小昀"]})


def test_a_name_in_its_element() -> None:
    """A name alone in an element that is called so counts more than who translated the story."""
    below = "<p>编译：赵小萌</p>"
    check(page('<div class="byline-name">刘子昀</div><div>2024-03-18 09:05</div>', below=below), {"authors": ["刘子昀"]})


def test_the_edition_below_the_story() -> None:
    """The day of the printed paper is not when the page was published."""
    html = page("", above=f"{INFO}", body=told() + "<p>《青石日报》 (2024-03-17 第1版 要闻)</p>")
    check(html, {"timestamp": TIME, "texts": STORY})


def test_a_subtitle_below_the_info_line() -> None:
    """What an element calls a subtitle is one below the info line, too."""
    html = page(INFO + '<div class="subtit">新水厂取水口上移六公里 水压高了一倍</div>')
    assert newsparse.parse(html, adapters=False).subtitle == "新水厂取水口上移六公里 水压高了一倍"
