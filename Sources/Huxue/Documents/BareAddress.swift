/// Finds addresses of the web in running text: `詳見https://law.moj.gov.tw/停留/?type=短期，並…`.
enum BareAddress {
    /// The first one; nil when there is none.
    ///
    /// It may stand right after a letter or punctuation of any kind. It may hold Chinese behind its host, and ends before
    /// white space, full-width punctuation and punctuation that ends a sentence.
    static func first(in text: Substring) -> Range<Substring.Index>? {
        let bytes = text.utf8
        var start = bytes.startIndex
        while let next = bytes[start...].firstIndex(of: UInt8(ascii: "h")) {
            if bytes[next...].starts(with: "http".utf8), let end = end(text[next...]) { return next..<end }
            start = bytes.index(after: next)
        }
        return nil
    }

    private static func end(_ text: Substring) -> Substring.Index? {
        guard let scheme = ["http://", "https://"].first(where: { text.utf8.starts(with: $0.utf8) }) else { return nil }
        let rest = text.unicodeScalars.dropFirst(scheme.utf8.count)
        let host = rest.prefix { isOfHost($0) }
        guard host.contains(where: { isLetter($0) || ("0"..."9").contains($0) }) else { return nil }
        var end = host.endIndex
        if let next = rest[end...].first, "/?#".unicodeScalars.contains(next) {
            end = rest[end...].firstIndex { !isOfPath($0) } ?? rest.endIndex
        }
        var found = rest[..<end]
        var surplus: [Unicode.Scalar: Int] = [
            ")": excess(of: ")", over: "(", in: found), "]": excess(of: "]", over: "[", in: found),
        ]
        while let last = found.last {
            if let left = surplus[last] {
                guard left > 0 else { break }
                surplus[last] = left - 1
            } else if !".,;:!?'*_~`\\".unicodeScalars.contains(last) {
                break
            }
            found.removeLast()
        }
        return found.endIndex
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isOfHost(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || ("0"..."9").contains(scalar) || ".-:@_".unicodeScalars.contains(scalar)
    }

    private static func isOfPath(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar.value > 0x20 && scalar.value != 0x7F && scalar != "<" && scalar != ">" && scalar != "\""
                && scalar != "|"
        }
        if MarkdownStandIn.isOne(scalar) { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            // Full-width letters and digits belong to the sentence.
            return !(0xFF00...0xFFEF).contains(scalar.value)
        default: return false
        }
    }

    /// How many closing brackets have no opening one.
    private static func excess(
        of closing: Unicode.Scalar, over opening: Unicode.Scalar, in found: Substring.UnicodeScalarView
    ) -> Int {
        found.reduce(0) { $0 + ($1 == closing ? 1 : $1 == opening ? -1 : 0) }
    }
}
