"""
Characters that only one of the two scripts uses: the frequent pairs of the simplification tables of 1964.

Pairs whose simplified form is also a traditional character (后, 里, 只, 发 is not) are left out.
"""

from __future__ import annotations

#: Simplified and traditional form, alternating.
PAIRS = (
    "国國这這个個们們来來为為会會时時说說对對发發经經现現过過还還没沒问問关關开開学學动動进進种種"
    "无無业業东東车車长長门門见見书書马馬鸟鳥鱼魚龙龍风風飞飛电電话話语語论論议議记記讯訊报報"
    "应應该該让讓认認识識设設计計评評证證试試调調谈談请請谁誰课課读讀变變员員总總给給结結组組"
    "织織级級约約红紅线線网網绩績续續维維统統继繼绝絕综綜编編缘緣习習乡鄉买買卖賣质質费費贵貴"
    "资資赛賽赞贊财財责責贸貿贫貧购購货貨贷貸赵趙赶趕达達运運远遠违違连連迟遲选選适適递遞逻邏"
    "遗遺邓鄧郑鄭邻鄰释釋钟鐘钱錢铁鐵银銀销銷错錯锁鎖镇鎮镜鏡闭閉间間闻聞阅閱队隊阳陽阴陰际際"
    "陆陸陈陳险險随隨难難韩韓页頁项項顺順须須预預领領频頻题題额額颜顏愿願顾顧类類馆館饭飯饮飲"
    "驻駐验驗骗騙头頭夺奪奖獎妇婦妈媽孙孫宁寧实實审審宪憲宫宮宽寬宾賓导導将將尔爾尽盡层層属屬"
    "岁歲岛島币幣师師帅帥带帶帮幫广廣庄莊庆慶库庫庙廟废廢张張弹彈归歸当當录錄彻徹忆憶怀懷态態"
    "恶惡悬懸惊驚战戰户戶扑撲执執扩擴扫掃扬揚护護报報担擔拥擁择擇挥揮损損换換据據敌敵数數断斷"
    "旧舊显顯晓曉术術机機杀殺杂雜权權条條杨楊极極构構枪槍标標树樹样樣桥橋档檔检檢楼樓欢歡欧歐"
    "毁毀毕畢汉漢汇匯济濟浙浙测測浓濃涨漲渐漸湾灣湿濕满滿灭滅灵靈灾災炼煉点點热熱爱愛独獨狱獄"
    "环環产產画畫疗療监監盘盤众眾码碼础礎礼禮祸禍离離积積称稱稳穩穷窮竞競笔筆签簽简簡粮糧纪紀"
    "纳納纷紛练練绍紹绿綠缩縮罗羅职職联聯肃肅胜勝脑腦脸臉节節苏蘇范範荐薦药藥获獲营營萨薩蓝藍"
    "虑慮虽雖蚀蝕补補装裝规規视視觉覺览覽触觸订訂训訓许許访訪诉訴词詞译譯诚誠详詳误誤说說诸諸"
    "亚亞亏虧亿億仅僅从從仓倉价價优優传傳伤傷伟偉余餘侠俠储儲儿兒党黨兰蘭兴興养養农農写寫军軍"
    "冲衝决決净淨减減几幾击擊创創则則刚剛别別剧劇办辦务務劳勞势勢区區医醫协協单單华華卫衛厂廠"
    "厅廳历歷压壓县縣参參双雙变變号號叶葉吗嗎听聽启啟员員响響团團园園围圍图圖圆圓场場坏壞块塊"
    "坚堅垄壟执執壮壯声聲处處备備复復够夠"
)
_PAIRED = [(PAIRS[i], PAIRS[i + 1]) for i in range(0, len(PAIRS), 2)]
#: Written so in mainland China and Singapore only. 余, 范, 叶, 几 and their like also stand in traditional text.
SIMPLIFIED_ONLY = frozenset(s for s, t in _PAIRED if s != t) - frozenset("余范叶几冲党复丰别据适")
#: Written so in Taiwan, Hong Kong and Macau only.
TRADITIONAL_ONLY = frozenset(t for s, t in _PAIRED if s != t) - frozenset("贊範別適據")
