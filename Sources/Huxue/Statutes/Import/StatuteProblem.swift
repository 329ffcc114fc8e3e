/// Something in the ministry's file that could not be read for certain; the rest is read nevertheless.
struct StatuteProblem: Hashable, Sendable {
    /// The statute's name.
    let statute: String
    let kind: Kind

    enum Kind: Hashable, Sendable {
        /// The article is left out.
        case strangeArticleNumber(String)
        /// The first article of that number counts.
        case repeatedArticle(ArticleNumber)
        case strangeDay(String)
        /// The address has no key; the statute is left out.
        case missingKey(String)
        /// The first statute of that key counts.
        case repeatedStatute(String)

        var leavesOutArticle: Bool {
            switch self {
            case .strangeArticleNumber, .repeatedArticle: true
            case .strangeDay, .missingKey, .repeatedStatute: false
            }
        }
    }

    var sentence: String {
        switch kind {
        case .strangeArticleNumber(let text): "「\(statute)」有一條的條號「\(text)」無法辨識，這一條沒有讀入。"
        case .repeatedArticle(let number): "「\(statute)」有兩個第 \(number.plain) 條，只讀入前一個。"
        case .strangeDay(let text): "「\(statute)」的日期「\(text)」無法辨識，當作沒有寫。"
        case .missingKey(let address): "「\(statute)」的網址「\(address)」沒有法規代碼（pcode），這部法規沒有讀入。"
        case .repeatedStatute(let pcode): "「\(statute)」的法規代碼 \(pcode) 重複出現，只讀入前一部。"
        }
    }
}
