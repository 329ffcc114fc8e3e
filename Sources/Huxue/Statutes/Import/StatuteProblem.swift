/// Something in the ministry's file that could not be read for certain; the rest is read nevertheless.
struct StatuteProblem: Hashable, Sendable {
    /// The statute's name; its number in the file, from 1, when the name cannot be shown.
    let statute: String
    let kind: Kind

    enum Kind: Hashable, Sendable {
        /// The article is left out.
        case strangeArticleNumber(String)
        /// The article is left out, because a character of it carries marks without end.
        case stackedMarks(ArticleNumber)
        /// The same outside of its articles; the statute is left out.
        case stackedMarksInStatute
        /// The article is left out, because it is longer than any article of law: more than `MinistryLaw.longestArticle`.
        case longArticle(ArticleNumber)
        /// It has articles, and the number of none could be read; the statute stays as the office has it.
        case noReadableArticle
        /// The first article of that number counts.
        case repeatedArticle(ArticleNumber)
        case strangeDay(String)
        /// The address has no key; the statute is left out.
        case missingKey(String)
        /// The first statute of that key counts.
        case repeatedStatute(String)

        var leavesOutArticle: Bool {
            switch self {
            case .strangeArticleNumber, .repeatedArticle, .stackedMarks, .longArticle: true
            case .strangeDay, .missingKey, .repeatedStatute, .stackedMarksInStatute, .noReadableArticle: false
            }
        }
    }

    var sentence: String {
        switch kind {
        case .strangeArticleNumber(let text): "「\(statute)」有一條的條號「\(text)」無法辨識，這一條沒有讀入。"
        case .stackedMarks(let number): "「\(statute)」第 \(number.plain) 條有一個字疊了太多附加符號，這一條沒有讀入。"
        case .longArticle(let number): "「\(statute)」第 \(number.plain) 條超過 \(MinistryLaw.longestArticle) 字，這一條沒有讀入。"
        case .stackedMarksInStatute: "檔案裡的第 \(statute) 部法規有一個字疊了太多附加符號，這部法規沒有讀入。"
        case .noReadableArticle: "「\(statute)」沒有一條的條號讀得懂，這部法規沒有讀入；已經收錄的不變。"
        case .repeatedArticle(let number): "「\(statute)」有兩個第 \(number.plain) 條，只讀入前一個。"
        case .strangeDay(let text): "「\(statute)」的日期「\(text)」無法辨識，當作沒有寫。"
        case .missingKey(let address): "「\(statute)」的網址「\(address)」沒有法規代碼（pcode），這部法規沒有讀入。"
        case .repeatedStatute(let pcode): "「\(statute)」的法規代碼 \(pcode) 重複出現，只讀入前一部。"
        }
    }
}
