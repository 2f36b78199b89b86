"""
澎湃新闻 The Paper

https://www.thepaper.cn/newsDetail_forward_4495331

Until 2021 the text is bare, with ``<br>``, and opens with a grey picture credit; the writer and
his paper stand together in one line (``石佳/中国青年报``).  Pages of 澎湃号 are signed by an
account: its title may be cut off, its own credits (``编辑|…``) and a QR promotion end the text.
Since 2022 the class names carry hashes; the mobile page leaves out the source, and 责任编辑：…校对：…
run together below the text.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="澎湃新闻",
    hosts=("thepaper.cn",),
    permalink=r"/newsDetail_forward_(?P<id>\d+)",
    own=("澎湃",),
    layouts=(
        Layout(
            name="2022",
            account=True,
            when='div[class^="index_cententWrap__"]',
            root='div:has(> h1[class^="index_title__"])',
            window=Window("<main", "</main"),
            kicker=ABSENT,
            title='h1[class^="index_title__"]',
            timestamp='div[class^="index_left__"]',
            source=(css('div[class^="index_left__"]', match=r"(来源[：:].+)"), 'span[class^="index_name__"]'),
            authors='span[class^="index_name__"]',
            editors=css("main", match=r"^.*(责任编辑[：:].{1,40})", anywhere=True),
            breadcrumb='a[class*="index_nodeInfoName__"]',
            body='div[class^="index_cententWrap__"]',
            captions="p.image_desc",
            disclaimers=css('div[class^="index_varWrapper__"] > div:last-child', anywhere=True),
        ),
        Layout(
            name="2014",
            account=True,
            when="div.newscontent > h1.news_title",
            root="div.newscontent",
            window=Window('<div class="newscontent"', '<div id="aq_commt"', open=1),
            kicker=ABSENT,
            title="h1.news_title",
            timestamp="div.news_about",
            source=(css("div.news_about", match=r"(来源[：:].+)"), "div.news_about > p:first-child"),
            authors=("div.news_paike_author div.name", "div.news_about > p:first-child"),
            breadcrumb="div.news_path",
            body="div.news_txt",
            editors="div.news_editor, div.news_infor_extra div.infor_item",
            keywords="div.news_keyword",
            comments="#comm_span",
            disclaimers=("div.disclaimer", css("div.news_infor_extra > div", match=r"澎湃新闻，未经授权.+", every=True)),
            drop="div.contheight",
        ),
    ),
)
