import Foundation

/// Numbers that only the word before them, or their form, tells from others.
extension PrivacyNumbers {
    /// Where the value begins after a word that begins here; nil if no word does or the sentence ends before.
    static func value(after words: PrivacyWords, at start: Int, in text: PrivacyText) -> Int? {
        let length = text.match(words, at: start)
        guard length > 0 else { return nil }
        for index in start + length..<start + length + 14 {
            guard let scalar = text[index] else { return nil }
            if scalar.isDigit || (scalar.isASCIILetter && text[index + 1].map { $0.isDigit || $0 == "-" } == true) {
                return index
            }
            if PrivacyTerms.stops.contains(scalar) { return nil }
        }
        return nil
    }

    /// Passports of Taiwan have nine digits, others a letter or two before; household numbers a letter and digits.
    static func labelled(
        _ kind: PrivacyKind, _ words: PrivacyWords, at start: Int, in text: PrivacyText, digits: ClosedRange<Int>
    ) -> PrivacySpan? {
        guard let first = value(after: words, at: start, in: text) else { return nil }
        var index = first
        var count = 0
        if text[index]?.isASCIILetter == true { index += 1 }
        var end = index
        while index < first + 24, let scalar = text[index] {
            if scalar.isDigit {
                count += 1
                end = index + 1
            } else if scalar != " ", scalar != "-" {
                break
            }
            index += 1
        }
        guard digits.contains(count), text[end] != PrivacyTerms.money else { return nil }
        return PrivacySpan(kind: kind, range: first..<end)
    }

    /// The account of a messenger, after its name.
    static func messenger(at start: Int, in text: PrivacyText) -> PrivacySpan? {
        let word = text.match(PrivacyTerms.messenger, at: start)
        guard word > 0 else { return nil }
        var index = start + word
        let account = PrivacyTerms.account
        while index < start + word + 8 {
            let length = text.match(account, at: index)
            if length > 0 {
                index += length
            } else if let scalar = text[index], PrivacyTerms.links.contains(scalar) {
                index += 1
            } else {
                break
            }
        }
        let first = index
        while index < first + 30, let scalar = text[index],
            scalar.isASCIILetter || scalar.isDigit || "._-@".unicodeScalars.contains(scalar)
        {
            index += 1
        }
        guard index - first >= 4, first > start + word else { return nil }
        return PrivacySpan(kind: .messenger, range: first..<index)
    }

    /// Plates by the forms of the Directorate General of Highways: two to four letters or digits on either side of a
    /// hyphen, letters on one; beyond ABC-1234 only near a word about vehicles.
    static func plate(at start: Int, in text: PrivacyText) -> PrivacySpan? {
        func isPart(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.isASCIILetter || $0.isDigit } == true }
        guard !isPart(text[start - 1]), text[start - 1] != "-", text[start - 1] != "." else { return nil }
        var middle = start
        while middle < start + 5, isPart(text[middle]) { middle += 1 }
        guard (2...4).contains(middle - start), text[middle] == "-" else { return nil }
        var end = middle + 1
        while end < middle + 6, isPart(text[end]) { end += 1 }
        guard (2...4).contains(end - middle - 1), text[end] != "-", text[end] != "@" else { return nil }
        let left = text.scalars[start..<middle]
        let right = text.scalars[middle + 1..<end]
        guard left.contains(where: \.isASCIILetter) != right.contains(where: \.isASCIILetter) else { return nil }
        let isUsual =
            left.count == 3 && left.allSatisfy { ("A"..."Z").contains($0) && $0 != "I" && $0 != "O" }
            && right.count == 4 && right.allSatisfy(\.isDigit)
            && !PrivacyTerms.noPlates.contains(text.string(start..<middle))
        guard isUsual || text.hasWord(PrivacyTerms.vehicle, before: start, within: 12) else { return nil }
        return PrivacySpan(kind: .plate, range: start..<end)
    }
}
