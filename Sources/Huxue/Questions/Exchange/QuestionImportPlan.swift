/// What an import would do; whoever confirms it has seen this.
struct QuestionImportPlan: Sendable {
    /// A question that would be added or changed.
    struct Entry: Hashable, Sendable {
        let code: String
        let topic: String
        let stem: String
        /// After the import.
        let state: QuestionState
        /// The name of the unit whose bank it is in afterwards; empty for the shared one.
        var unit = ""
    }

    private(set) var topics: [QuestionTopic] = []
    /// The places of questions in their topics; nil for those of the files.
    private(set) var positions: [String: Int]?
    /// Nothing is imported while there are any.
    private(set) var problems: [QuestionFinding] = []
    /// Items that are left out, if the person agrees.
    private(set) var unsupported: [QuestionFinding] = []
    private(set) var notices: [QuestionFinding] = []
    private(set) var added: [Entry] = []
    private(set) var revised: [Entry] = []
    /// Of which only topic, state, unit or day of the law change.
    private(set) var updated: [Entry] = []
    private(set) var unchanged = 0
    /// The bank's questions whose keys the plan was compared with.
    private(set) var compared: [String] = []
    /// The revisions with which it compares, by code.
    private(set) var revisions: [String: ID<QuestionRevision>] = [:]
    /// Questions that the files call in use and that wait for a review first.
    private(set) var reviewedFirst = 0

    var count: Int { added.count + revised.count + updated.count + unchanged }
    var isEmpty: Bool { added.isEmpty && revised.isEmpty && updated.isEmpty }

    /// `files`: one of another format, or any number of the bank's own.
    init(
        _ files: [(path: String, bytes: [UInt8])], as format: QuestionFormat, options: QuestionImportBasis.Options,
        basis: QuestionImportBasis
    ) {
        if format == .yaml {
            planBankFiles(files, basis)
        } else if let file = files.first, let written = format.bank(of: file.bytes) {
            plan(written, of: file.path, options, basis)
        }
    }

    private mutating func planBankFiles(_ files: [(path: String, bytes: [UInt8])], _ basis: QuestionImportBasis) {
        let files = QuestionBankFiles(files, names: basis.names)
        problems = files.problems(and: basis.bank.stems.problems(of: files.readings)).map(QuestionFinding.init)
        guard problems.isEmpty else { return }
        let lines = Dictionary(files.readings.compactMap { reading in reading.code.map { ($0, reading) } }) {
            first, _ in first
        }
        topics = files.topics.map { topic in
            let drafts = topic.questions.map { draft in
                let reading = lines[draft.code]
                return admitted(
                    reading?.unit == nil ? draft.placed(basis.unit) : draft, topic: topic.name,
                    file: reading?.file ?? "", at: reading.map { .line($0.line) } ?? .file,
                    unitAt: reading.map { .line($0.unit?.line ?? $0.line) } ?? .file, basis)
            }
            return QuestionTopic(fileName: topic.fileName, name: topic.name, lawAsOf: topic.lawAsOf, questions: drafts)
        }
        guard !basis.mayChangeTopics, problems.isEmpty else { return }
        let places = QuestionImportPlaces(
            topics.flatMap { topic in topic.questions.map { (topic.name, $0) } }, in: basis.bank)
        (topics, positions) = (places.topics, places.positions)
    }

    private mutating func plan(
        _ written: WrittenBank, of file: String, _ options: QuestionImportBasis.Options, _ basis: QuestionImportBasis
    ) {
        let typed = QuestionIntakeRules.citations(typed: options.citations, names: basis.names)
        let intake = QuestionIntake(
            written, bank: basis.bank,
            defaults: .init(
                topic: options.topic.isEmpty ? nil : options.topic, citations: typed.citations, today: basis.today,
                unit: basis.unit),
            names: basis.names)
        problems = (typed.problems.map { FormatProblem(place: .file, kind: $0) } + intake.problems)
            .map { QuestionFinding($0, in: file) }
        unsupported = intake.unsupported.map { QuestionFinding($0, in: file) }
        notices = intake.notices.map { QuestionFinding($0, in: file) }
        let taken = intake.taken.map { taken in
            QuestionIntake.Taken(
                topic: taken.topic,
                draft: admitted(
                    taken.draft, topic: taken.topic, file: file, at: taken.place, unitAt: taken.unitPlace, basis),
                place: taken.place, unitPlace: taken.unitPlace)
        }
        guard problems.isEmpty else { return }
        let places = QuestionImportPlaces(taken.map { ($0.topic, $0.draft) }, in: basis.bank)
        (topics, positions) = (places.topics, places.positions)
    }

    /// Takes a question into the plan, in the state and the bank in which it may come in.
    private mutating func admitted(
        _ draft: QuestionDraft, topic: String, file: String, at place: QuestionPlace, unitAt unitPlace: QuestionPlace,
        _ basis: QuestionImportBasis
    ) -> QuestionDraft {
        if let kind = basis.closed[draft.code] {
            problems.append(QuestionFinding(FormatProblem(place: place, kind: kind), in: file))
            return draft
        }
        guard basis.mayChangeTopics || basis.bank.topics.contains(where: { $0.name == topic }) else {
            problems.append(QuestionFinding(FormatProblem(place: place, kind: .closedTopic(topic)), in: file))
            return draft
        }
        let known = basis.bank.known[draft.code]
        let state = QuestionImportRules.state(
            of: draft, over: known?.draft, isReviewed: basis.isReviewed,
            isReleased: !basis.unreleased.contains(draft.code))
        if state != draft.state { reviewedFirst += 1 }
        guard let bank = basis.units.bank(named: draft.unit) else {
            note(.unknownUnit(draft.unit), at: unitPlace, in: file)
            return draft
        }
        guard bank.isOpen || bank.name == known?.draft.unit else {
            note(.othersUnit(bank.name), at: unitPlace, in: file)
            return draft
        }
        if let known, known.draft.unit != bank.name {
            let move = FormatProblem(place: unitPlace, kind: .movedBank(draft.code, to: bank.name))
            notices.append(QuestionFinding(move, in: file))
        }
        let admitted = draft.stated(state).placed(bank.name)
        let entry = Entry(code: draft.code, topic: topic, stem: draft.stem, state: state, unit: bank.name)
        guard let known else {
            added.append(entry)
            return admitted
        }
        compared.append(draft.code)
        revisions[draft.code] = basis.revisions[draft.code]
        if !QuestionImportRules.isSame(admitted, known.draft) {
            revised.append(entry)
        } else if known.topic != topic || admitted != known.draft {
            updated.append(entry)
        } else {
            unchanged += 1
        }
        return admitted
    }

    private mutating func note(_ kind: QuestionProblem.Kind, at place: QuestionPlace, in file: String) {
        problems.append(QuestionFinding(FormatProblem(place: place, kind: .rule(kind)), in: file))
    }

    /// A short text that differs when the plan does.
    var digest: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for entries in [added, revised, updated] {
            for entry in entries {
                let revision = revisions[entry.code].map(\.description) ?? ""
                add("\(entry.code)\n\(entry.topic)\n\(entry.state.rawValue)\n\(entry.unit)\n\(revision)")
            }
            add("")
        }
        add("\(unchanged) \(unsupported.count) \(problems.count)")
        return String(hash, radix: 16)
    }
}
