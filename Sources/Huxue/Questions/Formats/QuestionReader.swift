/// Turns the nodes of a question file into a topic, and collects problems on the way.
struct QuestionReader: YAMLFieldReader {
    let path: String
    /// Under which statutes are cited.
    let names: StatuteNames
    /// The code of the only question, which it may leave out; nil for a file of the bank.
    private let only: String?
    private(set) var problems: [QuestionProblem] = []
    private(set) var readings: [QuestionReading] = []
    private(set) var topicName: String?
    private var noted: Set<QuestionProblem> = []
    /// The first line of each code.
    private var lines: [String: Int] = [:]

    static let choiceLimit = 9
    static let citationLimit = 20
    static let codeLimit = 64
    static let topicLimit = 100
    static let stemLimit = 2000
    static let choiceTextLimit = 500
    static let explanationLimit = 4000
    /// Of a path of names.
    static let unitLimit = 600

    init(path: String, names: StatuteNames, only: String? = nil) {
        self.path = path
        self.names = names
        self.only = only
    }

    /// Notes a problem once for its line, however many values of the line have it.
    mutating func note(_ kind: QuestionProblem.Kind, line: Int) {
        let problem = QuestionProblem(file: path, line: line, kind: kind)
        if noted.insert(problem).inserted { problems.append(problem) }
    }

    mutating func note(_ problem: YAMLFieldProblem, line: Int) {
        note(.field(problem), line: line)
    }

    mutating func topic(_ root: YAMLNode, fileName: String) -> QuestionTopic? {
        guard let fields = fields(of: root, called: "檔案", known: Self.topicFields) else { return nil }
        let name = line("topic", in: fields, limit: Self.topicLimit).map(StreamSafeText.key)
        topicName = name
        let lawAsOf = required("lawAsOf", in: fields).flatMap { day($0, called: "lawAsOf") }
        guard let list = required("questions", in: fields) else { return nil }
        guard case .sequence(let items) = list.value else {
            note(YAMLFieldProblem.notAList("questions"), line: fields.line(of: "questions"))
            return nil
        }
        if items.isEmpty { note(.noQuestions, line: fields.line(of: "questions")) }
        guard items.count <= QuestionFile.questionLimit else {
            note(.tooManyQuestions(limit: QuestionFile.questionLimit), line: fields.line(of: "questions"))
            return nil
        }
        guard only == nil || items.count <= 1 else {
            note(.severalQuestions(items.count), line: fields.line(of: "questions"))
            return nil
        }
        let questions = items.compactMap { question($0, lawAsOf: lawAsOf) }
        guard let name, let lawAsOf else { return nil }
        return QuestionTopic(fileName: fileName, name: name, lawAsOf: lawAsOf, questions: questions)
    }

    static let topicFields = ["topic", "lawAsOf", "questions"]
    static let questionFields = [
        "id", "type", "level", "lawAsOf", "state", "unit", "stem", "choices", "answer", "explanation", "citations",
    ]

    private mutating func question(_ node: YAMLNode, lawAsOf: Day?) -> QuestionDraft? {
        guard let fields = fields(of: node, called: "試題", known: Self.questionFields) else { return nil }
        let code = code(in: fields)
        let type: QuestionType? = value("type", in: fields)
        let level: QuestionLevel? = value("level", in: fields)
        let state: QuestionState? = fields["state"] == nil ? .active : value("state", in: fields)
        let ownDay = fields["lawAsOf"].flatMap { day($0, called: "lawAsOf") }
        let unit = fields["unit"] == nil ? "" : line("unit", in: fields, limit: Self.unitLimit).map(StreamSafeText.key)
        let stem = text("stem", in: fields, limit: Self.stemLimit)
        if let stem, stem.unicodeScalars.count(where: { $0 == "*" }) % 2 == 1 {
            note(.unpairedEmphasis, line: fields.line(of: "stem"))
        }
        let choices = choices(in: fields, type: type)
        let key = answer(in: fields, type: type, choices: choices)
        let explanation = text("explanation", in: fields, limit: Self.explanationLimit)
        let citations = citations(in: fields)
        if let code, let earlier = lines.updateValue(lines[code] ?? node.line, forKey: code) {
            note(.duplicateCode(code, file: path, line: earlier), line: node.line)
        }
        let reading = QuestionReading(
            file: path, line: node.line, code: code, state: state, type: type, stem: stem,
            stemLine: fields.line(of: "stem"), choices: Array((choices?.lines ?? []).prefix(Self.choiceLimit)),
            key: key, explanation: explanation,
            explanationLine: fields.line(of: "explanation"), citations: citations?.read ?? [],
            unit: unit.flatMap { $0.isEmpty ? nil : .init(text: $0, line: fields.line(of: "unit")) })
        readings.append(reading)
        for (kind, line) in QuestionWordingRules.problems(of: reading) { note(kind, line: line) }
        guard let code, let type, let level, let state, let unit, let day = ownDay ?? lawAsOf, let stem, let choices,
            choices.isWhole, let key, let explanation, let citations, citations.isWhole
        else { return nil }
        return QuestionDraft(
            code: code, state: state, lawAsOf: day, type: type, level: level, stem: stem,
            choices: choices.lines.map(\.text), key: key, explanation: explanation,
            citations: citations.read.map(\.citation), unit: unit)
    }

    private mutating func code(in fields: YAMLFields) -> String? {
        if let only, fields["id"] == nil { return only }
        guard let found = line("id", in: fields, limit: Self.codeLimit).map(StreamSafeText.key) else { return nil }
        guard Self.isCode(found) else {
            note(.wrongCode(found), line: fields.line(of: "id"))
            return nil
        }
        if let only, !only.isEmpty, found != only {
            note(.otherCode(found, wanted: only), line: fields.line(of: "id"))
            return nil
        }
        return found
    }

    /// Whether the text may be the code of a question: letters and digits of any script, and `-_.` behind the first.
    static func isCode(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        let isWord: (Unicode.Scalar) -> Bool = { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return scalars.count <= codeLimit && scalars.first.map(isWord) ?? false
            && scalars.allSatisfy { isWord($0) || "-_.".unicodeScalars.contains($0) }
    }

    /// The choices that are texts; nil after noting a problem with all of them.
    private mutating func choices(
        in fields: YAMLFields, type: QuestionType?
    ) -> (lines: [QuestionReading.Line], isWhole: Bool)? {
        if type == .trueFalse {
            let line = fields.line(of: "choices")
            if fields["choices"] != nil { note(.choicesOfTrueFalse, line: line) }
            return (QuestionRevision.trueFalseChoices.map { .init(text: $0, line: line) }, true)
        }
        if type == nil, fields["choices"] == nil { return nil }
        guard let read = readableTexts("choices", in: fields, limit: Self.choiceTextLimit) else { return nil }
        let line = fields.line(of: "choices")
        let count = fields["choices"]?.count ?? 0
        if count < 2 { note(.tooFewChoices, line: line) }
        if count > Self.choiceLimit { note(.tooManyChoices(limit: Self.choiceLimit), line: line) }
        var seen: Set<String> = []
        for item in read.texts where !seen.insert(LawText.folded(item.text)).inserted {
            note(.duplicateChoice(item.text), line: item.line)
        }
        return (read.texts.map { .init(text: $0.text, line: $0.line) }, read.isWhole)
    }

    private mutating func answer(
        in fields: YAMLFields, type: QuestionType?, choices: (lines: [QuestionReading.Line], isWhole: Bool)?
    ) -> ChoiceSet? {
        guard let answer = required("answer", in: fields), let type else { return nil }
        let line = fields.line(of: "answer")
        let texts = choices?.lines.map(\.text)
        switch type {
        case .trueFalse:
            guard let isTrue = answer.bool else {
                note(.answerIsNotTrueOrFalse, line: line)
                return nil
            }
            return ChoiceSet([isTrue ? 0 : 1])
        case .single:
            guard let text = answer.text else {
                note(.answerIsNotText, line: line)
                return nil
            }
            return key(of: [(text, answer.line)], among: texts)
        case .multiple:
            guard case .sequence = answer.value else {
                note(.answerIsNotAList, line: line)
                return nil
            }
            guard let items = readableTexts("answer", in: fields, limit: Self.choiceTextLimit) else { return nil }
            if items.isWhole, items.texts.isEmpty { note(.noAnswers, line: line) }
            return key(of: items.texts, among: texts)
        }
    }

    private mutating func key(of answers: [(text: String, line: Int)], among choices: [String]?) -> ChoiceSet? {
        guard let choices else { return nil }
        let known = Dictionary(choices.enumerated().map { ($1, $0) }) { first, _ in first }
        var places: Set<Int> = []
        for answer in answers {
            guard let place = known[answer.text] else {
                note(.answerIsNotAChoice(answer.text), line: answer.line)
                continue
            }
            if !places.insert(place).inserted { note(.duplicateAnswer(answer.text), line: answer.line) }
        }
        return ChoiceSet(places)
    }

    /// The citations that could be read, and whether those are all.
    private mutating func citations(
        in fields: YAMLFields
    ) -> (read: [(citation: Citation, line: Int)], isWhole: Bool)? {
        guard let items = readableTexts("citations", in: fields, limit: 200) else { return nil }
        let line = fields.line(of: "citations")
        let count = fields["citations"]?.count ?? 0
        if count == 0 { note(.noCitations, line: line) }
        if count > Self.citationLimit { note(.tooManyCitations(limit: Self.citationLimit), line: line) }
        var citations: [(citation: Citation, line: Int)] = []
        var seen: Set<Citation> = []
        for item in items.texts {
            do {
                let citation = try Citation(parsing: item.text, names: names)
                if !seen.insert(citation).inserted {
                    note(.duplicateCitation(citation.description), line: item.line)
                }
                citations.append((citation, item.line))
            } catch {
                note(.citation(error.sentence), line: item.line)
            }
        }
        return (citations, citations.count == count)
    }
}
