import Foundation

/// What the ministry's file says about some statutes: enough to check citations and quotations.
struct StatuteFile: Sendable {
    /// By pcode.
    let statutes: [String: Contents]

    struct Contents: Sendable {
        let name: String
        /// Marked 廢 in the file.
        let isRepealed: Bool
        let articles: [ArticleNumber: ArticleText]
    }

    /// Reads the ministry's open data, `{"Laws": [{"LawName", "LawURL", "LawAbandonNote", "LawArticles": […]}]}`,
    /// with or without a byte order mark; only the statutes of `pcodes` are kept.
    ///
    /// - Throws: `StatuteFileRefusal` when the data is not of that form.
    init(reading data: Data, keeping pcodes: Set<String>) throws(StatuteFileRefusal) {
        let mark = Data([0xEF, 0xBB, 0xBF])
        let body = data.starts(with: mark) ? data.dropFirst(3) : data
        let file: MinistryFile
        do {
            file = try JSONDecoder().decode(MinistryFile.self, from: Data(body))
        } catch {
            throw StatuteFileRefusal()
        }
        var found: [String: Contents] = [:]
        for law in file.laws {
            guard let pcode = law.pcode, pcodes.contains(pcode) else { continue }
            found[pcode] = Contents(
                name: law.name, isRepealed: law.abandonNote.contains("廢"), articles: Self.articles(of: law))
        }
        statutes = found
    }

    /// The text of the cited article; nil when the file has none.
    func article(_ citation: Citation) -> ArticleText? {
        statutes[citation.statute.pcode]?.articles[citation.article]
    }

    private static func articles(of law: MinistryFile.Law) -> [ArticleNumber: ArticleText] {
        var found: [ArticleNumber: ArticleText] = [:]
        for article in law.articles where article.type == "A" {
            guard let number = number(article.number) else { continue }
            found[number] = ArticleText(article.content)
        }
        return found
    }

    /// Reads `第 14-1 條`.
    private static func number(_ text: String) -> ArticleNumber? {
        let digits = LawText.folded(text).filter { $0 != "第" && $0 != "條" }
        let parts = digits.split(separator: "-", omittingEmptySubsequences: false).map { decimal(Array($0.utf8)[...]) }
        guard parts.count <= 2, let main = parts.first ?? nil else { return nil }
        guard parts.count == 2 else { return ArticleNumber(main) }
        return parts[1].flatMap { ArticleNumber(main, branch: $0) }
    }
}

/// The file is not the ministry's, or is damaged.
struct StatuteFileRefusal: Refusal {
    var kind: RefusalKind { .invalid }
    var sentence: String { "這個檔案不是全國法規資料庫的 JSON 檔，或內容已損壞。請重新下載後再試一次。" }
}

private struct MinistryFile: Decodable {
    let laws: [Law]

    enum CodingKeys: String, CodingKey {
        case laws = "Laws"
    }

    struct Law: Decodable {
        let name: String
        let address: String
        let abandonNote: String
        let articles: [Article]

        enum CodingKeys: String, CodingKey {
            case name = "LawName"
            case address = "LawURL"
            case abandonNote = "LawAbandonNote"
            case articles = "LawArticles"
        }

        var pcode: String? {
            guard let range = address.range(of: "pcode=", options: .caseInsensitive) else { return nil }
            return String(address[range.upperBound...].prefix { $0.isLetter || $0.isNumber }).uppercased()
        }
    }

    struct Article: Decodable {
        let type: String
        let number: String
        let content: String

        enum CodingKeys: String, CodingKey {
            case type = "ArticleType"
            case number = "ArticleNo"
            case content = "ArticleContent"
        }
    }
}
