import Foundation

/// Words of addresses, by the parts that household registration writes them in.
enum PrivacyAddressTerms {
    /// Stands right before the number of a house.
    static let ways: Set<Unicode.Scalar> = ["路", "街", "道", "段", "巷", "弄", "鄰", "村", "里", "寮", "莊"]
    static let parts: Set<Unicode.Scalar> = [
        "縣", "市", "區", "鄉", "鎮", "村", "里", "鄰", "路", "街", "道", "段", "巷", "弄", "號", "樓", "之", "室",
    ]
    static let notWays = PrivacyWords("公里 手段 階段 海里 管道 頻道 軌道 車道 這裡")
    static let floors: Set<Unicode.Scalar> = ["樓", "室", "F", "f"]
    static let counties = PrivacyWords(
        """
        臺北市 台北市 新北市 桃園市 臺中市 台中市 臺南市 台南市 高雄市 基隆市 新竹市 嘉義市 新竹縣 苗栗縣 彰化縣
        南投縣 雲林縣 嘉義縣 屏東縣 宜蘭縣 花蓮縣 臺東縣 台東縣 澎湖縣 金門縣 連江縣
        """)
    /// After these an address begins.
    static let openers = PrivacyWords(
        """
        住於 住在 居住 現住 原住 住 於 在 遷至 遷入 遷往 遷到 遷居 搬至 搬到 搬往 前往 送至 寄至 寄到 設籍 籍設 位於 地址 住址
        戶籍地 居住地 現住地 租屋處 該址 址 為 係 是 有 從 到 與 及
        """)
}
