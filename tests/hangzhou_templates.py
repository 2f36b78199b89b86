"""
A story in, a page of Hangzhou out: every template of the site as a function that prints a story.

The other way round than the adapter, and written from the facts about the markup, not from
the adapter: printing a story and reading the page must give the story again.
"""

# Lines of markup stay whole, so that they can be held against a page.
from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from typing import NamedTuple

WEEKDAYS = "一二三四五六日"


class Picture(NamedTuple):
    """
    A picture, and what is printed below it.
    """

    url: str
    caption: str | None


class Heading(NamedTuple):
    """
    A crosshead.
    """

    text: str


class Story(NamedTuple):
    """
    What the desk typed in.
    """

    title: str
    kicker: str | None
    subtitle: str | None
    time: datetime
    source: str
    reporters: tuple[str, ...]
    editor: str
    trail: tuple[str, ...]
    body: tuple[str | Picture | Heading, ...]


class Template(NamedTuple):
    """
    How one template prints a story, and what of it.
    """

    layout: str
    url: str
    fields: frozenset[str]
    render: Callable[[Story], str]
    #: The time as far as the template prints it.
    time: str = "%Y-%m-%dT%H:%M:%S+08:00"
    role: str = "author"
    editor_role: str = "editor"


TEMPLATES: dict[str, Template] = {}
_ALL = frozenset({"title", "kicker", "subtitle", "source", "authors", "editors", "breadcrumb", "body"})
_SIDE = '<table class="side"><tr><td>·<a href="http://hznews.hangzhou.com.cn/a.htm">河边的灯亮了</a> 2001-02-03</td></tr></table>'


def template(
    layout: str, url: str, *, without: str = "", **settings: str
) -> Callable[[Callable[[Story], str]], Callable[[Story], str]]:
    """
    Register a function that prints a story.

    Args:
        layout: the layout that reads the page.
        url: an address of such a page.
        without: fields that the template does not print.
        settings: the other attributes of ``Template``.
    """

    def register(render: Callable[[Story], str]) -> Callable[[Story], str]:
        name = render.__name__
        TEMPLATES[name] = Template(layout, url, _ALL - set(without.split()), render, **settings)
        return render

    return register


def page(head: str, body: str) -> str:
    """
    Return a page around its parts.
    """
    return (
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n{head}</head>\n'
        f'<body>\n<div class="logo"><a href="http://www.hangzhou.com.cn/"><img src="/images/logo.gif"></a></div>\n{body}\n'
        "<p>版式设计 青石工作室</p>\n</body></html>\n"
    )


def paragraphs(story: Story, indent: str = "　　") -> str:
    """
    Return the story as the CMS writes it.
    """
    lines = []
    for block in story.body:
        if isinstance(block, Picture):
            lines.append(f'<p align="center"><img src="{block.url}"></p>')
            if block.caption:
                lines.append(f'<p align="center">{escape(block.caption)}</p>')
        elif isinstance(block, Heading):
            lines.append(f"<p><strong>{indent}{escape(block.text)}</strong></p>")
        else:
            lines.append(f"<p>{indent}{escape(block)}</p>")
    return "\n".join(lines)


def trail(story: Story, separator: str) -> str:
    """
    Return the links of the trail.
    """
    links = (f'<a href="http://www.hangzhou.com.cn/{n}/">{escape(name)}</a>' for n, name in enumerate(story.trail))
    return separator.join(links)


def author(story: Story) -> str:
    """
    Return the line of the author, None of it where nobody is named.
    """
    return f"作者：{'记者 ' if story.reporters else ''}{' '.join(story.reporters)}"


def properties(story: Story, milliseconds: str, tail: str = "") -> str:
    """
    Return the comment that Founder's CMS writes.
    """
    return (
        f"<!--enpproperty <articleid>1</articleid><date>{story.time:%Y-%m-%d %H:%M:%S}{milliseconds}</date>"
        f"<author>{' '.join(story.reporters)}</author><title>{escape(story.title)}</title><keyword></keyword>"
        f"<subtitle>{escape(story.subtitle or '')}</subtitle><introtitle>{escape(story.kicker or '')}</introtitle>"
        f"<siteid>2</siteid><urlpad>null</urlpad><sourcename></sourcename>{tail}/enpproperty-->"
    )


@template("ori", "https://ori.hangzhou.com.cn/ornews/content/2026-04/17/content_9208000.htm", role="reporter")
def ori(story: Story) -> str:
    """原创, 2016–2026."""
    subtitle = f'<div class="fu_tit">{escape(story.subtitle)}</div>' if story.subtitle else ""
    return page(
        "",
        f'<div class="main_left"><div class="weizhi"><span>当前位置：</span> {trail(story, " - > - ")} </div>\n'
        f'<div class="list_nr">\n <div class="tit">\n <span class="hzwRP_lname05">{escape(story.title)}</span>\n </div>{subtitle}\n'
        f' <div class="tit1">发布时间：{story.time:%Y-%m-%d %H:%M:%S %a}&nbsp;&nbsp;来源：<a href="/s">{escape(story.source)}</a></div>\n'
        f' <div class="zhengwen hzwRP_lname06"><!--enpcontent-->{paragraphs(story, "")}<!--/enpcontent-->'
        f'{properties(story, ":0", "<channel>1</channel><journalist>0</type>")}</div>\n'
        f' <div class="tr">{author(story)}&nbsp; 编辑：{story.editor}</div>\n'
        '<div style="display: none;" id="articleId">1</div></div>\n<div class="y_20"></div>\n</div>\n'
        '<div class="footer"><p>网站简介</p></div>\n'
        '<script src="https://www.hangzhou.com.cn/templateRes/201401/jquery.js"></script>',
    )


@template("hznews", "http://hznews.hangzhou.com.cn/chengshi/content/2017-08/28/content_6639153.htm", role="reporter")
def hznews(story: Story) -> str:
    """杭州新闻, 2015–2019."""
    return page(
        "",
        '<div id="contendId"><table><tr><td>\n'
        f'<table><tr><td>您所在的位置：{trail(story, " &gt; ")}</td></tr></table>\n<table class="wz"><tr><td>\n<table>\n'
        f"<tr><td></td></tr>\n<tr><td>{escape(story.kicker or '')}</td></tr>\n"
        f'<tr><td class="hzwRP_lname05">\u200b{escape(story.title)}</td></tr>\n'
        f"<tr><td>{escape(story.subtitle or '')}</td></tr>\n<tr><td></td></tr>\n"
        f'<tr><td>{story.time:%Y-%m-%d %H:%M:%S}  来源：<a href="/s">{escape(story.source)}</a> {author(story)} 编辑：{story.editor}</td></tr>\n'
        f'<tr><td class="hzwRP_lname06">{paragraphs(story)}</td></tr>\n'
        f"</table>\n</td></tr></table></td><td>{_SIDE}</td></tr></table></div>",
    )


@template(
    "news", "http://news.hangzhou.com.cn/gnxw/content/2014-06/30/content_5342158.htm", without="kicker subtitle",
    role="reporter", editor_role="responsible_editor",
)  # fmt: skip
def news(story: Story) -> str:
    """新闻中心, 2013–2019."""
    return page(
        "",
        f'<table><tr><td>您所在的位置：{trail(story, " &gt; ")}</td></tr></table>\n<table><tr><td><table>\n'
        f'<tr><td class="xwzx_wname01">{escape(story.title)}</td></tr>\n'
        f'<tr><td align="center">{story.time:%Y-%m-%d %H:%M:%S}&nbsp; 来源：<a href="/s">{escape(story.source)}</a></td></tr>\n'
        f'<tr><td class="xwzx_wname02">{paragraphs(story)}</td></tr>\n'
        f'<tr><td align="right">{author(story)}&nbsp;&nbsp;&nbsp;&nbsp;责任编辑：{story.editor}</td></tr>\n'
        f"</table></td><td>{_SIDE}</td></tr></table>",
    )


@template(
    "house", "http://house.hangzhou.com.cn/lsxw/content/2019-06/18/content_7210066.htm", without="kicker subtitle breadcrumb",
    role="reporter",
)  # fmt: skip
def house(story: Story) -> str:
    """杭州楼市, 2019."""
    day = f"{story.time:%Y年%m月%d日 %H:%M:%S} 星期{WEEKDAYS[story.time.weekday()]}"
    return page(
        "",
        f'<h1 class="tittle_18px">{escape(story.title)}</h1>\n'
        f"<div>house.hangzhou.com.cn&nbsp; {day}&nbsp; 来源：{escape(story.source)}</div>\n"
        f"<article>{paragraphs(story)}</article>\n<div>{author(story)}&nbsp;&nbsp;编辑：{story.editor}</div>",
    )


@template(
    "wz14", "http://health.hangzhou.com.cn/regimen/content/2015-08/07/content_5875318.htm", without="kicker subtitle",
    role="reporter", editor_role="responsible_editor",
)  # fmt: skip
def wz14(story: Story) -> str:
    """A channel of 2015–2019 whose labels run together."""
    return page(
        "",
        f'<table><tr><td class="white">{trail(story, " &gt; ")}</td></tr></table>\n<table><tr><td><table>\n'
        f'<tr><td class="bcolor02">{escape(story.title)}</td></tr>\n'
        f'<tr><td><div class="le_12black">{story.time:%Y-%m-%d %H:%M:%S}</div>'
        f"<div>来源：{escape(story.source)}{author(story)}责任编辑：{story.editor}</div></td></tr>\n"
        f'<tr><td class="wz14">{paragraphs(story)}</td></tr>\n</table></td><td>{_SIDE}</td></tr></table>',
    )


@template(
    "titbox", "http://auto.hangzhou.com.cn/zxcw/content/2019-01/15/content_7130001.htm", without="kicker subtitle",
    role="reporter",
)  # fmt: skip
def titbox(story: Story) -> str:
    """A channel of 2019 with a box around the title."""
    return page(
        "",
        f'<div class="titbox"><b>当前位置：</b><span>{trail(story, " &gt; ")}</span></div>\n'
        f'<div class="titbox_cont"><table><tr><td></td></tr><tr><td></td></tr><tr><td>{escape(story.title)}</td></tr>\n'
        f"<tr><td>{story.time:%Y-%m-%d %H:%M:%S} 来源：{escape(story.source)} {author(story)} 编辑：{story.editor}</td></tr></table>\n"
        f'<div class="fontsz14">{paragraphs(story)}</div></div>\n{_SIDE}',
    )


@template(
    "cont_txt", "http://travel.hangzhou.com.cn/lyzx/content/2019-04/20/content_7180010.htm", without="kicker subtitle",
    role="reporter",
)  # fmt: skip
def cont_txt(story: Story) -> str:
    """A channel of 2019."""
    return page(
        "",
        f"<table><tr><td>您现在的位置</td><td>{trail(story, '&gt;&gt; ')}</td></tr></table>\n<div><table>\n"
        f"<tr><td></td></tr>\n<tr><td><b>{escape(story.title)}</b></td></tr>\n"
        f"<tr><td>{story.time:%Y-%m-%d %H:%M:%S} 来源：{escape(story.source)} {author(story)} 编辑：{story.editor}</td></tr>\n"
        f'<tr><td><div class="cont_txt">{paragraphs(story)}</div></td></tr>\n</table></div>\n{_SIDE}',
    )


@template(
    "gov", "http://z.hangzhou.com.cn/lvdao/content/content_7150300.htm", time="%Y-%m-%d",
    without="kicker subtitle authors editors",
)  # fmt: skip
def gov(story: Story) -> str:
    """A channel of 2019 that looks like an office's."""
    return page(
        "",
        f"<table><tr><td>当前位置：</td><td>{trail(story, ' &gt; ')}</td></tr></table>\n<table><tr><td><table>\n"
        f'<tr><td colspan="3" class="mdg_title">{escape(story.title)}</td></tr>\n'
        f"<tr><td>来源：{escape(story.source)}</td><td>{story.time:%Y-%m-%d}</td><td>字号：大 中 小</td></tr>\n</table>\n"
        f'<div id="zoom">{paragraphs(story)}</div></td><td>{_SIDE}</td></tr></table>',
    )


@template(
    "xz", "http://it.hangzhou.com.cn/jrjd/content/2019-05/20/content_7190050.htm", time="%Y-%m-%d",
    without="kicker subtitle authors editors breadcrumb",
)  # fmt: skip
def xz(story: Story) -> str:
    """A channel of 2019 that prints nothing but the text."""
    return page(
        f'<META name="source" content="{escape(story.source)}">\n<META name="publishdate" content="{story.time:%Y-%m-%d}">\n'
        f"<title>{escape(story.title)}-IT频道-杭州网</title>\n",
        f'<table><tr><td><table><tr><td class="xz_bcolor01">{paragraphs(story)}</td></tr></table></td><td>{_SIDE}</td></tr></table>',
    )


@template(
    "2013", "http://money.hangzhou.com.cn/news/content/2013-10/22/content_4930126.htm", role="reporter",
    editor_role="responsible_editor",
)  # fmt: skip
def money(story: Story) -> str:
    """财经频道, 2013."""
    day = f"{story.time:%Y年%m月%d日 %H:%M:%S} 星期{WEEKDAYS[story.time.weekday()]}"
    kicker = f'<tr><td align="center">{escape(story.kicker)}</td></tr>\n' if story.kicker else ""
    subtitle = f'<tr><td align="center">{escape(story.subtitle)}</td></tr>\n' if story.subtitle else ""
    return page(
        f"<title>{escape(story.title)}-财经频道-杭州网</title>\n",
        f"<table><tr><td>当前位置</td><td>{trail(story, '&gt;&gt; ')}</td></tr></table>\n<table><tr><td>\n<table>\n"
        f'{kicker}<tr><td align="center">{escape(story.title)}</td></tr>\n{subtitle}'
        f'<tr><td align="center">money.hangzhou.com.cn&nbsp; {day}&nbsp; 来源：<a href="/s">{escape(story.source)}</a></td></tr>\n'
        f"<tr><td>{paragraphs(story)}</td></tr>\n"
        f'<tr><td align="right">{author(story)}&nbsp;&nbsp;&nbsp;&nbsp;责任编辑：{story.editor}</td></tr>\n</table>\n'
        f"</td><td>{_SIDE}</td></tr></table>",
    )


@template("enpcontent", "https://www.hangzhou.com.cn/pinglun/content/2025-12/31/content_9153800.htm", without="breadcrumb")
def enpcontent(story: Story) -> str:
    """印月三谈 and whatever else the new CMS prints."""
    return page(
        "",
        f"<h1>{escape(story.title)}</h1>\n<div><span>时间：{story.time:%Y-%m-%d %H:%M:%S}</span></div>\n"
        f"<div>来源：{escape(story.source)}  作者：{'、'.join(story.reporters)}  编辑：{story.editor}</div>\n"
        f'<div class="text"><!--enpcontent-->{paragraphs(story)}<!--/enpcontent-->{properties(story, ":671")}</div>',
    )


@template(
    "hzrb-2012", "http://news-hzrb.hangzhou.com.cn/system/2012/01/12/011718502.shtml", without="kicker subtitle",
    time="%Y-%m-%dT%H:%M+08:00",
)  # fmt: skip
def hzrb(story: Story) -> str:
    """滚动新闻 on Enorth's CMS, 2012."""

    def printed(call: str, value: str) -> str:
        return f"<!--function {call} parse begin-->\n{value}\n<!--function: {call} parse end  0ms cost! -->\n"

    return page(
        "",
        f"{printed('position()', '您当前的位置 ：' + trail(story, '&nbsp;&gt;&nbsp;'))}"
        f'<div class="cont_l"><div class="cont_m1">\n<div class="cont_title">{escape(story.title)}</div>\n<div>'
        f"{printed('pub_date(yyyy-MM-dd HH:mm)', format(story.time, '%Y-%m-%d %H:%M'))}来源:\n"
        f"{printed('source_without_pub_date()', escape(story.source))} 作者:\n"
        f"{printed('att_varchar_clob(author)', ' '.join(story.reporters))} 编辑:\n{printed('init_editor()', story.editor)}</div>\n"
        f'<div class="cont_m2"><table><tr><td><div>{printed("content()", paragraphs(story))}</div></td></tr></table></div>\n</div>\n'
        '<div style="margin-top:10px">大家在看</div></div>',
    )


@template(
    "epaper-hzdaily", "http://hzdaily.hangzhou.com.cn/hzrb/2018/06/15/article_detail_1_20180615A042.html", time="%Y-%m-%d",
    without="source authors editors breadcrumb",
)  # fmt: skip
def hzdaily(story: Story) -> str:
    """杭州日报 as an e-paper, since 2017."""
    kicker = f"<h3>{escape(story.kicker)}</h3>\n" if story.kicker else ""
    subtitle = f"<h2>{escape(story.subtitle)}</h2>\n" if story.subtitle else ""
    return page(
        f"<title>{escape(story.title)}_杭州日报</title>\n",
        f"{kicker}<h1>{escape(story.title)}</h1>\n{subtitle}<p>{story.time:%Y-%m-%d}</p>\n"
        f'<div class="content">{paragraphs(story, "")}</div>\n<div><a href="article_detail_1_20180615A043.html">下一篇&gt;&gt;</a></div>',
    )


@template(
    "epaper-mdaily", "https://mdaily.hangzhou.com.cn/dskb/2026/04/04/article_detail_2_20260404A054.html", time="%Y-%m-%d",
    without="source authors editors breadcrumb",
)  # fmt: skip
def mdaily(story: Story) -> str:
    """都市快报 as an e-paper for telephones, since 2017."""
    kicker = f"<h3>{escape(story.kicker)}</h3>\n" if story.kicker else ""
    subtitle = f"<h2>{escape(story.subtitle)}</h2>\n" if story.subtitle else ""
    return page(
        f"<title>{escape(story.title)} _都市快报</title>\n",
        f'<div class="head">\n{kicker}<h1>{escape(story.title)}</h1>\n{subtitle}<p>{story.time:%Y-%m-%d}</p>\n</div>\n'
        f'<div class="content">{paragraphs(story, "")}</div>\n<div><a href="index.html">返回主页</a></div>',
    )


@template("epaper-founder", "http://hzdaily.hangzhou.com.cn/mrsb/html/2016-04/28/content_2251492.htm", without="source editors breadcrumb")
def founder(story: Story) -> str:
    """每日商报 as an e-paper on Founder's system, 2014–2016."""
    row = '<TR><TD align=center>{}</TD></TR>\n'
    return page(
        "",
        "<TABLE><TBODY>\n"
        + row.format(f"<!--<npm:article-pretitle>-->{escape(story.kicker or '')}<!--</npm:article-pretitle>-->")
        + row.format(f"<founder-title><!--<npm:article-title>-->{escape(story.title)}<!--</npm:article-title>--></founder-title>")
        + row.format(f"<!--<npm:article-subtitle>-->{escape(story.subtitle or '')}<!--</npm:article-subtitle>-->")
        + row.format(f"<founder-author>{' '.join(story.reporters)}</founder-author>")
        + f"</TBODY></TABLE>\n<DIV id=ozoom class=content><founder-content>{paragraphs(story)}</founder-content></DIV>",
    ) + (
        f"<!--enpproperty <founder-date>{story.time:%Y-%m-%d %H:%M:%S}</founder-date>"
        "<founder-papername>每日商报</founder-papername> /enpproperty-->\n"
    )


@template(
    "app", "https://appm.hangzhou.com.cn/article_pc.php?id=273779", time="%Y-%m-%dT%H:%M+08:00",
    without="kicker subtitle authors editors breadcrumb",
)  # fmt: skip
def app(story: Story) -> str:
    """The page that 杭州通 shares, 2019."""
    return page(
        f"<title>{escape(story.title)}</title>\n",
        f"<h1>{escape(story.title)}</h1>\n<p>{story.time:%Y-%m-%d %H:%M} 来源：{escape(story.source)}</p>\n"
        f'<div class="articleCont">{paragraphs(story, "")}</div>',
    )
