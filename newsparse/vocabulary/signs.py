"""
The words that tell the readers which lines to ask what: each line is looked through once for all of them.

A sign decides nothing. It says that a line may be what a reader looks for, so that readers ask
few lines and not all. Signs of a line are bits of a number; ``UNKNOWN`` has all of them.
"""

from __future__ import annotations

import re
from functools import cache

from newsparse.vocabulary.credits import LABELS

#: What ends or parts sentences: of Chinese pages, and of those that have no Chinese full stops.
_STOPS = ("，", "。")
_FULL_STOPS = ("。",)
_ANY_STOPS = (*_STOPS, "、", "；", "！", "？", ", ", ". ")
_DIGITS = tuple("0123456789０１２３４５６７８９")
#: A character of every label that pages print in lines of their own.
_LABEL_CHARACTERS = frozenset("源来來处處自者记記员員编編辑輯译譯责責校审審监監制製摄攝文稿新间間键鍵签籤评評")
_ANY_LABELS = tuple({label: None for entry in LABELS for label in entry.labels})
#: Labels without one that stand there, too.
_MORE_LABELS = frozenset("采写 採寫 主笔 主筆 执笔 執筆 实习生 實習生 署名 口述 整理 Author By Editor Source Published".split())
_LABELS = tuple(label for label in _ANY_LABELS if label in _MORE_LABELS or _LABEL_CHARACTERS.intersection(label))
_LABELS += tuple(f"{label}{colon}" for label in ("报道", "報道", "報導", "报导") for colon in "：:")
#: One of these stands in whatever a site says of itself among the prose.
_SITE_TALK = ("转载", "轉載", "版权", "版權", "声明", "聲明", "授权", "代表", "下载", "扫", "不构成", "侵权", "您的浏览器", "作品内容", "@")
_COMMENTS = ("评论", "評論", "留言", "跟贴", "跟帖", "参与", "參與", "人回应", "回應", "回響", "说两句", "网友发表", "則意見", "则意见", "我要發言", "我要发言")
#: Whoever counts all comments counts them wherever the page shows them.
_TOTALS = ("全部评论", "全部評論", "全部跟贴", "全部留言")
_FOOTER = ("ICP", "版权所有", "版權所有", "公网安备", "许可证", "法律顾问", "法律顧問")
_EDITOR = ("责任编辑", "責任編輯", "责编", "責編", "编辑：", "编辑:", "編輯：", "編輯:")
_KEYWORD = ("关键", "關鍵", "标签", "標籤", "tag", "Tag", "TAG", "相关话题", "相关主题", "相關網頁", "更多关于", "其他关于", "涉及话题", "#")
_TRAIL_SIGNS = (">", "＞", "»", "›", "→")
_TRAIL = (*_TRAIL_SIGNS, "位置", "所在", "首页导航", "您現在", "/", "正文", "內文")
#: Every clause of a disclaimer holds one of these; letters may be spaced, as in a footer.
_CLAUSE = (
    "版权 版權 转载 轉載 授权 授權 声明 聲明 不代表 仅代表 僅代表 只代表 不构成 不構成 风险自 風險自 传递更多 傳遞更多 传播更多 傳播更多 擅自 无关 無關 镜像 鏡像 必究 著作权 著作權 信息存储 "
    "信息发布 咨询医生 文责自负 第三方公司 法律责任 法律行动 只是作者 纯属 索取稿酬 不承担 不承擔 不负 不負 合作 作品内容 作品版权 侵权 侵權 侵犯 凡注明 凡註明 凡注有 凡标 凡標 凡本 "
    "不作为 不作為 勿作为 不能作为 不可作为 不能替代 不能代替 据此操作 據此操作 据此入市 依此操作 请咨询 请遵 不表明 不意味着 不意味著 任何保证 不提供任何 "
    "知识产权 转贴 转帖 摘编 刊用 违者 違者 谢绝 謝絕 本文系 本稿 未经许可 未经允许 未经同意 未經許可 未經允許 未經同意 "
    "诊断 診斷 医疗 醫療 供参考 供參考 原创作品 独家稿件 提醒您 提醒你 關心您 关心您 ★ ☆ ※ 酒過量 酒後請 吸菸有害 吸烟有害 珍惜生命 自殺防治 未滿18 未滿十八"
).split()
_SPACED = ("版 权", "版 權")
#: A notice (分享到, 扫码关注 …) holds one of these; a short one may hold only a sign of the second kind.
_NOTICE = (
    "原标题 原標題 原题 原題 分享 转发 轉發 扫 掃 长按 長按 识别 关注 關注 公众号 公眾號 微信 下载 下載 打开 打開 安装 APP App app 更多 全文 原文 返回 回到 接下一 标签 標籤 关键 關鍵 "
    "Tag TAG 热词 评论 評論 说两句 留言 跟贴 跟帖 参与 热线 邮箱 信箱 联系 电话 投稿 爆料 报料 上一 下一 版 查看 隐私 隱私 ookie 網站技術 网站技术 可能不完整 圖片放大 图片放大 大图 "
    "大圖 原图 蓝字 点赞 點讚 好友 Telegram 粉絲團 提醒 關心 自殺 飲酒 吸菸 喝酒 酒後 未滿 ◤ 加载 加載 载入 載入 稍候 播放 字体 字體 浏览 人气 内容 內容 帖子 综合 綜合 熱線 正文 键盘 "
    "阅读 閱讀 展开 展開 订阅 追蹤 合作 微博 【 打印 收藏 保存 炒股就看 股市瞬息 热点栏目 浏览器 瀏覽器 點選播 点选播 點選收 点击收 點擊收 点击观 點擊觀 點選觀 按此收 按下播 缓冲 转码 "
    "聽新聞 听新闻 聽全文 听全文 播報 播报 鈴鐺 铃铛 追踪 按讚 按赞 留守 锁定 鎖定 频道 頻道 專頁 點我 点我 按我 翻页 "
    "客户端 客戶端 應用 抖音 Facebook 粉丝团 专页 脸书 臉書 LINE Line line 曲奇 详见 结尾 跳过 在看 专题 專題 文字 緩衝 收聽 收听 觀看 观看 显示全部 显示剩余 显示完整 看全部 看剩余 看完整 "
    "点击进入 点击進入 點擊进入 點擊進入 点击此处 點擊此处 喜欢就 喜欢请 喜欢记得 短信 线索 線索 来稿 來稿 社群 群組 群组 【好看 “好看 「好看"
).split()
_NOTICE += [f"{about}{what}" for about in ("相关", "相關") for what in "个股 個股 股票 概念股 板块 公告 行情".split()]
_NOTICE += [f"{done}{when}" for done in "建立 建檔 建档 上載 上载 上傳 上传 刊登".split() for when in ("时间", "時間", "日期")]
_SHORT_NOTICE = (
    "END End end 完 列印 纠错 糾錯 报错 举报 舉報 反馈 关闭 關閉 字号 字號 字体 大 中 小 顶 踩 赞 讚 推 浏览 广告 廣告 AD dvertis ADVERT 往下 首页 首頁 第 头条 "
    "页 頁 推荐 暂停 静音 全屏 喜欢 访问 訪問 瀏覽 人氣 片长 朗读 印刷 挑错 复制 報道 评分 評分 投票 图集 圖集 时长 時長 放大 目录 导航 Share SHARE share 点击 点此 點擊 點此 加载 观看 回應 點評 已评 報導 报道 报导 外電 外电"
).split()
#: What notices hold that open with anything.
_LOOSE = (
    "扫 掃 长按 長按 识别 搜索 下载 APP App app 客户端 客戶端 應用 允许 允許 此文包含 不对外来 结尾 跳过 鈴鐺 铃铛 追蹤 追踪 关注 關注 按讚 按赞 留守 锁定 鎖定 留意 隐私 隱私 ookie "
    "网站技术 網站技術 曲奇 可能不完整 推出 點我 点我 按我 热线 熱線 报料 爆料 邮箱 信箱 电话 联系 合作 菜单 短信 线索 線索 投稿 来稿 來稿 一起加入 快來加入 快来加入 歡迎加入 欢迎加入 立即加入 馬上加入 在看 好看 【赞 “赞 「赞 報導 報道 报导 报道 外電 外电"
).split()
#: What captions hold.
_CAPTION = (*"图圖摄攝△▲▼▽◎照影供\\", "CFP", "IC", "Getty", "视觉", "翻拍", "加注文字", "加註文字", "截", "资料", "資料", "新华社发", "海报")
#: What credits at the end of a paragraph hold.
_SIGNED = ("记者", "記者", "编辑", "編輯", "责编", "責編", "通讯员", "通訊員", "来源", "來源")

#: What headings of related stories hold.
_RELATED = (
    "相关 相關 延伸 延展 推荐 推薦 扩展 关联 热门 熱門 精彩 热点 更多 编辑 為您 为您 猜你 猜您 其他 往期 近期 小编 主编 总编 此前报道 新闻回顾 新聞回顧 "
    "新闻链接 新聞連結 阅读推荐 視頻推薦 视频推荐 大家都在看 你可能喜欢 您可能感兴趣 点击排行 排行榜 看了又看 同类文章 微博推荐 好友新聞分享 "
    "今日热点 阅读排行 评论排行 专题推荐"
).split()
#: What the first lines below a story hold: headings of comments, notices, the next story.
_END = (
    "不喜欢 减少或屏蔽 举报 评论 評論 跟帖 跟贴 留言 来说两句 版权 版權 免责 免責 Copyright copyright © 上一篇 下一篇 熱門點閱 热门点阅 "
    "相关 相關 延伸 推荐阅读 猜你喜欢 热门推荐 分享到 分享至"
).split()
#: What appeals to the site's readers hold, in the last lines of a story.
_APPEAL = (
    "下载 下載 打开 安裝 安装 Facebook facebook Google 臉書 脸书 LINE 微信 微博 公众号 公眾號 关注 關注 订阅 訂閱 加入 扫描 扫码 長按 长按 "
    "诚邀 誠邀 欢迎 歡迎 发给我们 發給我們 发送至 邮件至 投稿 解锁 解鎖 eserved ICP 版權所有 版权所有 分享 加载中 請稍候 请稍候 刷新本页 下一篇 上一篇"
).split()
#: What a site says of a story that it passes on.
_PASSED_ON = ("本文来自", "本文來自", "本文转载自", "本文轉載自")

_CLASSES = (
    _STOPS, _ANY_STOPS, _DIGITS, _ANY_LABELS, _LABELS, _SITE_TALK, _COMMENTS, _TOTALS, _FOOTER, _EDITOR, _KEYWORD, _TRAIL_SIGNS, _TRAIL,
    (*_CLAUSE, *_SPACED), tuple(_NOTICE), tuple(_SHORT_NOTICE), _CAPTION, _SIGNED,
    tuple(_RELATED), tuple(_END), tuple(_APPEAL), ("②",), ("页", "頁"), _PASSED_ON, _FULL_STOPS, tuple(_LOOSE),
)  # fmt: skip
(
    STOP, ANY_STOP, DIGIT, ANY_LABEL, LABEL, SITE_TALK, COMMENT, TOTAL, FOOTER, EDITOR, KEYWORD, TRAIL_SIGN, TRAIL,
    CLAUSE, NOTICE, SHORT_NOTICE, CAPTION, SIGNED, RELATED, END, APPEAL, NUMBERED, PAGE, PASSED_ON, FULL_STOP, LOOSE,
) = (1 << number for number in range(len(_CLASSES)))  # fmt: skip

CLOSINGS = "。！？!?”」…"
"""What a sentence ends with."""

CLOSED = 1 << len(_CLASSES)
"""The sign of a line that ends so."""

CLASSES: tuple[tuple[str, ...], ...] = _CLASSES
"""The words of each sign, in the order of their bits."""

UNKNOWN = -1
"""The signs of a line that nobody looked through: it may have any."""


def says(text: str, sign: int, signs: int = UNKNOWN) -> bool:
    """
    Tell whether a line has a sign: by its signs, or by looking through it where they are not known.

    Args:
        sign: one sign, or several of which one will do.
    """
    return bool(signs & sign) if signs != UNKNOWN else _pattern(sign).search(text) is not None


def alternation(sign: int, *, without: tuple[str, ...] = ()) -> str:
    """
    Return the pattern of a sign's words, or of several signs', those left out that the caller names.
    """
    words = (word for number, words in enumerate(CLASSES) if sign >> number & 1 for word in words)
    return "|".join(re.escape(word) for word in words if word not in without)


@cache
def _pattern(sign: int) -> re.Pattern[str]:
    return re.compile(alternation(sign))
