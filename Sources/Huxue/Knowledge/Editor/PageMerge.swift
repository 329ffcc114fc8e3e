/// What somebody wrote over an older revision, put together with the newer one that somebody else saved.
struct PageMerge: Sendable {
    /// Mine with all that the other changed and I did not.
    let form: PageForm
    /// Fields that both changed, with what the other wrote; the form keeps mine.
    let conflicts: [PageField: String]
    /// Whether the text has no places between marks.
    let isTextSettled: Bool

    static let marks = (mine: PageTerms.mineMark, between: PageTerms.betweenMark, theirs: PageTerms.theirsMark)

    init(base: PageForm, mine: PageForm, theirs: PageForm) {
        var form = mine
        var conflicts: [PageField: String] = [:]
        for field in PageField.content where theirs[field] != base[field] && theirs[field] != mine[field] {
            if Self.isSame(field, mine, base) {
                form[field] = theirs[field]
            } else if !Self.isSame(field, mine, theirs) {
                conflicts[field] = theirs[field]
            }
        }
        let merge = LineMerge(base: base.lines, mine: mine.lines, theirs: theirs.lines)
        form[.body] = merge.lines(marks: Self.marks).joined(separator: "\n")
        (self.form, self.conflicts, isTextSettled) = (form, conflicts, merge.isSettled)
    }

    /// Also when the same is only written in another way: a date, the space between values.
    private static func isSame(_ field: PageField, _ one: PageForm, _ other: PageForm) -> Bool {
        if one[field] == other[field] { return true }
        if PageField.lists.contains(field) { return PageForm.items(one[field]) == PageForm.items(other[field]) }
        guard field == .lawAsOf || field == .issuedOn, let day = ROCDate.parseDay(one[field]) else { return false }
        return day == ROCDate.parseDay(other[field])
    }

    static func hasMarks(_ text: String) -> Bool { text.split(separator: "\n").contains(where: isMark) }

    private static func isMark(_ line: Substring) -> Bool {
        line.hasPrefix("<<<<<<< ") || line.hasPrefix(">>>>>>> ") || line.hasPrefix(marks.between)
    }

    /// The text for a preview: every mark stands by itself and is no Markdown, which would take one for a heading.
    static func shown(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard isMark(line) else { return String(line) }
            let words = line.map { "<>=".contains($0) ? "\\\($0)" : "\($0)" }.joined()
            return "\n---\n\n**\(PageTerms.undecided)** \(words)\n"
        }.joined(separator: "\n")
    }
}

extension PageForm {
    fileprivate var lines: [String] {
        PageFile.trimmed(self[.body]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
