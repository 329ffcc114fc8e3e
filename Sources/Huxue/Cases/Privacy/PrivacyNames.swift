import Foundation

/// Names after the usual words, before titles, and in names of files; a bare surname (王姓民眾, 林先生) is none.
enum PrivacyNames {
    static func spans(in text: PrivacyText) -> [PrivacySpan] {
        var spans: [PrivacySpan] = []
        for index in text.scalars.indices {
            let title = text.match(PrivacyNameTerms.after, at: index)
            if title > 0, title > 1 || text.match(PrivacyNameTerms.after, at: index + 1) == 0,
                let range = name(before: index, in: text)
            {
                add(range)
            }
            let document = text.match(PrivacyNameTerms.documents, at: index)
            if document > 0, let range = name(before: index, in: text), isEdge(range.lowerBound, in: text) {
                add(range)
            }
            if let scalar = text[index], PrivacyNameTerms.dots.contains(scalar) { dotted(at: index) }
            let word = text.match(PrivacyNameTerms.before, at: index)
            guard word > 0 else { continue }
            var next = index + word
            while next < index + 24 {
                let link = text.match(PrivacyNameTerms.links, at: next)
                if link > 0 { next += link } else if text[next] == " " { next += 1 } else { break }
            }
            chain(from: next)
        }
        return spans

        func add(_ range: Range<Int>) { spans.append(PrivacySpan(kind: .name, range: range)) }

        /// Also 王小明、李小華及張大同, of at most eight.
        func chain(from start: Int) {
            var next = start
            for _ in 0..<8 {
                guard let range = name(at: next, in: text) ?? latin(at: next, in: text) else { return }
                add(range)
                guard let joint = text[range.upperBound], PrivacyNameTerms.joints.contains(joint) else { return }
                next = range.upperBound + 1
            }
        }

        func dotted(at dot: Int) {
            var low = dot
            while low > max(0, dot - 6), text[low - 1]?.isHan == true { low -= 1 }
            for index in low..<dot {
                let word = max(
                    text.match(PrivacyNameTerms.before, at: index), text.match(PrivacyNameTerms.links, at: index))
                if word > 0, index + word < dot { low = max(low, index + word) }
            }
            var high = dot + 1
            while high < dot + 6, let scalar = text[high], scalar.isHan, !PrivacyNameTerms.ends.contains(scalar) {
                high += 1
            }
            if low < dot, high > dot + 1 { add(low..<high) }
        }
    }

    private static func isEdge(_ index: Int, in text: PrivacyText) -> Bool { text[index - 1]?.isHan != true }

    private static func surname(at index: Int, in text: PrivacyText) -> Int {
        let compound = text.match(PrivacyNameTerms.compound, at: index)
        if compound > 0 { return compound }
        return text[index].map { PrivacyNameTerms.surnames.contains($0) } == true ? 1 : 0
    }

    private static func isGiven(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isHan && !PrivacyNameTerms.ends.contains(scalar) && !PrivacyAddressTerms.parts.contains(scalar)
    }

    /// A surname and one or two characters; two surnames and two where what follows cannot belong to it.
    private static func name(at start: Int, in text: PrivacyText) -> Range<Int>? {
        let family = surname(at: start, in: text)
        guard family > 0, text.match(PrivacyNameTerms.words, at: start) == 0 else { return nil }
        guard text.match(PrivacyNameTerms.after, at: start + family) == 0 else { return nil }
        let isForeign = text[start + family] == PrivacyNameTerms.foreign && isGiven(text[start + family + 1])
        guard isForeign || isGiven(text[start + family]) else { return nil }
        var end = start + family + 1
        if isGiven(text[end]), text.match(PrivacyNameTerms.after, at: end) < 2 { end += 1 }
        if family == 1, end == start + 3, surname(at: start + 1, in: text) == 1, isGiven(text[end]),
            !isGiven(text[end + 1])
        {
            end += 1
        }
        return start..<end
    }

    /// The longest name that ends here.
    private static func name(before end: Int, in text: PrivacyText) -> Range<Int>? {
        for length in [4, 3, 2] {
            let start = end - length
            let family = surname(at: start, in: text)
            guard start >= 0, family > 0, length - family <= 2, length > family else { continue }
            guard (start + family..<end).allSatisfy({ isGiven(text[$0]) }) else { continue }
            guard text.match(PrivacyNameTerms.words, at: start) == 0 else { continue }
            return start..<end
        }
        return nil
    }

    /// Two or more words of Latin letters with a capital, or one of four letters and more.
    private static func latin(at start: Int, in text: PrivacyText) -> Range<Int>? {
        var index = start
        var end = start
        var words = 0
        while words < 6, let first = text[index], first.isLatin, first.properties.isUppercase {
            let from = index
            while index < from + 30, let scalar = text[index], scalar.isLatin || scalar == "'" || scalar == "-" {
                index += 1
            }
            if PrivacyNameTerms.latin.contains(text.string(from..<index).uppercased()) { break }
            end = index
            words += 1
            if text[index] == "," { index += 1 }
            while index < end + 2, let gap = text[index], gap == " " || PrivacyNameTerms.dots.contains(gap) {
                index += 1
            }
        }
        guard words > 1 || end - start >= 4, text[end]?.isDigit != true else { return nil }
        return start..<end
    }
}
