import Foundation

/// A proposal as somebody is writing it.
typealias ProposalForm = WrittenForm<ProposalField>

extension ProposalForm {
    static let titleLimit = 60
    static let proseLimit = 3000
    static let citationLimit = 20
    static let attachmentLimit = 10
    static let minuteRange = 1...10_000
    static let caseRange = 1...10_000_000

    /// A new proposal by one author.
    init(blank call: ProposalCall, author: PersonChoice, lawAsOf: Day) {
        self.init([
            .call: "\(call.id)", .authors: "\(author.text) 100%", .lawAsOf: ROCDate.plain(lawAsOf),
            .kind: call.plan.kinds.count == 1 ? call.plan.kinds[0].rawValue : "",
        ])
    }

    /// Reads what the editor's form sends; nothing in a proposal turns the direction of text.
    init(typed form: Form) throws {
        try self.init(sent: form)
        for field in ProposalField.allCases { self[field] = Self.typed(self[field]) }
        self[.citations] = Self.items(self[.citations]).joined(separator: "、")
    }

    /// Values of one field, apart by commas or lines.
    static func items(_ text: String) -> [String] {
        text.split { "、,，；;\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// What a revision stores of it.
    var kept: ProposalForm {
        ProposalForm(Dictionary(uniqueKeysWithValues: ProposalField.kept.map { ($0, self[$0]) }))
    }

    /// The citations that can be read, whatever else is wrong.
    func citations(_ names: StatuteNames) -> [Citation] {
        Self.items(self[.citations]).compactMap { try? Citation(parsing: $0, names: names) }
    }

    /// What it says, with everything that keeps it from being saved in the order of the form.
    ///
    /// `kinds`: those that the call wants. `names`: under which statutes are cited.
    func reading(
        kinds: [ProposalKind], names: StatuteNames
    ) -> (content: ProposalContent, problems: [ProposalFormProblem]) {
        var (content, problems) = (ProposalContent(), [ProposalFormProblem]())
        func note(_ field: ProposalField, _ kind: ProposalFormProblem.Kind) {
            problems.append(ProposalFormProblem(field, kind))
        }
        if self[.title].isEmpty { note(.title, .missing) }
        if self[.title].count > Self.titleLimit { note(.title, .tooLong(limit: Self.titleLimit)) }
        if self[.title].contains(where: \.isNewline) { note(.title, .severalLines) }
        content.kind = ProposalKind(rawValue: self[.kind])
        if !self[.kind].isEmpty, content.kind.map({ !kinds.contains($0) }) ?? true { note(.kind, .notWanted) }
        content.novelty = ProposalNovelty(rawValue: self[.novelty])
        if !self[.novelty].isEmpty, content.novelty == nil { note(.novelty, .unreadable(self[.novelty])) }
        for field in ProposalField.prose {
            if self[field].count > Self.proseLimit { note(field, .tooLong(limit: Self.proseLimit)) }
            if MergeMarks.areLeft(in: self[field]) { note(field, .undecided) }
        }
        func number(_ field: ProposalField, _ range: ClosedRange<Int>) -> Int? {
            guard !self[field].isEmpty else { return nil }
            let number = Form.number(typed: self[field]).flatMap { range.contains($0) ? $0 : nil }
            if number == nil { note(field, .notInRange(range)) }
            return number
        }
        content.minutes = number(.minutes, Self.minuteRange)
        content.cases = number(.cases, Self.caseRange)
        let cited = Self.items(self[.citations])
        if cited.count > Self.citationLimit { note(.citations, .tooMany(limit: Self.citationLimit)) }
        for text in cited {
            do throws(CitationRefusal) {
                let citation = try Citation(parsing: text, names: names)
                if !content.citations.contains(citation) { content.citations.append(citation) }
            } catch {
                note(.citations, .citation(error))
            }
        }
        if !cited.isEmpty {
            content.lawAsOf = ROCDate.parseDay(self[.lawAsOf])
            if self[.lawAsOf].isEmpty {
                note(.lawAsOf, .missing)
            } else if content.lawAsOf == nil {
                note(.lawAsOf, .unreadable(self[.lawAsOf]))
            }
        }
        content.attachments = attachmentNames
        if content.attachments.count > Self.attachmentLimit {
            note(.attachments, .tooMany(limit: Self.attachmentLimit))
        }
        content.authors = ProposalAuthorFile.lines(self[.authors])
        if let problem = Self.problem(of: content.authors) { note(.authors, problem) }
        return (content, problems)
    }

    /// Each once.
    var attachmentNames: [String] {
        var seen: Set<String> = []
        return Form.lines(typed: self[.attachments]).filter { seen.insert($0).inserted }
    }

    private static func problem(of authors: [ProposalAuthorFile.Line]) -> ProposalFormProblem.Kind? {
        guard !authors.isEmpty else { return .missing }
        guard authors.count <= ProposalAuthorFile.limit else { return .tooMany(limit: ProposalAuthorFile.limit) }
        if let line = authors.first(where: { $0.share == nil }) { return .noShare(line.person) }
        let sum = authors.compactMap(\.share).reduce(0, +)
        return sum == ProposalAuthorFile.whole ? nil : .sharesOff(sum)
    }

    /// What has to be filled before it can be submitted.
    var missing: [ProposalFormProblem] {
        ProposalField.required.filter { self[$0].isEmpty }.map { ProposalFormProblem($0, .missing) }
    }
}
