"""Writes a made-up file of national size in the form of the ministry's open data, the same one every time.

11,500 laws with 218,000 articles, about 120 MB; 8,075 laws with 159,000 articles are in force. No text of it is law:
sentences are put together from words whose frequencies are those of legal language, a few of them in nearly every
article and thousands of them in hardly any.

    python3 Tests/National/generate.py FILE
"""

import itertools
import json
import random
import sys

# Laws and their articles.
IN_FORCE = (8_075, 159_000)
REPEALED = (3_425, 59_000)
# As many as one household-registration office keeps.
OFFICE_SIZE = (34, 2_600)
UPDATED = "20261030"

DIGITS = "零一二三四五六七八九"

# The nouns of every office, the commonest first.
COMMON_NOUNS = """
    事項 當事人 情形 期間 行為 權利 義務 申請 資料 文件 證明 書面 通知 費用 期限 處分 許可 登記 契約 財產 責任 效力 利益 損害
    程序 關係 人員 機構 單位 事業 業務 計畫 標準 條件 資格 文書 證書 執照 金額 年度 預算 報告 紀錄 名冊 會議 委員 委員會 代表 會員 場所 設備
    設施 土地 建築物 車輛 船舶 貨物 產品 藥品 食品 環境 水源 能源 工程 採購 投資 保險 基金 稅捐 所得 營業 公司 股東 董事 債權 債務 訴訟 法院
    檢察官 警察 役男 學校 學生 教師 考試 成績 訓練 薪資 退休 撫卹 勞工 雇主 契約書 戶籍 身分 姓名 國民 外國人 子女 父母 配偶 未成年人 監護人
""".split()

VERBS = """
    申請 辦理 通知 核准 許可 登記 審查 公告 繳納 提出 檢具 檢附 報請 核定 訂定 變更 撤銷 廢止 移送 處理 執行 調查 檢查 保存 保管 使用 管理
    設置 設立 指定 委託 委任 補正 更正 補償 賠償 給付 發給 領取 交付 返還 請求 聲明 陳述 表示 同意 拒絕 終止 解除 負擔 取得 喪失 移轉 適用
    準用 準備 公布 施行 說明 評估 監督 輔導 獎勵 處罰 沒入 扣留 封存 銷毀 復查 訴願 抗告 上訴 裁定 判決 宣告 確定 記載 簽名 蓋章 保證 抵押
""".split()

SUBJECTS = """
    主管機關 當事人 申請人 各級機關 法院 本法 本會 本辦法 前項機關 中央主管機關 直轄市政府 縣政府 受委託人 利害關係人 代理人 負責人 所有人
    權利人 債務人 債權人 義務人 使用人 管理人 委員會 事業單位 學校 公司 雇主 監護人 法定代理人
""".split()

# Each is filled in from left to right: S subject, V verb, N noun, D number, B a bracket's worth of nouns.
SENTENCES = [line.strip() for line in """
    S應依N之規定，V N；其V之N，由S定之。
    S得V N。但法律另有規定者，不在此限。
    前項N，S應於D日內以書面V之。
    有下列情形之一者，S不得V N：
    N之V，準用第D條至第D條之規定。
    S為V N，必要時得請求S提供N及N。
    違反前條第D項規定者，處新臺幣D萬元以上D萬元以下罰鍰，並得按次處罰。
    S對於N之V，因N而受有N者，於D年內得向S V N。
    依第D條第D款V之N，其N與N之範圍、V程序及其他應遵行之辦法，由S另定之。
    S未於N屆滿前V N，經S通知限期改善，屆期未改善者，視為未V N。
    N及N所生之N，以N為限；無N者，以N代替。
    S所為之N，非經S同意，不生效力。
    本法所稱N，指以N為目的而V之N、N或其他相關N。
    N之N，自V當日起算D個月；逾期者，不予V。
    S設置N，掌理N的V、N的V及其他有關N。
    所定N，由S會同S公告，並刊登公報。
    S或其N因故不能V N時，可以委託他人代辦，並出具N。
    已經V之N，其N有變更，S自事實發生後D日內V。
    N，須有N二分之一以上出席，出席N過半數同意行之。
    數N之V，有不同N時，依其N辦理。
    同一N V二次以上，合併計入N。
    N不足時，由N支應；仍有不足，以N補充。
    S每年V N一次，作成N，送交S備查。
    各N間如有爭議，先行協調；協調不成，請S裁決。
    N如附表D。
    凡N均須V，毋庸N。
    S派員V N時，應出示N；無正當理由不能規避、妨礙或拒絕。
    因N致N受損害，S負連帶賠償責任。
    故意V N，處D年以下有期徒刑、拘役或科罰金。
    N保存D年，期滿後得銷毀。
    外國N比照本國N辦理。
    N分為左列D種：
    新任S到職D週內，完成N與N訓練。
    N以S為限；但有特殊N，報經S核可，不受限制。
""".strip().splitlines()]

WHOLE_SENTENCES = [each for each in SENTENCES if not each.endswith("：")]

ITEMS = [line.strip() for line in """
    V N。
    N未依規定V者。
    經S V N。
    N之V及其N。
    N、N及N。
    其他經S V之N。
""".strip().splitlines()]

LAW_ENDINGS = ["辦法"] * 9 + ["法"] * 4 + ["條例"] * 3 + ["標準"] * 3 + ["規則"] * 3 + ["準則"] * 2 + ["細則"] * 2 + ["規程"]
CATEGORIES = ["內政部", "財政部", "教育部", "法務部", "經濟部", "交通部", "勞動部", "衛生福利部", "環境部", "農業部"]


class Writer:
    def __init__(self, seed=115):
        self.random = random.Random(seed)
        self.nouns, self.noun_weights = self.vocabulary()

    def vocabulary(self):
        """The common nouns, then thousands made of two rarer characters, by Zipf's law."""
        pairs = itertools.product(range(0xA4, 0xC6), itertools.chain(range(0x40, 0x7F), range(0xA1, 0xFF)))
        characters = [bytes(pair).decode("big5") for pair in pairs]  # the common ones, by strokes
        self.random.shuffle(characters)
        # The nearer to its beginning, the oftener a character is used.
        picks = lambda: characters[int(len(characters) * self.random.random() ** 2.5)]
        made = dict.fromkeys(picks() + picks() for _ in range(14_000))
        nouns = list(dict.fromkeys(COMMON_NOUNS + list(made)))
        return nouns, list(itertools.accumulate(1 / (place + 12) for place in range(len(nouns))))

    def noun(self):
        return self.random.choices(self.nouns, cum_weights=self.noun_weights)[0]

    def ranked(self, words):
        """One of `words`, those in front far oftener."""
        return words[int(len(words) * self.random.random() ** 1.5)]

    def number(self):
        value = 1 + int(60 * self.random.random() ** 2.2)
        tens, ones = divmod(value, 10)
        if tens == 0:
            return DIGITS[ones]
        return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")

    def filled(self, pattern):
        parts = []
        for letter in pattern:
            match letter:
                case "S": parts.append(self.ranked(SUBJECTS))
                case "V": parts.append(self.ranked(VERBS))
                case "N": parts.append(self.noun())
                case "D": parts.append(self.number())
                case " ": pass
                case _: parts.append(letter)
        return "".join(parts)

    def article(self):
        paragraphs = []
        for _ in range(1 + int(5.6 * self.random.random() ** 1.6)):
            sentence = self.filled(self.random.choice(SENTENCES))
            while not sentence.endswith("：") and self.random.random() < 0.45:
                sentence += self.filled(self.random.choice(WHOLE_SENTENCES))
            if sentence.endswith("："):
                for place in range(1, self.random.randint(3, 8)):
                    sentence += f"\r\n{DIGITS[place]}、{self.filled(self.ranked(ITEMS))}"
            paragraphs.append(sentence)
        return "\r\n".join(paragraphs)

    def history(self, articles):
        lines = []
        year = self.random.randint(40, 90)
        for place in range(1, 2 + int(9 * self.random.random() ** 2)):
            what = f"公布全文 {articles} 條" if place == 1 else f"修正公布第 {self.random.randint(1, articles)} 條條文"
            lines.append(
                f"{place}.中華民國{self.year(year)}年{self.number()}月{self.number()}日院令臺字第 "
                f"{self.random.randint(10**9, 10**10)} 號令{what}")
            year += self.random.randint(1, 6)
        return "\r\n".join(lines)

    def year(self, value):
        tens, ones = divmod(min(value, 99), 10)
        return DIGITS[tens] + "十" + (DIGITS[ones] if ones else "")

    def law(self, place, name, articles, is_repealed):
        parts = []
        for number in range(1, articles + 1):
            if articles >= 20 and number % 15 == 1:
                parts.append({
                    "ArticleType": "C", "ArticleNo": "",
                    "ArticleContent": f"   第 {DIGITS[min(9, 1 + number // 15)]} 章 {self.noun()}"})
            parts.append({"ArticleType": "A", "ArticleNo": f"第 {number} 條", "ArticleContent": self.article()})
        day = f"{self.random.randint(1950, 2025)}{self.random.randint(1, 12):02}{self.random.randint(1, 28):02}"
        return {
            "LawLevel": "法律" if name.endswith(("法", "條例")) and not name.endswith("辦法") else "命令", "LawName": name,
            "LawURL": f"https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=Z{place:07}",
            "LawCategory": f"行政＞{self.random.choice(CATEGORIES)}＞樣本目", "LawModifiedDate": day, "LawEffectiveDate": "",
            "LawEffectiveNote": "", "LawAbandonNote": "廢" if is_repealed else "", "LawHasEngVersion": "N",
            "EngLawName": "", "LawAttachements": [], "LawHistories": self.history(articles), "LawForeword": "",
            "LawArticles": parts}

    def names(self):
        seen = set()
        while True:
            name = "".join(self.noun() for _ in range(self.random.randint(2, 3)))
            name += self.random.choice(VERBS) + self.random.choice(LAW_ENDINGS)
            if name not in seen:
                seen.add(name)
                yield name

    def sizes(self, laws, articles):
        """How many articles each law has: a few have hundreds."""
        weights = [self.random.paretovariate(1.3) for _ in range(laws)]
        scale = (articles - laws) / max(1, sum(min(each, 60) for each in weights))
        sizes = [1 + int(min(each, 60) * scale) for each in weights]
        for place in range(articles - sum(sizes)):
            sizes[place % laws] += 1
        return sizes

    def laws(self, in_force, repealed):
        names = self.names()
        sizes = [self.sizes(*in_force), self.sizes(*repealed)]
        kinds = [0] * in_force[0] + [1] * repealed[0]
        self.random.shuffle(kinds)
        for place, kind in enumerate(kinds, start=1):
            yield self.law(place, next(names), sizes[kind].pop(), is_repealed=kind == 1)


def write(path, in_force=IN_FORCE, repealed=REPEALED):
    """One law at a time; nothing of it is held."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        file.write(f'{{"UpdateDate": "{UPDATED}", "Laws": [\n')
        for place, law in enumerate(Writer().laws(in_force, repealed)):
            file.write((",\n" if place else "") + json.dumps(law, ensure_ascii=False, indent=1))
        file.write("\n]}\n")


if __name__ == "__main__":
    write(sys.argv[1])
