/// Reads 沿革 as the ministry prints it: numbered, and broken into lines of a fixed width wherever that falls.
extension StatuteHistory {
    init(reading text: String) {
        guard text.utf8.count <= Self.longest else {
            entries = [Entry(number: 1, day: nil, text: "", acts: nil, effects: [])]
            return
        }
        entries = Self.pieces(of: text).map { Entry(reading: $0.text, number: $0.number) }
    }

    /// In bytes, ten times the longest of the national file; a longer one is not read for certain.
    private static let longest = 200_000

    private static func pieces(of text: String) -> [(number: Int, text: String)] {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        var pieces: [(number: Int, text: String)] = []
        for (index, line) in lines.enumerated() {
            let words = line.drop(while: \.isWhitespace)
            guard !words.isEmpty else { continue }
            if let rest = numbered(line, (pieces.last?.number ?? 0) + 1) {
                pieces.append(((pieces.last?.number ?? 0) + 1, rest))
            } else if pieces.isEmpty
                || isEntry(words, before: lines[(index + 1)...].prefix(2), after: pieces.last?.text)
            {
                pieces.append((pieces.last?.number ?? 1, trimmed(words)))
            } else {
                pieces[pieces.count - 1].text += trimmed(words)
            }
        }
        return pieces
    }

    /// What stands behind `number.` at the beginning of the line.
    private static func numbered(_ line: String, _ number: Int) -> String? {
        let mark = "\(number)."
        guard line.hasPrefix(mark) else { return nil }
        return trimmed(line.dropFirst(mark.count).drop(while: \.isWhitespace))
    }

    private static func trimmed(_ line: Substring) -> String {
        String(line[..<(line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex)])
    }

    /// Whether a line that bears no number begins another act, and is not a date within a sentence.
    private static func isEntry(_ line: Substring, before next: ArraySlice<String>, after text: String?) -> Bool {
        guard line.hasPrefix("中華民國") else { return false }
        if let last = text?.last, "自於至由定及、，迄".contains(last) { return false }
        var scanner = HistoryScanner(LawText.folded(line + next.joined()))
        guard scanner.date(relativeTo: nil) != nil else { return false }
        if scanner.comes(["施行", "起", "實施", "生效", "以前", "以後", "止", "修正公布之", "修正之"]) != nil { return false }
        return scanner.rest.prefix(60).contains { "令告函布".unicodeScalars.contains($0) }
    }
}

extension StatuteHistory.Entry {
    /// Reads an entry that has lost its number and line breaks.
    init(reading text: String, number: Int) {
        self.number = number
        self.text = text
        var scanner = HistoryScanner(LawText.folded(text))
        day = scanner.date(relativeTo: nil)
        guard day != nil else {
            (acts, effects) = (nil, [])
            return
        }
        let body = scanner.restText
        if body.contains("權責事項"), ["管轄", "停止辦理", "改由", "承受"].contains(where: body.contains) {
            (acts, effects) = ([.jurisdiction], [])
            return
        }
        scanner.skipIssuer()
        var reader = HistoryReader(day: day)
        reader.read(scanner)
        effects = reader.effects
        acts = reader.isCertain && !reader.acts.isEmpty ? reader.acts : nil
    }
}
