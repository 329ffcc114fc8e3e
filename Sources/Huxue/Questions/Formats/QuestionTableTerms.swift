/// What the template of the question table says about itself.
enum QuestionTableTerms {
    static let templateName = "試題範本"

    static let head = ["欄位", "要不要填", "怎麼填", "例"]

    /// A line for each column, or for a few together.
    static let explanations: [[String]] = [
        ["代號", "可空白", "文字、數字與 - _ .，全題庫不重複。題庫已有的代號：內容不同就成為新版本；空白：系統編號。", "birth-001"],
        ["主題", "可空白", "題庫的主題。空白時，匯入時選一個。", "出生登記"],
        ["題型", "必填", words(QuestionTableFile.types), "單選"],
        ["認知層次", "可空白", words(QuestionTableFile.levels) + "。空白：理解。", "應用"],
        ["題幹", "必填", "*…* 之間的文字會強調；格子裡可以換行（Alt + Enter）。", "下列何者*不得*申請出生登記？"],
        ["選項1～選項9", "選擇題必填", "單選與複選至少兩個，由選項1 起填；是非題留空白。選項前不要寫 A、B 或 1、2，出題時順序會打亂。", "里長"],
        ["答案", "必填", "單選寫正確選項的號碼；複選寫幾個號碼，以逗號分開；是非寫 ○ 或 ×。", "3　或　1,3　或　○"],
        ["詳解", "最好填", "為什麼是這個答案；「…」之間是條文的原文。空白：寫成「見」加上法源依據。", "樣本登記「由本人申請之」。"],
        ["法源依據", "必填", "法規全名與條號；幾個就各寫一行，或以「、」分開。", "戶籍法第48條第1項"],
        ["依據法規日期", "可空白", "這一題對照哪一天的法規核對過。113/10/11 或 2024-10-11 都可以。空白：匯入當天。", "113/10/11"],
        ["狀態", "可空白", words(QuestionTableFile.states) + "。", QuestionTerms.name(of: .active)],
        ["單位", "可空白", "試題屬於哪個單位的題庫，寫機關以下的名稱。空白：新題屬於匯入時選的題庫，題庫已有的不變；要移到共用題庫，寫機關的名稱。", "登記一課"],
    ]

    /// Where each format says what it has no field for.
    static let formats: [[String]] = [
        ["YAML", "topic", "explanation", "各有欄位；也可以把幾個檔案壓縮成 ZIP"],
        ["CSV、XLSX", "「主題」欄", "「詳解」欄", "各有欄位，見上面的範本"],
        [
            "GIFT", "$CATEGORY: 出生登記", "####",
            "題目前一行的註解：// [id:birth-001] [tag:level:apply] [tag:lawAsOf:2024-10-11] [tag:unit:登記一課] [tag:citation:戶籍法第48條]",
        ],
        [
            "Moodle XML", "類別", "一般回饋",
            "ID 編號；標籤 level:apply、lawAsOf:2024-10-11、unit:登記一課、citation:戶籍法第48條（只寫戶籍法第48條也可以）",
        ],
        [
            "QTI 3、2.2、2.1", "關鍵字 topic:出生登記", "modalFeedback",
            "套件的 imsmanifest.xml：LOM 的 identifier（catalog 寫 huxue）與 keyword，寫法同標籤",
        ],
    ]

    static func name(of format: QuestionFormat) -> String {
        switch format {
        case .yaml: "YAML"
        case .csv: "CSV"
        case .xlsx: "XLSX"
        case .gift: "GIFT"
        case .moodle: "Moodle XML"
        case .qti: "QTI 3"
        }
    }

    /// The name with what it is good for.
    static func words(of format: QuestionFormat) -> String {
        let use =
            switch format {
            case .yaml: "（本系統的檔案，一個主題一個，壓縮成 ZIP）"
            case .csv: "（純文字的表格）"
            case .xlsx: "（試算表，附欄位說明）"
            case .gift: "（Moodle 的文字格式）"
            case .moodle: "（Moodle 的完整格式）"
            case .qti: "（1EdTech 標準的套件）"
            }
        return name(of: format) + use
    }

    /// The explanation of a question that came without one.
    static func explanation(citing citations: [Citation]) -> String {
        "見\(citations.map(\.description).joined(separator: "、"))。"
    }

    private static func words(_ names: [String]) -> String { names.joined(separator: "、") }
}
