/// 法源依據: a reference to an article 條 of a statute, or to a paragraph 項, subparagraph 款 or item 目 in it.
struct Citation: Hashable, Sendable {
    let statute: Statute
    let article: ArticleNumber
    /// 項, counted from 1; nil when the whole article is meant, or its 款 are counted without naming the 項.
    let paragraph: Int?
    /// 款, counted from 1.
    let subparagraph: Int?
    /// 目, counted from 1; stands only below a 款.
    let item: Int?

    init(
        _ statute: Statute, _ article: ArticleNumber, paragraph: Int? = nil, subparagraph: Int? = nil,
        item: Int? = nil
    ) {
        self.statute = statute
        self.article = article
        self.paragraph = paragraph
        self.subparagraph = subparagraph
        self.item = item
    }
}

extension Citation: CustomStringConvertible {
    /// The one way it is printed: `戶籍法第48條第1項第2款`, `戶籍法第14條之1`.
    var description: String {
        var text = "\(statute.name)第\(article.main)條"
        if article.branch > 0 { text += "之\(article.branch)" }
        if let paragraph { text += "第\(paragraph)項" }
        if let subparagraph { text += "第\(subparagraph)款" }
        if let item { text += "第\(item)目" }
        return text
    }
}

/// Why a text is not one citation.
enum CitationRefusal: Refusal, Equatable {
    case empty
    case unknownStatute(String)
    case missingArticle(String)
    /// What stands behind the part that could be read.
    case unreadableRest(String, rest: String)

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .empty: "法源依據是空白的。"
        case .unknownStatute(let text): "「\(text)」開頭不是系統認得的法規名稱，請寫法規全名，例如「戶籍法第48條第2項」。"
        case .missingArticle(let text): "「\(text)」沒有寫明條號，或條號不是 1 到 9999 的數字，例如「戶籍法第48條第2項」。"
        case .unreadableRest(let text, let rest):
            "「\(text)」裡的「\(rest)」無法辨識；條號之後只能依序寫第幾項、第幾款、第幾目。"
        }
    }
}
