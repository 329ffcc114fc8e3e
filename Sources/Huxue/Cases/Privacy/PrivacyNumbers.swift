import Foundation

/// Numbers that stand for a person or lead to one: scanned once, with what stands around them.
enum PrivacyNumbers {
    static func spans(in text: PrivacyText) -> [PrivacySpan] {
        var spans: [PrivacySpan] = []
        for index in text.scalars.indices {
            guard let scalar = text[index] else { continue }
            if scalar.isASCIILetter { add(identity(at: index, in: text)) }
            if scalar.isDigit || scalar == "+" || scalar == "(" { add(telephone(at: index, in: text)) }
            if scalar == "@" { add(email(at: index, in: text)) }
            if scalar.isASCIILetter || scalar.isDigit { add(plate(at: index, in: text)) }
            add(labelled(.passport, PrivacyTerms.passport, at: index, in: text, digits: 7...9))
            add(labelled(.householdNumber, PrivacyTerms.household, at: index, in: text, digits: 6...9))
            add(messenger(at: index, in: text))
        }
        return spans

        func add(_ span: PrivacySpan?) { if let span { spans.append(span) } }
    }

    /// Digits from here on, with at most two spaces, hyphens, brackets or dots between any two; the end of the last.
    private static func digits(from start: Int, in text: PrivacyText, limit: Int, han: Bool = false) -> ([Int], [Int]) {
        var values: [Int] = []
        var ends: [Int] = []
        var index = start
        var gap = 0
        while values.count < limit, let scalar = text[index] {
            if scalar.isDigit {
                values.append(Int(scalar.value) - 48)
                ends.append(index + 1)
                gap = 0
            } else if han, let value = PrivacyTerms.digits[scalar] {
                values.append(value)
                ends.append(index + 1)
                gap = 0
            } else if gap < 2, scalar == " " || scalar == "-" || scalar == ")" || scalar == "(" || scalar == "." {
                gap += 1
            } else {
                break
            }
            index += 1
        }
        return (values, ends)
    }

    /// National identity numbers (a letter, 1 or 2, eight digits) and those of residents: since 2021 a letter, 8 or 9
    /// and eight digits, before that two letters and eight digits (both by the National Immigration Agency).
    ///
    /// The check digit (weights 1, 9, 8 … 1, 1; sum divisible by ten) is not asked: a mistyped number leads to a person
    /// as well, so the shape is enough.
    private static func identity(at start: Int, in text: PrivacyText) -> PrivacySpan? {
        if let before = text[start - 1], before.isASCIILetter || before.isDigit { return nil }
        var index = start + 1
        while index < start + 3, text[index] == " " || text[index] == "-" { index += 1 }
        guard let second = text[index] else { return nil }
        let isOld = second.isASCIILetter
        let wanted = isOld ? 8 : 9
        let (values, ends) = digits(from: isOld ? index + 1 : index, in: text, limit: wanted, han: true)
        guard values.count == wanted, let end = ends.last, text[end]?.isDigit != true else { return nil }
        let told = text.hasWord(PrivacyTerms.identity, before: start, within: 14)
        if isOld {
            let isGender = ("A"..."D").contains(second) || ("a"..."d").contains(second)
            guard told || (isGender && !text.hasWord(PrivacyTerms.invoice, before: start, within: 10)) else {
                return nil
            }
            return PrivacySpan(kind: .residentNumber, range: start..<end)
        }
        if values[0] == 8 || values[0] == 9 { return PrivacySpan(kind: .residentNumber, range: start..<end) }
        guard told || values[0] == 1 || values[0] == 2 else { return nil }
        return PrivacySpan(kind: .identityNumber, range: start..<end)
    }

    /// Mobile numbers and landlines by the national numbering plan.
    ///
    /// 09 and eight digits; area code and number, nine or ten digits; with +886 the zero is left out. Without area code
    /// only after a word such as 電話.
    private static func telephone(at start: Int, in text: PrivacyText) -> PrivacySpan? {
        if let before = text[start - 1] {
            guard !before.isDigit, !before.isASCIILetter, before != PrivacyTerms.ordinal, before != "+" else {
                return nil
            }
            // The bracket or the part before it has begun the number.
            if before == "(" || (before == "-" && text[start - 2]?.isDigit == true) { return nil }
        }
        guard !text.hasWord(PrivacyTerms.papers, before: start, within: 10) else { return nil }
        let first = text[start]?.isDigit == true ? start : start + 1
        guard text[first]?.isDigit == true || (text[first] == "+") else { return nil }
        let from = text[first] == "+" ? first + 1 : first
        let (values, ends) = digits(from: from, in: text, limit: 16)
        let abroad = values.starts(with: [0, 0, 8, 8, 6]) ? 5 : values.starts(with: [8, 8, 6]) ? 3 : 0
        var rest = Array(values.dropFirst(abroad))
        let zero = abroad > 0 && rest.first != 0 ? 1 : 0
        if zero == 1 { rest.insert(0, at: 0) }
        func end(_ count: Int) -> Int? {
            let position = abroad - zero + count - 1
            guard ends.indices.contains(position), text[ends[position]]?.isDigit != true else { return nil }
            return ends[position]
        }
        if rest.starts(with: [0, 9]), let end = end(10) { return PrivacySpan(kind: .mobile, range: start..<end) }
        if rest.count > 1, rest[0] == 0, (2...8).contains(rest[1]), !rest.starts(with: [0, 8, 0, 0]) {
            for count in [10, 9] {
                if let end = end(count) {
                    return PrivacySpan(kind: .landline, range: start..<extended(end, in: text))
                }
            }
        }
        guard abroad == 0, rest.first != 0, text.hasWord(PrivacyTerms.phone, before: start, within: 8) else {
            return nil
        }
        for count in [8, 7] {
            if let end = end(count) { return PrivacySpan(kind: .landline, range: start..<extended(end, in: text)) }
        }
        return nil
    }

    private static func extended(_ end: Int, in text: PrivacyText) -> Int {
        var index = end
        while index < end + 2, text[index] == " " || text[index] == "," || text[index] == "，" { index += 1 }
        let word = text.match(PrivacyTerms.extended, at: index)
        guard word > 0 else { return end }
        index += word
        while index < end + 10, text[index] == " " || text[index] == ":" { index += 1 }
        let first = index
        while index < first + 6, text[index]?.isDigit == true { index += 1 }
        return index > first ? index : end
    }

    /// Parts as in RFC 5321, of at most 64 and 255 characters; the domain holds a dot.
    private static func email(at sign: Int, in text: PrivacyText) -> PrivacySpan? {
        func isPart(_ scalar: Unicode.Scalar?) -> Bool {
            guard let scalar else { return false }
            return scalar.isASCIILetter || scalar.isDigit || "._-+%".unicodeScalars.contains(scalar)
        }
        var start = sign
        while start > sign - 64, isPart(text[start - 1]) { start -= 1 }
        var end = sign + 1
        while end < sign + 255, isPart(text[end]) { end += 1 }
        while end > sign + 1, text[end - 1] == "." || text[end - 1] == "-" { end -= 1 }
        guard start < sign, text.scalars[sign + 1..<end].contains(".") else { return nil }
        return PrivacySpan(kind: .email, range: start..<end)
    }
}
