import Foundation

/// Dates of birth: a date beside a word of birth; any other date is when something happened.
enum PrivacyDates {
    static func spans(in text: PrivacyText) -> [PrivacySpan] {
        var spans: [PrivacySpan] = []
        var index = 0
        while index < text.scalars.count {
            guard isStart(index, in: text), let end = date(at: index, in: text) else {
                index += 1
                continue
            }
            if isBirth(index..<end, in: text) { spans.append(PrivacySpan(kind: .birthDate, range: index..<end)) }
            index = end
        }
        return spans
    }

    private static func isNumber(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isDigit || PrivacyTerms.tens.contains(scalar)
            || (PrivacyTerms.digits[scalar] != nil && scalar != PrivacyTerms.blank)
    }

    private static func isStart(_ index: Int, in text: PrivacyText) -> Bool {
        text.match(PrivacyTerms.eras, at: index) > 0 || (isNumber(text[index]) && !isNumber(text[index - 1]))
    }

    /// End of a year of the ROC or of the West with month and day, of six to eight digits, or of a year before 生.
    private static func date(at start: Int, in text: PrivacyText) -> Int? {
        var index = start + text.match(PrivacyTerms.eras, at: start)
        func number(_ limit: Int) -> Int {
            let first = index
            while index < first + limit, isNumber(text[index]) { index += 1 }
            return index - first
        }
        func skip() { while index < start + 40, text[index] == " " { index += 1 } }
        skip()
        if text[index] == PrivacyTerms.before { index += 1 }
        let year = number(8)
        guard year > 0 else { return nil }
        if (6...8).contains(year), text[index]?.isDigit != true { return index }
        guard year <= 5 else { return nil }
        skip()
        if text[index] == PrivacyTerms.year {
            index += 1
            let whole = index
            skip()
            guard number(3) > 0 else { return whole }
            skip()
            guard text[index] == PrivacyTerms.month else { return whole }
            index += 1
            let month = index
            skip()
            guard number(3) > 0 else { return month }
            skip()
            guard let day = text[index], PrivacyTerms.days.contains(day) else { return month }
            return index + 1
        }
        guard let sign = text[index], "./-".unicodeScalars.contains(sign) else { return nil }
        index += 1
        guard (1...2).contains(number(2)), text[index] == sign else { return nil }
        index += 1
        guard (1...2).contains(number(2)), !isNumber(text[index]) else { return nil }
        return index
    }

    private static func isBirth(_ range: Range<Int>, in text: PrivacyText) -> Bool {
        var index = range.upperBound
        while index < range.upperBound + 2, let next = text[index], " ()".unicodeScalars.contains(next) { index += 1 }
        if text.match(PrivacyTerms.birthAfter, at: index) > 0, text.match(PrivacyTerms.notBirth, at: index) == 0 {
            return true
        }
        for start in max(0, range.lowerBound - 16)..<range.lowerBound {
            var place = start + text.match(PrivacyTerms.birthBefore, at: start)
            guard place > start else { continue }
            while place < range.lowerBound {
                let word = text.match(PrivacyTerms.birthGap, at: place)
                if word > 0 {
                    place += word
                } else if let link = text[place], PrivacyTerms.links.contains(link) {
                    place += 1
                } else {
                    break
                }
            }
            if place >= range.lowerBound { return true }
        }
        return false
    }
}
