import Foundation

/// The outline of a version as JSON: `[{"depth": 1, "title": "第一章 總則", "mark": "第一章"}, {"article": "14-1"}, …]`.
enum StatuteOutlineFile {
    private struct Entry: Codable {
        var depth: Int?
        var title: String?
        var mark: String?
        var article: String?
    }

    static func print(_ parts: [StatutePart]) -> String {
        let entries = parts.map { part in
            switch part {
            case .heading(let heading): Entry(depth: heading.depth, title: heading.title, mark: heading.mark)
            case .article(let article): Entry(article: article.number.plain)
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(entries)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// Entries that cannot be read are left out.
    static func read(_ text: String) -> [StatuteOutline] {
        let entries = (try? JSONDecoder().decode([Entry].self, from: Data(text.utf8))) ?? []
        return entries.compactMap { entry in
            if let article = entry.article { return ArticleNumber(plain: article).map(StatuteOutline.article) }
            guard let depth = entry.depth, let title = entry.title else { return nil }
            return .heading(StatuteHeading(depth: depth, title: title, mark: entry.mark ?? ""))
        }
    }
}

extension ArticleNumber {
    /// Reads what `plain` writes: `48`, `14-1`.
    init?(plain text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, let main = Int(parts[0]), String(main) == parts[0] else { return nil }
        guard parts.count == 2 else {
            self.init(main)
            return
        }
        guard let branch = Int(parts[1]), branch > 0, String(branch) == parts[1] else { return nil }
        self.init(main, branch: branch)
    }
}
