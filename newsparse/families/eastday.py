"""
东方网专题与合作频道: the templates of Eastday's smaller channels and of the pages it makes for others.

http://life.eastday.com/eastday/dfsh/node632263/u1ai12566212.html

``company`` is the publisher's own news, ``draft`` 东方生活, ``section-left`` and ``table`` belong to a
trade union and a gallery, ``civic`` to a district, ``talk`` to interviews on video.  All print the
same credits: 来源, 作者 and 选稿, who is the editor; a channel may leave any of them out.

``table`` is parsed whole: nothing in its tables can serve as a landmark.
"""

from typing import Any

from newsparse.rules import Layout, Site, Window

#: 版权声明 and other links, then the notice.
FOOTER = Window('<div id="footer"', "</div>", open=1)


def line(query: str) -> dict[str, Any]:
    """
    Return the rules for a line that holds the time and all credits.
    """
    return {"timestamp": query, "source": query, "byline": query, "editors": query}


LAYOUTS = (
    Layout(
        name="company",
        when="#left > h1.shzwbk",
        window=(Window('<div id="left"', '<div id="gjright"'), Window('<div id="foot"', "</div>", open=1)),
        title="#left > h1.shzwbk",
        timestamp="#left > h2",
        editors="#left > h2 + h2",
        breadcrumb="#left span.loc",
        body="#left > #zw",
        disclaimers="#foot",
    ),
    Layout(
        name="draft",
        when="div.list_tt > div.draft_t",
        window=(
            Window('<div class="fl list_f"', '<div class="fl list_r"'),
            Window('<div id="footers"', "</div>", open=1),
        ),
        title="div.draft_t",
        **line("div.draft_c"),
        body="div.draft_d",
        disclaimers="#footers",
    ),
    Layout(
        name="section-left",
        when="div.sectionleft11 > ul.x6",
        window=(
            Window('<div class="title10a"', '<div class="sectionright11"'),
            Window('<div id="foot"', "</p>", open=1),
        ),
        title="div.sectionleft11 > h1",
        **line("div.sectionleft11 > ul.x6"),
        breadcrumb="div.title10a",
        body="div.sectionleft11 > ul.grey14",
        disclaimers="#foot > p",
    ),
    Layout(
        name="table",
        when="td.pix14h1b-lh24",
        title="td.pix14h1b-lh24",
        **line("tr:has(td.pix14h1b-lh24) ~ tr > td.pix12h1-lh24"),
        breadcrumb="tr:has(~ tr > td.pix14h1b-lh24) > td.pix12h1-lh24",
        body="td.pix12h1-lh24:has(> p)",
    ),
    Layout(
        name="civic",
        when="div.blank20.pix12hui",
        window=(
            Window('<div class="black12', '<div class="pix12hui fr"'),
            Window('<div class="pix12hui fr"', "</div>", open=1),
            FOOTER,
        ),
        title="div.fc:has(+ div.pix12hui)",
        timestamp="div.blank20.pix12hui",
        source="div.pix12hui.fr",
        editors="div.pix12hui.fr",
        breadcrumb="div.black12",
        body="div.pix14hui",
        disclaimers="#footer",
    ),
    Layout(
        name="talk",
        when="div.gjleft > #zw",
        window=(
            Window('<div class="greyb30"', '<div class="gjbg1"'),
            Window('<div class="gjleft', '<div id="SOHUCS"', open=2),
            FOOTER,
        ),
        title="div.greyb30",
        timestamp="div.greyb30 + div.grey14",
        source="div.greyb30 + div.grey14",
        body="div.gjleft > #zw",
        disclaimers="#footer",
    ),
)

#: An outlet's own templates: no page of another host is taken for one of them.
FAMILY = Site(name="东方网频道")
