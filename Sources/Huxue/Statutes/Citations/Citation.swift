/// 法源依據: a reference to a whole statute, to an article 條 of it, or to a paragraph 項, subparagraph 款 or item 目 in it.
struct Citation: Hashable, Sendable {
    let statute: Statute
    /// Nil when the whole statute is meant.
    let article: ArticleNumber?
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

    /// The whole statute.
    init(whole statute: Statute) {
        self.statute = statute
        article = nil
        paragraph = nil
        subparagraph = nil
        item = nil
    }
}

extension Citation: CustomStringConvertible {
    /// The one way it is printed: `戶籍法第48條第1項第2款`, `戶籍法第14條之1`, and `戶籍法` for the whole.
    var description: String { statute.name + place }

    /// What stands behind the statute's name.
    var place: String {
        var text = article?.words ?? ""
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
    /// Several statutes that the office has loaded have that name.
    case sharedName(String)
    case missingArticle(String)
    /// The end of a range does not come after its beginning.
    case reversedRange(String)
    /// What stands behind the part that could be read.
    case unreadableRest(String, rest: String)

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .empty: "法源依據是空白的。"
        case .unknownStatute(let text):
            "「\(text)」開頭不是系統認得的法規名稱，請寫法規全名，例如「戶籍法第48條第2項」；地方自治法規或其他還沒有匯入的法規，請先在「法規」匯入。"
        case .sharedName(let text): "「\(text)」的法規名稱是不只一部法規的名稱，無法確定是哪一部。"
        case .missingArticle(let text): "「\(text)」沒有寫明條號，或條號不是 1 到 9999 的數字，例如「戶籍法第48條第2項」。"
        case .reversedRange(let text): "「\(text)」的範圍前後顛倒，或前後相同。"
        case .unreadableRest(let text, let rest):
            "「\(text)」裡的「\(rest)」無法辨識；條號之後只能依序寫第幾項、第幾款、第幾目。"
        }
    }
}
