import Foundation

/// A question as somebody is writing it.
typealias QuestionForm = WrittenForm<QuestionField>

extension QuestionForm {
    /// A new question, with what is the same for most.
    init(blank topic: String, unit: String, lawAsOf: Day) {
        self.init([
            .topic: topic, .unit: unit, .type: QuestionType.single.rawValue,
            .level: QuestionLevel.understand.rawValue, .lawAsOf: ROCDate.plain(lawAsOf),
        ])
    }

    init(_ question: Question, _ revision: QuestionRevision, reason: String = "") {
        self.init([
            .topic: question.topic, .unit: question.unit?.id.map { "\($0)" } ?? "", .type: revision.type.rawValue,
            .level: revision.level.rawValue, .stem: revision.stem,
            .answer: revision.key.places.map { "\($0 + 1)" }.joined(separator: "、"),
            .explanation: revision.explanation,
            .citations: revision.citations.map(\.description).joined(separator: "、"),
            .lawAsOf: ROCDate.plain(question.lawAsOf), .reason: reason,
        ])
        guard revision.type != .trueFalse else { return }
        for (field, choice) in zip(QuestionField.choices, revision.choices) { self[field] = choice }
    }

    /// Values of one field, apart by commas.
    static func items(_ text: String) -> [String] {
        text.split { "、,，；;\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// Whether nothing is written of a new question; what comes chosen in a blank form does not count.
    var isUnwritten: Bool {
        ([.stem, .answer, .explanation, .citations] + QuestionField.choices).allSatisfy { self[$0].isEmpty }
    }

    /// What it says, when everything is right: as it is read from the file that it would stand in.
    ///
    /// `question`: nil for a new one, whose code and state come when it is saved.
    /// `names`: under which statutes are cited.
    func draft(
        of question: Question?, names: StatuteNames
    ) -> (draft: QuestionDraft?, problems: [QuestionFormProblem]) {
        let reading = reading(of: question, names: names)
        return (reading.draft, reading.problems)
    }

    /// A form as it was read.
    struct Reading: Sendable {
        /// Nil when there are problems.
        var draft: QuestionDraft?
        var problems: [QuestionFormProblem] = []
        /// What helps to guess; none when the form could not be read as a question.
        var warnings: [QuestionWarning.Kind] = []
    }

    /// The citations that can be read, whatever else is wrong.
    func citations(_ names: StatuteNames) -> [Citation] {
        Self.items(self[.citations]).compactMap { try? Citation(parsing: $0, names: names) }
    }

    func reading(of question: Question?, names: StatuteNames) -> Reading {
        var problems: [QuestionFormProblem] = []
        func value<Value>(_ field: QuestionField, read: (String) -> Value?) -> Value? {
            if self[field].isEmpty {
                problems.append(.init(field, .missing))
                return nil
            }
            let value = read(self[field])
            if value == nil { problems.append(.init(field, .unreadable(self[field]))) }
            return value
        }
        let topicName = value(.topic) { $0 }
        let type = value(.type) { QuestionType(rawValue: $0) }
        let level = value(.level) { QuestionLevel(rawValue: $0) }
        let stem = value(.stem) { $0 }
        let explanation = value(.explanation) { $0 }
        let lawAsOf = value(.lawAsOf) { ROCDate.parseDay($0) }
        let key = value(.answer) { Self.key($0) }
        let cited = value(.citations) { Self.items($0) }
        var citations: [Citation] = []
        for item in cited ?? [] {
            do {
                citations.append(try Citation(parsing: item, names: names))
            } catch {
                problems.append(.init(.citations, .file(.citation(error.sentence))))
            }
        }
        if MergeMarks.areLeft(in: self[.explanation]) { problems.append(.init(.explanation, .undecided)) }
        guard problems.isEmpty, let topicName, let type, let level, let stem, let explanation, let lawAsOf, let key
        else { return Reading(problems: problems) }
        let typed = QuestionField.choices.map { self[$0] }.filter { !$0.isEmpty }
        let choices = type == .trueFalse ? QuestionRevision.trueFalseChoices : typed
        guard key.places.allSatisfy(choices.indices.contains), type == .multiple || key.count == 1 else {
            return Reading(problems: [.init(.answer, .unreadable(self[.answer]))])
        }
        let draft = QuestionDraft(
            code: question?.code ?? "new-001", state: question?.state ?? .draft, lawAsOf: lawAsOf, type: type,
            level: level, stem: stem,
            choices: choices, key: key, explanation: explanation, citations: citations)
        let topic = QuestionTopic(fileName: "question.yaml", name: topicName, lawAsOf: lawAsOf, questions: [draft])
        let file = QuestionFile(reading: Array(QuestionPrinter.print(topic).utf8), path: topic.fileName, names: names)
        return Reading(
            draft: file.topic?.questions.first, problems: file.problems.map { QuestionFormProblem($0.kind) },
            warnings: QuestionWarningRules.warnings(of: file.readings).map(\.kind))
    }

    /// The places of the right choices, from 1; nil when one is no place.
    private static func key(_ text: String) -> ChoiceSet? {
        let places = items(text).map { Form.number(typed: $0) }
        let valid = places.compactMap { $0 }.filter { (1...QuestionField.choices.count).contains($0) }
        return valid.isEmpty || valid.count < places.count ? nil : ChoiceSet(valid.map { $0 - 1 })
    }
}
