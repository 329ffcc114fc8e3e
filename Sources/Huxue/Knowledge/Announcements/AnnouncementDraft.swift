/// The announcement of an amendment, written from two editions of the statute.
enum AnnouncementDraft {
    /// Where the editions stand here, and in which unit's charge it is written.
    struct Setting: Sendable {
        /// The numbers of the two editions.
        let from: Int
        let to: Int
        /// See `PageContent.unit`.
        let unit: String
        /// The state of the law that the office has.
        let lawAsOf: Day
    }

    /// Texts of articles longer than this, in characters, are left to the comparison's page.
    static let quotationLimit = 300

    /// How much of the amendment is repeated; the first that leaves the page short enough to be kept holds.
    private static let measures: [(quoted: Int, listed: Int)] = [(30, 2000), (8, 2000), (0, 2000), (0, 100)]

    /// What the page says; nothing is sent by it.
    static func content(from old: StatuteEdition, to new: StatuteEdition, _ setting: Setting) -> PageContent {
        let comparison = StatuteComparison(from: old, to: new)
        let bodies = measures.lazy.map { quoted, listed in
            body(comparison, old, new, setting, quoted: quoted, listed: listed)
        }
        let title = "「\(new.name)」\(comparison.isRepealed ? "廢止" : "修正")"
        return PageContent(
            code: code(of: new.pcode, from: setting.from, to: setting.to), kind: .announcement,
            title: String(title.prefix(100)), owner: .role(.knowledgeEditor), unit: setting.unit, reviewMonths: 12,
            lawAsOf: setting.lawAsOf,
            body: bodies.first { $0.utf8.count <= PageContent.bodyLimit } ?? summary(comparison, new))
    }

    private static func body(
        _ comparison: StatuteComparison, _ old: StatuteEdition, _ new: StatuteEdition, _ setting: Setting,
        quoted: Int, listed: Int
    ) -> String {
        [
            summary(comparison, new), changes(comparison, new, listed), effect(new),
            quotations(comparison, old, new, quoted),
            "[新舊條文全文對照](/statutes/\(new.pcode)/comparison?from=\(setting.from)&to=\(setting.to))",
        ].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// Always the same for the same two editions.
    static func code(of pcode: String, from: Int, to: Int) -> String {
        let key = pcode.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return "amendment-\(key.prefix(40))-\(from)-\(to)"
    }

    private static func summary(_ comparison: StatuteComparison, _ new: StatuteEdition) -> String {
        let day = new.modified.map { "於\(ROCDate.long($0))" } ?? ""
        var sentences: [String] = []
        if comparison.isRepealed {
            sentences.append("\(plain(new.name))\(day)廢止。")
        } else if comparison.isRevived {
            sentences.append("\(plain(new.name))\(day)恢復施行。")
        } else {
            sentences.append("\(plain(new.name))\(day)修正。")
        }
        if let renaming = comparison.renaming {
            sentences.append("法規名稱由「\(plain(renaming.old))」改為「\(plain(renaming.new))」。")
        }
        if comparison.isEmpty { sentences.append("兩個版本的條文沒有不同。") }
        return sentences.joined()
    }

    private static let kinds: [StatuteComparison.Change] = [.changed, .added, .removed, .regrouped]

    private static func changes(_ comparison: StatuteComparison, _ new: StatuteEdition, _ listed: Int) -> String {
        let lines = kinds.compactMap { kind -> String? in
            let numbers = comparison.numbers(kind)
            guard !numbers.isEmpty else { return nil }
            // By name, so that each is a citation of this statute; what is gone can be cited no more.
            let name = kind == .removed ? "修正前" : plain(new.name)
            let list =
                numbers.prefix(listed).map { name + $0.words }.joined(separator: "、")
                + (numbers.count > listed ? "等" : "")
            return "- \(StatuteTerms.name(of: kind)) \(numbers.count) 條：\(list)"
        }
        return lines.isEmpty ? "" : "## 變動的條文\n\n" + lines.joined(separator: "\n")
    }

    private static func effect(_ new: StatuteEdition) -> String {
        let note = new.effectiveNote.isEmpty ? "" : plain(new.effectiveNote)
        switch new.effective {
        case .unstated: return note.isEmpty ? "" : "## 施行日期\n\n\(note)"
        case .on(let day): return "## 施行日期\n\n自\(ROCDate.long(day))施行。\(note)"
        case .toBeSet: return "## 施行日期\n\n施行日期另定。\(note)"
        }
    }

    private static func quotations(
        _ comparison: StatuteComparison, _ old: StatuteEdition, _ new: StatuteEdition, _ limit: Int
    ) -> String {
        let before = Dictionary(old.articles.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.articles.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
        let quoted = comparison.articles.filter { change in
            kinds.contains(change.change)
                && [before[change.number], after[change.number]].allSatisfy { ($0?.count ?? 0) <= quotationLimit }
        }
        let sections = quoted.prefix(limit).map { change in
            let sides = [
                change.change == .added ? nil : before[change.number].map { "修正前：\n\n\(quotation($0))" },
                change.change == .removed ? nil : after[change.number].map { "修正後：\n\n\(quotation($0))" },
            ].compactMap { $0 }
            return (["### \(change.number.words)　\(StatuteTerms.name(of: change.change))"] + sides)
                .joined(separator: "\n\n")
        }
        guard !sections.isEmpty else { return "" }
        let left = comparison.articles.count { kinds.contains($0.change) } - sections.count
        let rest = left > 0 ? "\n\n其餘 \(left) 條請看全文對照。" : ""
        return "## 新舊條文\n\n" + sections.joined(separator: "\n\n") + rest
    }

    private static func quotation(_ text: String) -> String {
        let lines = ArticleText.lines(of: OddSigns.marked(text))
        guard !ArticleBlock.hasFigure(text) else {
            return (["```"] + lines + ["```"]).map { "> \($0)" }.joined(separator: "\n")
        }
        return lines.map { "> \(plain($0))" }.joined(separator: "\n>\n")
    }

    /// Without anything that Markdown would take for its own.
    private static func plain(_ text: String) -> String {
        text.reduce(into: "") { plain, character in
            if let ascii = character.asciiValue, "\\`*_{}[]()<>#+-!|~&.".utf8.contains(ascii) { plain += "\\" }
            plain.append(character)
        }
    }
}
