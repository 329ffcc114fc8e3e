import Foundation

/// Addresses down to the number of the house: what is less leads to nobody.
enum PrivacyAddresses {
    static func spans(in text: PrivacyText) -> [PrivacySpan] {
        var spans: [PrivacySpan] = []
        for index in text.scalars.indices where text[index] == PrivacyTerms.number {
            guard let first = houseNumber(before: index, in: text) else { continue }
            let range = start(of: first, in: text)..<end(after: index + 1, in: text)
            spans.append(PrivacySpan(kind: .address, range: range))
        }
        return spans
    }

    private static func isNumber(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.isDigit || PrivacyTerms.tens.contains(scalar)
            || (PrivacyTerms.digits[scalar] != nil && scalar != PrivacyTerms.blank)
    }

    /// Where the number begins that ends before 號, if a road, lane or village stands right before it.
    private static func houseNumber(before end: Int, in text: PrivacyText) -> Int? {
        var index = end
        var hasNumber = false
        while index > max(0, end - 14), let scalar = text[index - 1] {
            if isNumber(scalar) {
                hasNumber = true
            } else if scalar != " ", scalar != "-", scalar != PrivacyTerms.parted {
                break
            }
            index -= 1
        }
        guard hasNumber, let way = text[index - 1], PrivacyAddressTerms.ways.contains(way),
            text.match(PrivacyAddressTerms.notWays, at: index - 2) == 0
        else { return nil }
        return index
    }

    /// Back to the county; else to the word that opens an address; else to a name of three characters.
    private static func start(of number: Int, in text: PrivacyText) -> Int {
        var low = number
        while low > max(0, number - 40), let scalar = text[low - 1],
            scalar.isHan || scalar.isDigit || scalar == " " || scalar == "-"
        {
            low -= 1
        }
        let window = low..<number
        if let county = window.last(where: { text.match(PrivacyAddressTerms.counties, at: $0) > 0 }) { return county }
        guard let firstPart = window.first(where: { isPart(at: $0, in: text) && $0 - low >= 1 }) else { return low }
        var start = low
        for index in low..<firstPart {
            let length = text.match(PrivacyAddressTerms.openers, at: index)
            if length > 0, index + length < firstPart { start = max(start, index + length) }
        }
        if start == low { start = max(low, firstPart - 3) }
        while text[start] == " " { start += 1 }
        return start
    }

    private static func isPart(at index: Int, in text: PrivacyText) -> Bool {
        guard let scalar = text[index], scalar != PrivacyTerms.parted else { return false }
        return PrivacyAddressTerms.parts.contains(scalar) && text.match(PrivacyAddressTerms.openers, at: index) == 0
    }

    /// Over what follows the number: 之2, 5樓, 3樓之1, 12室.
    private static func end(after start: Int, in text: PrivacyText) -> Int {
        var end = start
        for _ in 0..<3 {
            var index = end
            if text[index] == "," || text[index] == " " { index += 1 }
            let isParted = text[index] == PrivacyTerms.parted || text[index] == "-"
            if isParted { index += 1 }
            if text[index] == "B" { index += 1 }
            let first = index
            while index < first + 4, isNumber(text[index]) { index += 1 }
            guard index > first else { break }
            if let floor = text[index], PrivacyAddressTerms.floors.contains(floor) {
                end = index + 1
            } else if isParted {
                end = index
            } else {
                break
            }
        }
        return end
    }
}
