/// A place in running text that refers to an article of law or a part of one.
struct CitationReference: Equatable, Sendable {
    enum Meaning: Equatable, Sendable {
        case one(Citation)
        /// From the first to the last, both included, with whatever stands between them.
        case through(Citation, Citation)
        case unresolved(CitationDoubt)

        /// Where a link from here leads: the citation, or the first of several.
        var target: Citation? {
            switch self {
            case .one(let citation), .through(let citation, _): citation
            case .unresolved: nil
            }
        }
    }

    /// From the name of the statute, or its 第, to the last 條, 項, 款 or 目; of a list each member has its own.
    let range: Range<String.Index>
    let meaning: Meaning

    /// See `Meaning.target`.
    var target: Citation? { meaning.target }
}

/// Why a reference cannot be resolved for certain.
enum CitationDoubt: Error, Equatable, Sendable {
    /// It names a statute that has no entry.
    case unknownStatute(String)
    /// Several statutes have that name.
    case sharedName(String)
    /// Nothing tells of which statute it speaks.
    case noStatute
    /// 前項, 第二項 and the like in a text that is no article, or 同條 with none named before.
    case noArticle
    /// 前條 in the first article, 前項 in the first paragraph, 前款 outside a subparagraph.
    case nothingBefore
    /// The statute has no such article; perhaps it is another's.
    case missingArticle
    /// The article has no such paragraph, subparagraph or item.
    case missingPart
    /// The lines of the article do not tell its paragraphs apart.
    case unclearParagraphs
    /// It speaks of the wording before an amendment, or as one amendment made it.
    case datedWording
    /// The statute was rewritten as a whole since, so that the number may be another article's now.
    case renumbered
    /// It can be read in more than one way.
    case severalReadings

    /// Whether the words give the number of an article, and not of a part alone; 前條 gives none.
    static func namesArticle(_ words: String) -> Bool { words.contains("第") && words.contains("條") }

    /// For a person who wonders why there is no link.
    var sentence: String {
        switch self {
        case .unknownStatute(let name): "系統沒有「\(name)」的條文。"
        case .sharedName(let name): "「\(name)」是不只一部法規的名稱。"
        case .noStatute: "沒有寫明是哪一部法規。"
        case .noArticle: "沒有寫明是哪一條。"
        case .nothingBefore: "前面沒有可以指的條、項、款、目。"
        case .missingArticle: "這部法規沒有這一條。"
        case .missingPart: "這一條沒有這一項、款或目。"
        case .unclearParagraphs: "這一條的原文分行不明，無法確定是第幾項。"
        case .datedWording: "指的是某一次修正前或修正時的條文。"
        case .renumbered: "那部法規後來全文修正過，條號可能已經不同。"
        case .severalReadings: "可以有不只一種讀法。"
        }
    }
}
