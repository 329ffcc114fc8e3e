import Foundation

/// Words beside which personal data stands.
enum PrivacyTerms {
    static let plainTai: Unicode.Scalar = "台"
    static let fullTai: Unicode.Scalar = "臺"
    static let ordinal: Unicode.Scalar = "第"
    static let number: Unicode.Scalar = "號"
    static let before: Unicode.Scalar = "前"
    static let parted: Unicode.Scalar = "之"
    static let blank: Unicode.Scalar = "○"
    static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    static let tens: Set<Unicode.Scalar> = ["十", "百", "廿", "卅"]
    static let year: Unicode.Scalar = "年"
    static let month: Unicode.Scalar = "月"
    static let days: Set<Unicode.Scalar> = ["日", "號"]
    /// Between a label and its value.
    static let links: Set<Unicode.Scalar> = [
        ":", " ", "(", ")", "為", "是", "係", "於", "在", "「", "」", "號", "碼", "，", ",", "、", "即", "\"", "《",
    ]
    static let identity = PrivacyWords("身分證 身份證 統一編號 統號 統一證號 居留證 身分字號 證號")
    static let invoice = PrivacyWords("發票")
    static let passport = PrivacyWords("護照")
    static let household = PrivacyWords("戶號")
    static let phone = PrivacyWords("電話 市話 電洽 來電 專線 傳真 聯絡方式 室內電話 住家電話 TEL Tel tel")
    static let messenger = PrivacyWords("LINE Line line 賴")
    static let extended = PrivacyWords("分機 轉 # ext. EXT ext")
    /// Numbers after these are those of papers and files.
    static let papers = PrivacyWords(
        "字第 案號 文號 收件編號 收件號 流水號 條碼 序號 收據 規費 掛號 公司統編 商品 批號 帳單 案件編號 編號 郵件")
    static let vehicle = PrivacyWords("車號 車牌 牌照 汽車 機車 小客車 轎車 貨車 計程車 車輛 座車 騎乘 駕駛 停放")
    static let noPlates: Set<String> = ["CNS", "RFC", "USB", "PDF", "CSV", "SQL", "HTM", "SHA", "LAW", "FAX", "TEL"]
    static let birthBefore = PrivacyWords("出生日期 出生年月日 出生日 出生 生日 生於 誕生於 生辰 年籍")
    static let birthGap = PrivacyWords("年月日 日期 民國 西元 國曆 農曆 (民國) 中華民國")
    static let birthAfter = PrivacyWords("出生 生 誕生")
    static let notBirth = PrivacyWords("出生登記 出生通報 出生人數 出生證明 出生率 生效 生活 生產 生育 出生數")
    static let money: Unicode.Scalar = "元"
    static let account = PrivacyWords("ID id Id 帳號")
    static let stops: Set<Unicode.Scalar> = ["。", "；", "\n", "\r", "！", "？"]
    static let eras = PrivacyWords("中華民國 民國 西元 公元")
}
