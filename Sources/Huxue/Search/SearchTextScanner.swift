import Foundation

/// Receives the tokens of a text, in order.
protocol SearchTokenSink {
    /// A character that is a token, or the end of a sentence.
    mutating func add(_ scalar: Unicode.Scalar, at place: Int)
    mutating func add(_ word: String, at place: Range<Int>)
}

/// Cuts a text into tokens; the rules are told at `SearchText`.
struct SearchTextScanner<Sink: SearchTokenSink> {
    private(set) var sink: Sink
    private var word = ""
    private var start = 0
    private var end = 0
    /// Whether nothing was added yet, or the end of a sentence last.
    private var isAtStop = true

    init(sink: Sink) {
        self.sink = sink
    }

    mutating func take(_ source: String) {
        for (place, scalar) in source.unicodeScalars.enumerated() { take(scalar, at: place) }
        closeWord()
    }

    private mutating func take(_ scalar: Unicode.Scalar, at place: Int) {
        switch scalar.value {
        case 0...0x7F, 0x3000...0x3003, 0x3008...0x3020: takeFolded(scalar, at: place)
        case 0xFF01...0xFF5E: takeFolded(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar, at: place)
        default:
            if SearchScalars.isHan(scalar) { return takeFolded(scalar, at: place) }
            for folded in StreamSafeText.compatible(String(Character(scalar))).unicodeScalars {
                takeFolded(folded, at: place)
            }
        }
    }

    private mutating func takeFolded(_ scalar: Unicode.Scalar, at place: Int) {
        if SearchScalars.isHan(scalar) {
            closeWord()
            sink.add(SearchVariants.common(scalar), at: place)
            isAtStop = false
        } else if SearchScalars.isLetter(scalar) {
            if word.isEmpty { start = place }
            if scalar.isASCII {
                let isCapital = ("A"..."Z").contains(scalar)
                word.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) + 0x20) : scalar)
            } else {
                word += scalar.properties.lowercaseMapping
            }
            end = place + 1
        } else {
            closeWord()
            if SearchScalars.isStop(scalar) { stop(at: place) }
        }
    }

    private mutating func stop(at place: Int) {
        guard !isAtStop else { return }
        sink.add(SearchText.stop, at: place)
        isAtStop = true
    }

    private mutating func closeWord() {
        guard !word.isEmpty else { return }
        sink.add(word, at: start..<end)
        word = ""
        isAtStop = false
    }
}

private enum SearchScalars {
    static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "。" || scalar == "!" || scalar == "?" || scalar == ";"
    }

    /// Ideographs, kana, bopomofo and what else is written without spaces; radicals, which stand in texts copied from
    /// PDF files, first become the characters that they are.
    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3007, 0x3040...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xE000...0xF8FE,
            0x20000...0x3FFFF, 0xF0000...0x10FFFD:
            true
        default: false
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
