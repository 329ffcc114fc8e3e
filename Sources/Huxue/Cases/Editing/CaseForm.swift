import Foundation

/// A case study as somebody is writing it.
typealias CaseForm = WrittenForm<CaseField>

extension CaseForm {
    static let titleLimit = 60
    static let proseLimit = 5000
    static let itemLimit = 20
    static let valueLimit = 50
    static let attachmentLimit = 10

    /// A new case study by one author.
    init(author: PersonChoice, lawAsOf: Day) {
        self.init([.authors: "\(author.text) 100%", .lawAsOf: ROCDate.plain(lawAsOf)])
    }

    /// Reads what the editor's form sends; nothing in a case study turns the direction of text.
    init(typed form: Form) throws {
        try self.init(sent: form)
        for field in CaseField.allCases { self[field] = Self.typed(self[field]) }
        for field in CaseField.lists { self[field] = Self.items(self[field]).joined(separator: "、") }
    }

    /// Values of one field, apart by commas or lines, each once.
    static func items(_ text: String) -> [String] {
        var seen: Set<String> = []
        return text.split { "、,，；;\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// What a revision stores of it.
    var kept: CaseForm {
        CaseForm(Dictionary(uniqueKeysWithValues: CaseField.kept.map { ($0, self[$0]) }))
    }

    /// The citations that can be read, whatever else is wrong.
    func citations(_ names: StatuteNames) -> [Citation] {
        Self.items(self[.citations]).compactMap { try? Citation(parsing: $0, names: names) }
    }

    /// What it says, with everything that keeps it from being saved in the order of the form.
    ///
    /// `names`: under which statutes are cited.
    func reading(names: StatuteNames) -> (content: CaseContent, problems: [CaseFormProblem]) {
        var (content, problems) = (CaseContent(), [CaseFormProblem]())
        func note(_ field: CaseField, _ kind: CaseFormProblem.Kind) { problems.append(CaseFormProblem(field, kind)) }
        if self[.title].isEmpty { note(.title, .missing) }
        if self[.title].count > Self.titleLimit { note(.title, .tooLong(limit: Self.titleLimit)) }
        if self[.title].contains(where: \.isNewline) { note(.title, .severalLines) }
        content.kind = CaseKind(rawValue: self[.kind])
        if !self[.kind].isEmpty, content.kind == nil { note(.kind, .unreadable(self[.kind])) }
        content.subjects = Self.items(self[.subject])
        content.services = Self.items(self[.service])
        for (field, values) in [(CaseField.subject, content.subjects), (.service, content.services)] {
            if values.count > Self.itemLimit { note(field, .tooMany(limit: Self.itemLimit)) }
            if values.contains(where: { $0.count > Self.valueLimit }) { note(field, .tooLong(limit: Self.valueLimit)) }
        }
        for field in CaseField.prose {
            if self[field].count > Self.proseLimit { note(field, .tooLong(limit: Self.proseLimit)) }
            if MergeMarks.areLeft(in: self[field]) { note(field, .undecided) }
        }
        let cited = Self.items(self[.citations])
        if cited.count > Self.itemLimit { note(.citations, .tooMany(limit: Self.itemLimit)) }
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

    private static func problem(of authors: [ProposalAuthorFile.Line]) -> CaseFormProblem.Kind? {
        guard !authors.isEmpty else { return .missing }
        guard authors.count <= ProposalAuthorFile.limit else { return .tooMany(limit: ProposalAuthorFile.limit) }
        if let line = authors.first(where: { $0.share == nil }) { return .noShare(line.person) }
        let sum = authors.compactMap(\.share).reduce(0, +)
        return sum == ProposalAuthorFile.whole ? nil : .sharesOff(sum)
    }

    /// What has to be filled before it can be submitted: a doubtful point needs its question, the others what was done.
    var missing: [CaseFormProblem] {
        var required: [CaseField] = [.title, .kind, .subject, .events]
        required += CaseKind(rawValue: self[.kind]) == .doubt ? [.doubt] : [.handling, .improvement]
        return (required + [.authors]).filter { self[$0].isEmpty }.map { CaseFormProblem($0, .missing) }
    }
}
