import Foundation

/// Reads questions in GIFT, Moodle's text format: one after another, with empty lines between.
///
/// Source: Moodle documentation, "GIFT format"; what it leaves open is read as Moodle's import reads it.
struct GIFTReader {
    private(set) var bank = WrittenBank()
    /// Category, under which the next questions stand.
    private var topic: String?
    /// Tags and id of the comments before the next question.
    private var comments: (code: String?, tags: [String]) = (nil, [])

    /// Whether an empty line stood within the braces of the question before.
    private var isTorn = false

    static func bank(of bytes: [UInt8]) -> WrittenBank {
        var reader = GIFTReader()
        do {
            reader.read(try TextDecoding.utf8(from: bytes))
        } catch {
            switch error {
            case .undecodable(let line): reader.bank.note(.notUTF8, at: .line(line))
            default: reader.bank.note(.utf16, at: .file)
            }
        }
        return reader.bank
    }

    private mutating func read(_ bytes: [UInt8]) {
        var block: [(number: Int, text: Substring)] = []
        for (place, bytes) in Self.lines(of: bytes).enumerated() {
            let line = String(decoding: bytes, as: UTF8.self)
            guard StreamSafeText.holds(line) else {
                bank.note(.stackedMarks, at: .line(place + 1))
                continue
            }
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty {
                question(block)
                block = []
            } else if trimmed.hasPrefix("//") {
                comment(trimmed)
            } else if block.isEmpty, trimmed.hasPrefix("$CATEGORY:") {
                topic = Self.lastName(of: String(trimmed.dropFirst("$CATEGORY:".count)))
            } else {
                block.append((place + 1, line[...]))
            }
        }
        question(block)
    }

    /// The lines, whichever way they end.
    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        let (feed, mark) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        return bytes.split(separator: feed, omittingEmptySubsequences: false).flatMap { line in
            (line.last == mark ? line.dropLast() : line).split(separator: mark, omittingEmptySubsequences: false)
        }
    }

    /// Far more than a topic may have, as every question below the category is told its name.
    private static let nameLimit = 1000

    /// The last part of a category's path, in which `//` stands for a stroke in a name.
    static func lastName(of path: String) -> String? {
        let name = path.replacing("//", with: "\u{0}").split(separator: "/").last.map(String.init) ?? ""
        let trimmed = name.replacing("\u{0}", with: "/").trimmingCharacters(in: .whitespaces)
        return trimmed.isEmpty || trimmed == "top" ? nil : String(trimmed.prefix(nameLimit))
    }

    /// Moodle writes `// [id:…] [tag:…]` before a question, in which `\]` is a bracket of the text.
    private mutating func comment(_ text: String) {
        var rest = Array(text.utf8)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
            rest = rest[(open + 1)...]
            let isCode = rest.starts(with: "id:".utf8)
            guard isCode || rest.starts(with: "tag:".utf8) else { continue }
            rest = rest.dropFirst(isCode ? 3 : 4)
            // Without an end there is none for any that follows either.
            guard let end = Self.endOfValue(in: rest) else { return }
            let value = String(decoding: rest[..<end], as: UTF8.self).replacing("\\]", with: "]")
                .trimmingCharacters(in: .whitespaces)
            rest = rest[(end + 1)...]
            guard !value.isEmpty else { continue }
            if isCode { comments.code = value } else { comments.tags.append(value) }
        }
    }

    /// The place of the first bracket that no backslash precedes, or else of the last one.
    private static func endOfValue(in text: ArraySlice<UInt8>) -> Int? {
        var last: Int?
        var isEscaped = false
        for (place, byte) in zip(text.indices, text) {
            if byte == UInt8(ascii: "]") {
                if !isEscaped { return place }
                last = place
            }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        return last
    }

    private mutating func question(_ lines: [(number: Int, text: Substring)]) {
        guard let first = lines.first?.number else { return }
        let (place, comments) = (QuestionPlace.line(first), comments)
        self.comments = (nil, [])
        var rest = GIFTText(lines)
        if rest.starts("::"), let end = rest.after(rest.characters.startIndex, skipping: 2).first("::") {
            rest = rest.after(end, skipping: 2)
        }
        let wasTorn = isTorn
        isTorn = false
        guard let open = rest.first("{") else {
            guard let close = rest.first("}") else {
                return bank.leaveOut(.unsupportedType(.description), at: place)
            }
            // The other half of a question that has been named.
            return wasTorn ? () : bank.note(.unopenedBrace, at: .line(rest.line(at: close)))
        }
        if let close = rest.first("}"), close < open {
            return bank.note(.unopenedBrace, at: .line(rest.line(at: close)))
        }
        let inside = rest.after(open)
        guard let close = inside.first("}") else {
            isTorn = true
            return bank.note(.unclosedBrace, at: .line(rest.line(at: open)))
        }
        let tail = inside.after(close)
        if let second = tail.first("{") { return bank.note(.secondBrace, at: .line(tail.line(at: second))) }
        let (stem, format) = GIFTFormat.split(rest.before(open))
        var question = WrittenQuestion(
            place: place, code: comments.code, topic: topic, type: .single,
            stem: format.plain(stem, isStem: true))
        if !tail.isEmpty { question.stem += "＿＿" + format.plain(tail, isStem: true) }
        bank.apply(comments.tags, to: &question)
        if format.hasMedia(rest.before(open)) || format.hasMedia(tail) { return bank.leaveOut(.media, at: place) }
        var reader = GIFTAnswerReader(format: format, place: .line(rest.line(at: open)))
        switch reader.read(inside.before(close), into: &question) {
        case .whole:
            bank.questions.append(question)
            for notice in reader.notices { bank.remark(notice, at: place) }
        case .unsupported(let kind): bank.leaveOut(kind, at: place)
        case .wrong(let kind): bank.note(kind, at: place)
        }
    }
}
