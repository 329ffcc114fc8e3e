import Foundation

/// What may stand in place of a finding: enough to follow the story, too little to find the person.
enum PrivacyRedaction {
    static func proposal(for span: PrivacySpan, in text: PrivacyText) -> String {
        let found = text.string(span.range)
        let plain = found.unicodeScalars.filter { $0.isDigit || $0.isASCIILetter || PrivacyTerms.digits[$0] != nil }
        let value = String(String.UnicodeScalarView(plain))
        switch span.kind {
        case .identityNumber, .residentNumber: return "\(value.prefix(3))***\(value.suffix(4))"
        case .mobile: return "\(value.prefix(4))***\(value.suffix(3))"
        case .landline: return "\(value.prefix(2))-****"
        case .passport, .householdNumber: return "\(value.prefix(2))****"
        case .email: return "***@***"
        case .messenger: return "****"
        case .plate: return "***-****"
        case .birthDate: return date(found)
        case .address: return address(span.range, in: text)
        case .name: return name(span.range, in: text)
        }
    }

    /// The year stays, month and day go.
    private static func date(_ found: String) -> String {
        if let year = found.firstIndex(where: { $0.unicodeScalars.first == PrivacyTerms.year }) {
            let rest = found[found.index(after: year)...]
            return String(found[...year]) + blanked(rest)
        }
        if let sign = found.firstIndex(where: { "./-".contains($0) }) {
            return String(found[..<sign]) + blanked(found[sign...])
        }
        return String(found.prefix(max(2, found.count - 4))) + "****"
    }

    /// Every run of digits becomes one blank.
    private static func blanked(_ rest: Substring) -> String {
        var result = "".unicodeScalars
        for scalar in rest.unicodeScalars {
            let isNumber = scalar.isDigit || PrivacyTerms.digits[scalar] != nil || PrivacyTerms.tens.contains(scalar)
            if !isNumber {
                result.append(scalar)
            } else if result.last != PrivacyTerms.blank {
                result.append(PrivacyTerms.blank)
            }
        }
        return String(result)
    }

    /// The county stays, names become ○○ and numbers ○.
    private static func address(_ range: Range<Int>, in text: PrivacyText) -> String {
        let county = text.match(PrivacyAddressTerms.counties, at: range.lowerBound)
        var result = text.string(range.lowerBound..<range.lowerBound + county)
        var hasName = false
        var isOpen = false
        for index in range.lowerBound + county..<range.upperBound {
            guard let scalar = text[index] else { continue }
            if PrivacyAddressTerms.parts.contains(scalar) {
                if isOpen { result += hasName ? PrivacyNameTerms.full : PrivacyNameTerms.single }
                result.unicodeScalars.append(scalar)
                (hasName, isOpen) = (false, false)
            } else if scalar != " " {
                isOpen = true
                let isNumber =
                    scalar.isDigit || PrivacyTerms.digits[scalar] != nil || PrivacyTerms.tens.contains(scalar)
                if !isNumber, scalar != "-" { hasName = true }
            }
        }
        return isOpen ? result + PrivacyNameTerms.single : result
    }

    private static func name(_ range: Range<Int>, in text: PrivacyText) -> String {
        let compound = text.match(PrivacyNameTerms.compound, at: range.lowerBound)
        let kept = max(1, compound)
        let isShort = range.count - kept == 1
        return text.string(range.lowerBound..<range.lowerBound + kept)
            + (isShort ? PrivacyNameTerms.single : PrivacyNameTerms.full)
    }
}
