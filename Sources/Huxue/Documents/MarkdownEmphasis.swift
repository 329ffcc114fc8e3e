/// Tells, in the words of a line, asterisks and tildes that emphasise from those that are text, where CommonMark's rules are made for words with
/// spaces between them.
///
/// - `**粗體：**文字` is bold, though there is punctuation inside and a letter right outside.
/// - `王*明、李*華`, `5*3*2` and `A12***6789` keep their asterisks: a single one, or more than two, between letters or
///   digits hide something or multiply.
/// - `王**、李**同意` keeps them too: behind a surname two of them begin nothing.
/// - `姓名：____` and `_甲_` keep their lines: they are blanks to fill in.
/// - `3~5 日` keeps its tilde: only two strike out.
enum MarkdownEmphasis {
    static func mended(_ source: some Sequence<Unicode.Scalar>) -> String {
        let scalars = Array(source)
        var mended = String.UnicodeScalarView()
        var place = 0
        /// Whether two asterisks have begun emphasis.
        var isStrong = false
        while place < scalars.count {
            let scalar = scalars[place]
            guard scalar == "*" || scalar == "~" else {
                mended.append(scalar == "_" ? MarkdownStandIn.of(scalar) : scalar)
                place += 1
                continue
            }
            let end = scalars[place...].firstIndex { $0 != scalar } ?? scalars.count
            let before = place > 0 ? scalars[place - 1] : "\n"
            let after = end < scalars.count ? scalars[end] : "\n"
            let hides = scalar == "*" && end - place == 2 && !isStrong && surnames.contains(before)
            if before != "\\", hides || isText(scalar, end - place, before, after) {
                mended.append(contentsOf: scalars[place..<end].map(MarkdownStandIn.of))
            } else {
                if scalar == "*", end - place == 2 { isStrong.toggle() }
                if closes(before), !isOuter(after) { mended.append(MarkdownStandIn.separator) }
                mended.append(contentsOf: scalars[place..<end])
                if opens(after), !isOuter(before) { mended.append(MarkdownStandIn.separator) }
            }
            place = end
        }
        return String(mended)
    }

    /// The commonest ones that seldom end another word.
    private static let surnames = Set(
        "陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴徐周葉蘇莊呂江何蕭羅簡朱鍾詹彭游施沈余趙盧梁顏柯孫魏翁戴范宋鄧杜侯傅曹薛丁卓馬阮董唐藍紀姚倪康湯尤巫鄒溫袁賀陶"
            .unicodeScalars)

    private static func isText(
        _ mark: Unicode.Scalar, _ count: Int, _ before: Unicode.Scalar, _ after: Unicode.Scalar
    ) -> Bool {
        if mark == "~" {
            return count != 2
        }
        guard isWord(before), isWord(after) else { return false }
        return count != 2 || before.isASCII && after.isASCII
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        case .otherSymbol: !scalar.isASCII
        default: false
        }
    }

    /// Whether nothing more of a word stands beyond: then Markdown's own rule serves.
    private static func isOuter(_ scalar: Unicode.Scalar) -> Bool { isSpace(scalar) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Whether emphasis may end right after the character.
    private static func closes(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar != "\\", scalar != "*", scalar != "~" else { return false }
        return switch scalar.properties.generalCategory {
        case .closePunctuation, .finalPunctuation, .otherPunctuation, .dashPunctuation, .connectorPunctuation: true
        default: false
        }
    }

    /// Whether emphasis may begin right before the character.
    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .openPunctuation, .initialPunctuation: true
        default: scalar == "\"" || scalar == "'" || scalar == "《" || scalar == "〈"
        }
    }
}
