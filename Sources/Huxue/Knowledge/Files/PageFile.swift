import Foundation

/// Reads the file of a page: YAML between two lines `---`, then Markdown.
///
/// Every problem is kept with its line, so that one run shows them all.
struct PageFile: Sendable {
    /// Nil when there are problems.
    let content: PageContent?
    let problems: [PageProblem]
    /// As the person named it.
    let path: String
    /// The line on which the Markdown begins, from 1.
    let bodyLine: Int
    /// The lines of the fields of the front matter.
    let fieldLines: [String: Int]

    static let sizeLimit = 96 * 1024

    /// `path`: the file as problems name it; the last two parts must be those of the page's kind and code.
    init(reading bytes: [UInt8], path: String) {
        self.path = path
        var reader = PageReader(path: path)
        let (content, line) = Self.content(of: bytes, path: path, &reader)
        self.content = reader.problems.isEmpty ? content : nil
        problems = reader.problems.sorted { $0.line < $1.line }
        bodyLine = line
        fieldLines = reader.fieldLines
    }

    /// Reads what was saved.
    init(stored source: String, of page: Page) {
        // Older versions may hold what is refused today.
        self.init(
            reading: Array(InvisibleText.removed(from: source).utf8), path: PageContent.path(page.kind, page.code))
    }

    private static func content(
        of bytes: [UInt8], path: String, _ reader: inout PageReader
    ) -> (PageContent?, Int) {
        guard bytes.count <= sizeLimit else {
            reader.note(.tooLarge(kibibytes: sizeLimit >> 10), line: 1)
            return (nil, 1)
        }
        let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: unmarked, as: UTF8.self) else {
            reader.note(.notText, line: 1)
            return (nil, 1)
        }
        guard StreamSafeText.holds(text) else {
            let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            let strange = lines.firstIndex { !StreamSafeText.holds(String($0)) } ?? 0
            reader.note(.controlCharacter(YAMLFile.stackedMarks), line: strange + 1)
            return (nil, 1)
        }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String(Substring($0.last == "\r" ? $0.dropLast() : $0)) }
        guard lines.first == "---" else {
            reader.note(.noFrontMatter, line: 1)
            return (nil, 1)
        }
        guard let end = lines.dropFirst().firstIndex(of: "---") else {
            reader.note(.frontMatterWithoutEnd, line: 1)
            return (nil, 1)
        }
        let start = lines[(end + 1)...].firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.count
        let body = trimmed(lines[start...].joined(separator: "\n"))
        if let (place, scalar) = forbidden(in: lines[start...]) {
            reader.note(.controlCharacter(YAMLFile.sentence(forbidden: scalar)), line: place + 1)
        }
        do {
            let head = lines[1..<end].joined(separator: "\n")
            let file = try YAMLFile(reading: Array(("\n" + head).utf8), limit: sizeLimit)
            let line = body.isEmpty ? end + 1 : start + 1
            return (reader.content(file.root, body: body, bodyLine: line), line)
        } catch {
            reader.note(.yaml(error.sentence), line: error.line)
            return (nil, start + 1)
        }
    }

    /// Without white space at the end and line breaks at the beginning: indentation there means something.
    static func trimmed(_ body: String) -> String {
        var scalars = Substring(body).unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        while scalars.first == "\n" { scalars.removeFirst() }
        return String(scalars)
    }

    private static func forbidden(in lines: ArraySlice<String>) -> (Int, Unicode.Scalar)? {
        for (place, line) in zip(lines.indices, lines) {
            if let scalar = line.unicodeScalars.first(where: YAMLFile.isForbidden) { return (place, scalar) }
        }
        return nil
    }
}
