import Foundation

/// A text folded for searching: half-width letters and digits, plain hyphens and spaces, nothing invisible.
struct PrivacyText: Sendable {
    private(set) var scalars: [Unicode.Scalar] = []
    /// Where each scalar begins in the text as given, and the text's end.
    private var starts: [String.Index] = []

    init(_ text: String) {
        for index in text.unicodeScalars.indices {
            guard let scalar = Self.folded(text.unicodeScalars[index]) else { continue }
            scalars.append(scalar)
            starts.append(index)
        }
        starts.append(text.endIndex)
    }

    /// Place in the text as given.
    func range(_ range: Range<Int>) -> Range<String.Index> { starts[range.lowerBound]..<starts[range.upperBound] }

    /// Letters, digits and Han alone, for comparison.
    var essence: String { Self.essence(of: scalars[...]) }

    static func essence(of scalars: ArraySlice<Unicode.Scalar>) -> String {
        var kept = "".unicodeScalars
        for scalar in scalars where scalar.isHan || scalar.isLatin || scalar.isDigit {
            kept.append(scalar == PrivacyTerms.plainTai ? PrivacyTerms.fullTai : scalar)
        }
        return String(kept)
    }

    /// Nil beyond the ends.
    subscript(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

    func string(_ range: Range<Int>) -> String {
        var view = "".unicodeScalars
        view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
        return String(view)
    }

    /// Length of the longest of the words that begins here; zero if none does.
    func match(_ words: PrivacyWords, at index: Int) -> Int {
        guard let first = self[index], let lengths = words.lengths[first] else { return 0 }
        for length in lengths where index + length <= scalars.count {
            if words.all.contains(string(index..<index + length)) { return length }
        }
        return 0
    }

    /// Whether one of the words ends within so many scalars before the index.
    func hasWord(_ words: PrivacyWords, before index: Int, within distance: Int) -> Bool {
        for start in max(0, index - distance)..<max(0, index) {
            let length = match(words, at: start)
            if length > 0, start + length <= index { return true }
        }
        return false
    }

    /// Nil for what is invisible: format characters and variation selectors.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20...0x7E, 0x4E00...0x9FFF: return scalar
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
        case 0x3000, 0xA0, 0x2000...0x200A, 0x09: return " "
        case 0x2010...0x2015, 0x2212, 0xFE63, 0x2500: return "-"
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0xAD: return nil
        default:
            guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
                return scalar
            }
            return Unicode.Scalar(0x30 + UInt32(value))
        }
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isLatin: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || (0xC0...0x24F).contains(value) }
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    /// Also characters of names that only private use areas hold.
    var isHan: Bool {
        (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value) || (0xE000...0xFAFF).contains(value)
            || (0x20000...0x3FFFF).contains(value) || value >= 0xF0000
    }
}
