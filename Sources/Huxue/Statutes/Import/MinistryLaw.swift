import Foundation

/// One law of the ministry's file.
struct MinistryLaw: Decodable {
    /// In characters; a page shows an article up to three times.
    ///
    /// The longest of those that offices apply has 1,500.
    static let longestArticle = 60_000

    private let publishedName: String
    let address: String
    private let level: String?
    private let category: String?
    private let modified: String?
    private let effective: String?
    private let effectiveNote: String?
    private let abandonNote: String?
    private let histories: String?
    private let articles: [Part]

    private enum CodingKeys: String, CodingKey {
        case publishedName = "LawName"
        case address = "LawURL"
        case level = "LawLevel"
        case category = "LawCategory"
        case modified = "LawModifiedDate"
        case effective = "LawEffectiveDate"
        case effectiveNote = "LawEffectiveNote"
        case abandonNote = "LawAbandonNote"
        case histories = "LawHistories"
        case articles = "LawArticles"
    }

    private struct Part: Decodable {
        let type: String
        let number: String?
        let content: String

        enum CodingKeys: String, CodingKey {
            case type = "ArticleType"
            case number = "ArticleNo"
            case content = "ArticleContent"
        }
    }

    /// Empty when the file has none that can be seen.
    var name: String { Self.visible(publishedName).trimmingCharacters(in: .whitespacesAndNewlines) }

    /// Whether every text outside of its articles can be read in linear time; see `StreamSafeText`.
    var isStreamSafe: Bool {
        let texts = [
            publishedName, address, level, category, modified, effective, effectiveNote, abandonNote, histories,
        ]
        let parts = articles.flatMap { [$0.number, $0.type == "A" ? nil : $0.content] }
        return (texts + parts).allSatisfy { $0.map { StreamSafeText.holds($0) } ?? true }
    }

    /// The key in the address; nil when it has none.
    var pcode: String? {
        guard let range = address.range(of: "pcode=", options: .caseInsensitive) else { return nil }
        let key = address[range.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return key.isEmpty ? nil : key.uppercased()
    }

    func edition(pcode: String) -> StatuteEdition {
        var problems: [StatuteProblem.Kind] = []
        let parts = readParts(&problems)
        return StatuteEdition(
            pcode: pcode, name: name, level: Self.visible(level ?? ""),
            category: Self.visible(category ?? ""), modified: Self.day(modified, &problems),
            effective: readEffective(&problems),
            effectiveNote: Self.visible(effectiveNote ?? ""), isRepealed: abandonNote?.contains("廢") ?? false,
            histories: Self.visible(histories ?? ""), parts: parts, problems: problems)
    }

    /// Without control characters and marks that reorder text, which say nothing and hide something.
    private static func visible(_ text: String) -> String {
        // Few texts have a byte with which such a character begins.
        guard
            text.utf8.contains(where: {
                $0 < 0x20 && $0 != 0x0A && $0 != 0x0D || [0x7F, 0xC2, 0xE2, 0xEF].contains($0)
            })
        else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 == "\r" || !YAMLFile.isForbidden($0) }))
    }

    private func readParts(_ problems: inout [StatuteProblem.Kind]) -> [StatutePart] {
        var parts: [StatutePart] = []
        var numbers: Set<ArticleNumber> = []
        for part in articles {
            guard part.type == "A" else {
                parts.append(.heading(StatuteHeading(published: Self.visible(part.content))))
                continue
            }
            guard let number = ArticleNumber(published: part.number ?? "") else {
                problems.append(.strangeArticleNumber(part.number ?? ""))
                continue
            }
            guard numbers.insert(number).inserted else {
                problems.append(.repeatedArticle(number))
                continue
            }
            guard StreamSafeText.holds(part.content) else {
                problems.append(.stackedMarks(number))
                continue
            }
            guard part.content.unicodeScalars.count <= Self.longestArticle else {
                problems.append(.longArticle(number))
                continue
            }
            parts.append(.article(StatuteArticle(number: number, text: Self.visible(part.content))))
        }
        return parts
    }

    private func readEffective(_ problems: inout [StatuteProblem.Kind]) -> EffectiveDay {
        guard let effective, effective.hasPrefix("9999") == false else {
            return effective == nil ? .unstated : .toBeSet
        }
        return Self.day(effective, &problems).map(EffectiveDay.on) ?? .unstated
    }

    private static func day(_ text: String?, _ problems: inout [StatuteProblem.Kind]) -> Day? {
        guard let text, !text.isEmpty else { return nil }
        guard let day = Day(published: text) else {
            problems.append(.strangeDay(text))
            return nil
        }
        return day
    }
}

extension Day {
    /// Reads `20241011`, and `2024/10/11` with whatever follows; nil for anything else.
    init?(published text: String) {
        let bytes = Array(text.utf8)
        if bytes.count == 8, let number = decimal(bytes[...]) {
            self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            return
        }
        let date = bytes.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") }
        let fields = date.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }.map { decimal($0) }
        guard fields.count == 3, let year = fields[0], let month = fields[1], let day = fields[2] else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension ArticleNumber {
    /// Reads `第 14-1 條`, `第 14 條之 1` and the bare number of old statutes; nil for anything else.
    init?(published text: String) {
        var rest = Array(LawText.folded(text).unicodeScalars)[...]
        if rest.first == "第" { rest = rest.dropFirst() }
        guard let (main, length) = LawText.number(leading: rest) else { return nil }
        rest = rest.dropFirst(length)
        if rest.first == "條" { rest = rest.dropFirst() }
        if let mark = rest.first, mark == "-" || mark == "之" {
            guard let (branch, length) = LawText.number(leading: rest.dropFirst()), branch > 0 else { return nil }
            rest = rest.dropFirst(1 + length)
            if rest.first == "條" { rest = rest.dropFirst() }
            guard rest.isEmpty else { return nil }
            self.init(main, branch: branch)
        } else {
            guard rest.isEmpty else { return nil }
            self.init(main)
        }
    }
}

extension StatuteHeading {
    /// Reads `   第 一 章 總則`; the indentation tells the depth when the words do not.
    init(published text: String) {
        let indentation = text.unicodeScalars.prefix { $0 == " " }.count
        let words = Array(LawText.folded(text).unicodeScalars)[...]
        var depth: Int?
        var mark = ""
        if words.first == "第", let (_, length) = LawText.number(leading: words.dropFirst()) {
            var end = words.startIndex + 2 + length
            depth = Self.units.firstIndex { $0 == words.dropFirst(1 + length).first }
            if words.dropFirst(end).first == "之",
                let (_, length) = LawText.number(leading: words.dropFirst(end + 1))
            {
                end += 1 + length
            }
            mark = String(String.UnicodeScalarView(words.prefix(end)))
        }
        self.init(
            depth: depth ?? min(indentation / 3, 4), title: text.trimmingCharacters(in: .whitespacesAndNewlines),
            mark: depth == nil ? "" : mark)
    }

    private static let units: [Unicode.Scalar] = ["編", "章", "節", "款", "目"]
}
