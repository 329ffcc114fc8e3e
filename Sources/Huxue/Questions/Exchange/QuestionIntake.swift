/// Makes questions of the bank out of what a file of another format says.
///
/// What the file does not say stays as the bank has it. What neither says has a default, with a notice, or is a problem.
/// Every problem is named; none hides another.
struct QuestionIntake: Sendable {
    /// What holds for questions that do not say it themselves.
    struct Defaults: Sendable {
        /// Nil to refuse questions without a topic.
        var topic: String?
        var citations: [Citation] = []
        let today: Day
        /// The name of the bank of new questions; empty for the shared one.
        var unit = ""
    }

    struct Taken: Sendable {
        let topic: String
        let draft: QuestionDraft
        let place: QuestionPlace
        /// Where it says in whose bank it is.
        let unitPlace: QuestionPlace
    }

    /// The state of questions whose file names none.
    static let defaultState = QuestionState.draft
    static let defaultLevel = QuestionLevel.understand
    static let questionLimit = 10_000

    /// In the order of the file.
    private(set) var taken: [Taken] = []
    private(set) var problems: [FormatProblem]
    private(set) var notices: [FormatProblem]
    let unsupported: [FormatProblem]

    private let bank: QuestionBank
    private let defaults: Defaults
    private let names: StatuteNames
    private var codes: QuestionCodes
    private var codePlaces: [String: QuestionPlace] = [:]
    private var stems: [String: (code: String?, place: QuestionPlace, answer: Set<String>?)] = [:]
    private var newTopics: Set<String> = []
    /// The codes that the file uses.
    private let coming: Set<String>

    init(_ written: WrittenBank, bank: QuestionBank, defaults: Defaults, names: StatuteNames) {
        (problems, notices, unsupported) = (written.problems, written.notices, written.unsupported)
        (self.bank, self.defaults, self.names) = (bank, defaults, names)
        coming = Set(written.questions.compactMap(\.code).filter(StreamSafeText.holds))
        codes = QuestionCodes(bank, others: coming)
        if written.questions.isEmpty, written.problems.isEmpty, written.unsupported.isEmpty {
            problems.append(FormatProblem(place: .file, kind: .rule(.noQuestions)))
        }
        guard written.questions.count <= Self.questionLimit else {
            problems.append(FormatProblem(place: .file, kind: .rule(.tooManyQuestions(limit: Self.questionLimit))))
            return
        }
        for question in written.questions { take(question) }
        for kind in [FormatProblem.Kind.missingTopic, .missingCitations] {
            sayOnce(kind, of: written.questions.count)
        }
        problems = Self.sorted(problems)
        notices = Self.sorted(notices)
    }

    private static func sorted(_ problems: [FormatProblem]) -> [FormatProblem] {
        problems.enumerated().sorted { ($0.element.place.order, $0.offset) < ($1.element.place.order, $1.offset) }
            .map(\.element)
    }

    private mutating func note(_ kind: FormatProblem.Kind, at place: QuestionPlace) {
        problems.append(FormatProblem(place: place, kind: kind))
    }

    /// What every question lacks, the file lacks.
    private mutating func sayOnce(_ kind: FormatProblem.Kind, of count: Int) {
        guard count > 1, problems.count(where: { $0.kind == kind }) == count else { return }
        problems.removeAll { $0.kind == kind }
        note(kind, at: .file)
    }

    private mutating func remark(_ kind: FormatProblem.Kind, at place: QuestionPlace) {
        notices.append(FormatProblem(place: place, kind: kind))
    }

    private mutating func take(_ written: WrittenQuestion) {
        let (question, wrong) = QuestionCleaning.cleaned(written)
        for (kind, field) in wrong { note(kind, at: written.place(of: field)) }
        let code = code(of: question)
        let known = known(code, question)
        let topic = topic(of: question, known: known, code: code)
        let citations = citations(of: question, known: known)
        let (kinds, reading) = QuestionIntakeRules.problems(
            of: question, code: code ?? known?.draft.code, state: question.state ?? known?.draft.state,
            citations: citations ?? [])
        for (kind, field) in kinds { note(kind, at: question.place(of: field)) }
        repeated(reading, at: question.place(of: .stem))
        guard wrong.isEmpty, kinds.isEmpty, let topic, let citations else { return }
        let level = question.level ?? known?.draft.level
        if level == nil { remark(.defaultLevel, at: question.place(of: .level)) }
        let day = question.lawAsOf ?? known?.draft.lawAsOf
        if day == nil { remark(.defaultDay(defaults.today), at: question.place(of: .lawAsOf)) }
        let explanation = question.explanation ?? known?.draft.explanation
        if explanation == nil { remark(.defaultExplanation, at: question.place(of: .explanation)) }
        let draft = QuestionDraft(
            code: code ?? known?.draft.code ?? codes.code(for: topic),
            state: question.state ?? known?.draft.state ?? Self.defaultState, lawAsOf: day ?? defaults.today,
            type: question.type, level: level ?? Self.defaultLevel, stem: question.stem, choices: question.choices,
            key: question.key, explanation: explanation ?? QuestionTableTerms.explanation(citing: citations),
            citations: citations, unit: question.unit ?? known?.draft.unit ?? defaults.unit)
        taken.append(
            Taken(topic: topic, draft: draft, place: question.place, unitPlace: question.place(of: .unit)))
    }

    /// The question's own code; nil when it has none that can be used here.
    private mutating func code(of question: WrittenQuestion) -> String? {
        guard let written = question.code, !written.isEmpty else { return nil }
        let code = StreamSafeText.key(written)
        guard QuestionReader.isCode(code) else {
            if question.isOwnCode {
                note(.rule(.wrongCode(String(code.prefix(80)))), at: question.place(of: .code))
            } else {
                remark(.foreignCode(String(code.prefix(80))), at: question.place)
            }
            return nil
        }
        if let first = codePlaces[code] {
            note(.duplicateCode(code, first: first), at: question.place(of: .code))
        } else {
            codePlaces[code] = question.place
        }
        return code
    }

    /// The bank's question that this is: by its code, or without one by what it asks.
    private mutating func known(_ code: String?, _ question: WrittenQuestion) -> QuestionBank.Known? {
        if let code { return bank.known[code] }
        guard !question.stem.isEmpty,
            let code = bank.codesByStem[QuestionWordingRules.comparable(question.stem)], let known = bank.known[code]
        else { return nil }
        remark(.knownStem(code), at: question.place)
        if codePlaces[code] == nil { codePlaces[code] = question.place }
        return known
    }

    private mutating func topic(
        of question: WrittenQuestion, known: QuestionBank.Known?, code: String?
    ) -> String? {
        let written = (question.topic ?? known?.topic ?? defaults.topic).map(StreamSafeText.key)
        guard let topic = written else {
            note(.missingTopic, at: question.place(of: .topic))
            return nil
        }
        if let code, let known, known.topic != topic, known.draft.stem != question.stem {
            note(.codeInUse(code, topic: known.topic), at: question.place(of: .code))
        }
        if !bank.topics.contains(where: { $0.name == topic }), newTopics.insert(topic).inserted {
            remark(.newTopic(topic), at: question.place(of: .topic))
        }
        return topic
    }

    /// Nil after noting a problem with one.
    private mutating func citations(of question: WrittenQuestion, known: QuestionBank.Known?) -> [Citation]? {
        let place = question.place(of: .citations)
        let read = QuestionIntakeRules.citations(of: question, names: names)
        for kind in read.problems { note(kind, at: place) }
        for tag in read.unknownTags { remark(.unknownTag(String(tag.prefix(60))), at: question.place) }
        guard read.problems.isEmpty else { return nil }
        if !read.citations.isEmpty { return read.citations }
        if let known { return known.draft.citations }
        if !defaults.citations.isEmpty { return defaults.citations }
        let found = QuestionIntakeRules.citations(in: question.explanation ?? "", names: names)
        guard !found.isEmpty else {
            note(.missingCitations, at: place)
            return nil
        }
        remark(.foundCitations(found.map(\.description)), at: place)
        return found
    }

    /// Notes a question that asks what an earlier one of the file asks.
    private mutating func repeated(_ reading: QuestionReading, at place: QuestionPlace) {
        guard reading.isDrawn, let stem = reading.stem, !stem.isEmpty else { return }
        let (asked, answer) = (QuestionWordingRules.comparable(stem), QuestionWordingRules.answer(of: reading))
        if let other = bank.codesByStem[asked], other != reading.code, !coming.contains(other),
            let topic = bank.known[other]?.topic
        {
            note(.rule(.stemInBank(code: other, topic: topic)), at: place)
        }
        guard let first = stems[asked] else {
            stems[asked] = (reading.code, place, answer)
            return
        }
        note(
            .duplicateStem(code: first.code, first: first.place, isSameAnswer: answer == first.answer), at: place)
    }
}
