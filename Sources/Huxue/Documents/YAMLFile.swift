import Foundation
import Yams

/// A YAML file within safe limits: UTF-8, one document, no anchors, aliases or tags, at most 20 levels.
struct YAMLFile: Sendable {
    static let depthLimit = 20

    let root: YAMLNode

    /// Reads a file of at most `limit` bytes.
    ///
    /// - Throws: the first problem, with its line.
    init(reading bytes: [UInt8], limit: Int) throws(YAMLProblem) {
        guard bytes.count <= limit else {
            throw YAMLProblem(line: 1, sentence: "檔案超過 \(limit >> 20) MiB，沒有讀取。請分成幾個檔案。")
        }
        let source = try Self.text(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        try Self.refuseUnreadable(source)
        let node: Node?
        do {
            node = try Parser(yaml: source, resolver: .basic, encoding: .utf8).singleRoot()
        } catch {
            throw YAMLProblem(error, source: source)
        }
        guard let node else { throw YAMLProblem(line: 1, sentence: "檔案是空的。") }
        let lines = source.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        root = try YAMLNode(node, depth: 1, lines: lines)
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(YAMLProblem) -> String {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if let text = String(validating: bytes, as: UTF8.self) {
            guard !holds(text) else { return text }
            let strange = lines.firstIndex { !holds(String(decoding: $0, as: UTF8.self)) } ?? 0
            throw YAMLProblem(line: strange + 1, sentence: Self.stackedMarks)
        }
        let broken = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        throw YAMLProblem(line: broken + 1, sentence: "這一行有不是 UTF-8 的文字。請用 UTF-8 編碼另存新檔。")
    }

    /// Also with its escapes resolved, such as `\u0301`: the parser compares names before they can be looked at.
    private static func holds(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return StreamSafeText.holds(text) }
        var resolved = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let digits = scalar == "\\" ? rest.first.flatMap { ["x": 2, "u": 4, "U": 8][$0] } : nil
            let escaped = digits.flatMap { count in
                UInt32(String(rest.dropFirst().prefix(count)), radix: 16).flatMap(Unicode.Scalar.init)
            }
            if let digits, escaped != nil { rest = rest.dropFirst(1 + digits) }
            resolved.append(escaped ?? scalar)
        }
        return StreamSafeText.holds(String(resolved))
    }

    /// Refuses control characters and anchors; checked before parsing, because aliases could make a small file huge.
    ///
    /// An anchor is a `&` where a value may begin, so one that follows a letter, a digit or a Han character is text, and
    /// so is one in a quotation that begins and ends on its line.
    private static func refuseUnreadable(_ source: String) throws(YAMLProblem) {
        var line = 1
        var previous: Unicode.Scalar = "\n"
        var rest = source.unicodeScalars[...]
        var quoted = rest.startIndex
        while let scalar = rest.first {
            if scalar == "\"" || scalar == "'", rest.startIndex >= quoted, !isWordLike(previous) {
                quoted = endOfQuotation(rest)
            }
            if scalar == "&", !isWordLike(previous), rest.startIndex >= quoted {
                throw YAMLProblem(line: line, sentence: "不支援 YAML 的錨點（&）。文字裡的 & 請改用全形＆。")
            }
            if previous == "\r", scalar != "\n" { line += 1 }
            if scalar == "\n" {
                line += 1
            } else if scalar != "\r", isForbidden(scalar) {
                throw YAMLProblem(line: line, sentence: Self.sentence(forbidden: scalar))
            }
            previous = scalar
            rest.removeFirst()
        }
    }

    /// Where the quotation ends that the text begins with; its beginning when it does not end on this line.
    ///
    /// It must begin with a word: if the mark ended an earlier quotation, no word could follow it.
    private static func endOfQuotation(_ text: Substring.UnicodeScalarView) -> Substring.Index {
        let words = text.dropFirst()
        guard let mark = text.first, let first = words.first, isWordLike(first),
            let end = words.prefix(while: { $0 != "\n" }).firstIndex(of: mark)
        else { return text.startIndex }
        return end
    }

    static let stackedMarks = "這一行有一個字疊了超過 \(StreamSafeText.markLimit) 個附加符號，請刪除。"

    static func sentence(forbidden scalar: Unicode.Scalar) -> String {
        "這一行有看不見的字元（\(InvisibleText.code(of: scalar))），請刪除。"
    }

    /// Whether a `&` right after this character is part of the text and no anchor.
    static func isWordLike(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xA0 || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
            || ("A"..."Z").contains(scalar)
    }

    /// Whether the character is refused.
    ///
    /// That is so for control characters except tab and line feed, Unicode's own line breaks, what nobody sees, and
    /// non-characters.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
        default: InvisibleText.contains(scalar)
        }
    }
}

/// A value of a YAML file and the line on which it begins.
struct YAMLNode: Sendable {
    let line: Int
    let value: Value

    enum Value: Sendable {
        /// Text without white space around it; `plain` tells whether it was written without quotation marks.
        case scalar(String, plain: Bool)
        case sequence([YAMLNode])
        case mapping([YAMLField])
    }

    fileprivate init(_ node: Node, depth: Int, lines: [Substring.UnicodeScalarView]) throws(YAMLProblem) {
        let line = node.mark?.line ?? 1
        self.line = line
        guard depth <= YAMLFile.depthLimit else {
            throw YAMLProblem(line: line, sentence: "內容超過 \(YAMLFile.depthLimit) 層，沒有讀取。請檢查縮排。")
        }
        switch node {
        case .scalar(let scalar):
            try Self.refuseTag(scalar.tag, line: line)
            if let forbidden = scalar.string.unicodeScalars.first(where: YAMLFile.isForbidden) {
                throw YAMLProblem(line: line, sentence: YAMLFile.sentence(forbidden: forbidden))
            }
            var text = scalar.string.trimmingCharacters(in: .whitespacesAndNewlines)
            if scalar.style == .plain { text += Self.kept(after: text, at: node.mark, in: lines) }
            value = .scalar(text, plain: scalar.style == .plain)
        case .sequence(let sequence):
            try Self.refuseTag(sequence.tag, line: line)
            var items: [YAMLNode] = []
            for item in sequence { items.append(try YAMLNode(item, depth: depth + 1, lines: lines)) }
            value = .sequence(items)
        case .mapping(let mapping):
            try Self.refuseTag(mapping.tag, line: line)
            var fields: [YAMLField] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else {
                    throw YAMLProblem(line: key.mark?.line ?? line, sentence: "欄位名稱不是文字。")
                }
                fields.append(
                    YAMLField(
                        name: name.string, line: name.mark?.line ?? line,
                        value: try YAMLNode(value, depth: depth + 1, lines: lines)))
            }
            value = .mapping(fields)
        case .alias:
            throw YAMLProblem(line: line, sentence: YAMLProblem.alias)
        }
    }

    /// What stands behind a text without quotation marks and belongs to it: `#乙` of `甲 #乙`.
    ///
    /// YAML takes that for a comment; here a comment has white space after its sign.
    private static func kept(after text: String, at mark: Mark?, in lines: [Substring.UnicodeScalarView]) -> String {
        guard !text.isEmpty, let mark, lines.indices.contains(mark.line - 1) else { return "" }
        let line = lines[mark.line - 1].dropFirst(mark.column - 1)
        guard line.starts(with: text.unicodeScalars) else { return "" }
        let behind = line.dropFirst(text.unicodeScalars.count)
        // Looked at before it is copied: a long line may have very many values.
        let blanks = behind.prefix { $0 == " " || $0 == "\t" }
        guard !blanks.isEmpty, behind.dropFirst(blanks.count).first == "#" else { return "" }
        let rest = String(behind)
        guard let kept = rest.prefixMatch(of: /[ \t]+#[^\s#].*?(?=[ \t]+#[ \t]|[ \t\r]*$)/) else { return "" }
        return String(kept.0)
    }

    private static func refuseTag(_ tag: Tag, line: Int) throws(YAMLProblem) {
        let standard: Set<String> = ["", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"]
        guard standard.contains(tag.rawValue) else {
            throw YAMLProblem(line: line, sentence: "不支援 YAML 的標籤（!）。以 ! 開頭的文字請加引號。")
        }
    }

    /// The text of a scalar; nil for lists, mappings and for what YAML calls null.
    var text: String? {
        guard case .scalar(let text, let plain) = value, !isNull else { return nil }
        return text.isEmpty && plain ? nil : text
    }

    /// How many items a list has; nil for anything else.
    var count: Int? {
        guard case .sequence(let items) = value else { return nil }
        return items.count
    }

    var isNull: Bool {
        guard case .scalar(let text, plain: true) = value else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The truth value of a plain scalar; nil for anything else.
    var bool: Bool? {
        guard case .scalar(let text, plain: true) = value else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }
}

/// A name and its value in a mapping.
struct YAMLField: Sendable {
    let name: String
    let line: Int
    let value: YAMLNode
}
