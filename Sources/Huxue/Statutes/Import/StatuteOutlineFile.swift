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
    ///
    /// Every page of an article reads it, so what `print` wrote, nearly all of it, is cut out directly.
    static func read(_ text: String) -> [StatuteOutline] {
        var text = text
        return text.withUTF8 { printed($0) } ?? decoded(text)
    }

    /// Nil for anything but what `print` writes where nothing needs an escape.
    private static func printed(_ bytes: UnsafeBufferPointer<UInt8>) -> [StatuteOutline]? {
        var scanner = OutlineScanner(bytes: bytes)
        guard scanner.take("[") else { return nil }
        var parts: [StatuteOutline] = []
        while !scanner.take("]") {
            if !parts.isEmpty, !scanner.take(",") { return nil }
            if scanner.take("{\"article\":\"") {
                guard let number = scanner.text().flatMap(ArticleNumber.init(plain:)), scanner.take("}") else {
                    return nil
                }
                parts.append(.article(number))
            } else {
                guard scanner.take("{\"depth\":"), let depth = scanner.number(), scanner.take(",\"mark\":\""),
                    let mark = scanner.text(), scanner.take(",\"title\":\""), let title = scanner.text(),
                    scanner.take("}")
                else { return nil }
                parts.append(.heading(StatuteHeading(depth: depth, title: title, mark: mark)))
            }
        }
        return scanner.isAtEnd ? parts : nil
    }

    private static func decoded(_ text: String) -> [StatuteOutline] {
        let entries = (try? JSONDecoder().decode([Entry].self, from: Data(text.utf8))) ?? []
        return entries.compactMap { entry in
            if let article = entry.article { return ArticleNumber(plain: article).map(StatuteOutline.article) }
            guard let depth = entry.depth, let title = entry.title else { return nil }
            return .heading(StatuteHeading(depth: depth, title: title, mark: entry.mark ?? ""))
        }
    }
}

/// Walks through JSON without escapes.
private struct OutlineScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { place == bytes.count }

    mutating func take(_ literal: StaticString) -> Bool {
        guard bytes.count - place >= literal.utf8CodeUnitCount else { return false }
        for offset in 0..<literal.utf8CodeUnitCount where bytes[place + offset] != literal.utf8Start[offset] {
            return false
        }
        place += literal.utf8CodeUnitCount
        return true
    }

    mutating func number() -> Int? {
        let start = place
        while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]), place - start < 4 {
            place += 1
        }
        return Int(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    /// Up to the next quote; nil when something before it is escaped.
    mutating func text() -> String? {
        guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "\"")),
            !bytes[place..<end].contains(UInt8(ascii: "\\"))
        else { return nil }
        defer { place = end + 1 }
        return String(decoding: bytes[place..<end], as: UTF8.self)
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
