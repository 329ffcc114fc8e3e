/// 條、項、款、目, from the outermost inward.
enum CitationUnit: Int, Comparable, Sendable {
    case article, paragraph, subparagraph, item

    init?(_ scalar: Unicode.Scalar?) {
        switch scalar {
        case "條": self = .article
        case "項": self = .paragraph
        case "款": self = .subparagraph
        case "目": self = .item
        default: return nil
        }
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Walks through folded text; each step takes what it finds, or takes nothing and says nil or false.
struct CitationScanner {
    private(set) var rest: ArraySlice<Unicode.Scalar>

    init(_ scalars: ArraySlice<Unicode.Scalar>) {
        rest = scalars
    }

    /// Index of the next scalar in the array that is scanned.
    var position: Int { rest.startIndex }

    var next: Unicode.Scalar? { rest.first }

    /// The scalar behind the next one.
    var afterNext: Unicode.Scalar? { rest.dropFirst().first }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func take(word: String) -> Bool {
        guard rest.starts(with: word.unicodeScalars) else { return false }
        rest = rest.dropFirst(word.unicodeScalars.count)
        return true
    }

    /// The first of `words` that stands here.
    mutating func take(anyOf words: [String]) -> String? {
        for word in words where take(word: word) { return word }
        return nil
    }

    mutating func take(oneOf scalars: [Unicode.Scalar]) -> Bool {
        guard let next, scalars.contains(next) else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func skip(_ count: Int) {
        rest = rest.dropFirst(count)
    }

    mutating func number() -> Int? {
        if let (value, length) = LawText.number(leading: rest) {
            rest = rest.dropFirst(length)
            return value
        }
        // 一千零十條, as the ministry writes 一千零一十條.
        guard let zero = rest.prefix(4).firstIndex(of: "零"), rest.dropFirst(zero + 1 - position).first == "十" else {
            return nil
        }
        var plain = rest.prefix(8)
        plain[zero] = "一"
        guard let (value, length) = LawText.number(leading: plain) else { return nil }
        rest = rest.dropFirst(length)
        return value
    }

    /// The number of an inserted article, at least 1.
    mutating func branchNumber() -> Int? {
        number().flatMap { $0 > 0 ? $0 : nil }
    }

    mutating func takeDash() -> Bool { take(oneOf: ["-", "‐", "–", "—", "−"]) }
}
