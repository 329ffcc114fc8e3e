/// The papers of a procedure for who is asked what to bring: what everybody brings first, special cases apart.
struct PagePapers {
    /// The page's text with its papers in that order.
    let sorted: String

    init(in body: String) {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let heading = lines.firstIndex(where: { Self.heading($0) == PagePart.papers.title }) else {
            sorted = body
            return
        }
        let end = lines[(heading + 1)...].firstIndex { Self.heading($0) != nil } ?? lines.endIndex
        let part = Self.sorted(Array(lines[(heading + 1)..<end]))
        sorted = (lines[...heading] + part + lines[end...]).joined(separator: "\n")
    }

    private static func heading(_ line: String) -> String? {
        line.hasPrefix("## ") ? line.dropFirst(3).split(separator: " ").joined(separator: " ") : nil
    }

    /// The lines of the part; as they are unless they are one list with special cases in it.
    private static func sorted(_ lines: [String]) -> [String] {
        guard let first = lines.firstIndex(where: isPaper) else { return lines }
        let end = lines[first...].firstIndex { !isPaper($0) && !$0.hasPrefix(" ") && !$0.isEmpty } ?? lines.endIndex
        guard !lines[end...].contains(where: isPaper) else { return lines }
        var papers: [[String]] = []
        for line in lines[first..<end] where !line.isEmpty {
            if isPaper(line) { papers.append([line]) } else { papers[papers.count - 1].append(line) }
        }
        let special = papers.dropFirst().filter { isSpecial($0[0]) }
        guard !special.isEmpty else { return lines }
        var sorted = Array(lines[..<first])
        sorted += papers[0]
        for paper in papers.dropFirst() where !isSpecial(paper[0]) { sorted += paper }
        sorted += ["", "### \(PageTerms.specialPapers)", ""]
        for paper in special { sorted += paper }
        return sorted + [""] + lines[end...]
    }

    private static func isPaper(_ line: String) -> Bool {
        line.prefixMatch(of: #/[*+-] \[[ xX]\] /#) != nil
    }

    /// Whether the paper's name is followed by the case in which it is needed: `委託書：委託他人者`.
    private static func isSpecial(_ line: String) -> Bool {
        let words = line.replacing(#/（[^（）]*）|\{\{[^{}]*\}\}|\*/#, with: "")
        guard let colon = words.firstIndex(of: "：") else { return false }
        let note = words[words.index(after: colon)...].drop { $0 == " " || $0 == "：" }
        return !note.isEmpty && !PageTerms.everydayNotes.contains { note.hasPrefix($0) }
    }
}
