import Foundation

/// Walks through an exam's file and gathers everything that is wrong.
struct ExamFileReader: YAMLFieldReader {
    private(set) var problems: [ExamFileProblem] = []
    /// The line of the file on which each field of the plan stands.
    private(set) var lines: [ExamField: Int] = [:]

    private static let known = [
        "title", "kind", "opens", "closes", "minutes", "passMark", "attempts", "draw", "shuffle", "layout", "results",
        "overrun", "examinees", "blueprint",
    ]
    /// Larger than every limit of the plan, so that a text that is too long is reported with the plan's own limit.
    private static let textLimit = 10_000

    mutating func note(_ problem: YAMLFieldProblem, line: Int) { note(.field(problem), line: line) }

    private mutating func note(_ kind: ExamFileProblem.Kind, line: Int) {
        problems.append(ExamFileProblem(line: line, kind: kind))
    }

    /// The plan in the file; nil when a required field is missing or wrong, which `problems` then tells.
    mutating func plan(_ root: YAMLNode) -> ExamPlan? {
        guard let fields = fields(of: root, called: "檔案", known: Self.known) else { return nil }
        for name in fields.fields.keys {
            if let field = ExamField(rawValue: name) { lines[field] = fields.line(of: name) }
        }
        lines[.positions] = lines[.examinees]
        lines[.employees] = lines[.examinees]
        lines[.except] = lines[.examinees]
        let title = text("title", in: fields)
        let kind: ExamKind? = value("kind", in: fields)
        let opens = moment("opens", in: fields)
        let closes = moment("closes", in: fields)
        let minutes = number("minutes", in: fields)
        let passMark = number("passMark", in: fields)
        let attempts = number("attempts", in: fields, missing: 1)
        let draw = value("draw", in: fields, missing: DrawKind.perExaminee)
        let layout = value("layout", in: fields, missing: ExamLayout.onePage)
        let results = value("results", in: fields, missing: ResultsRelease.afterClose)
        let shuffle = shuffle(fields["shuffle"])
        let overrun = bool("overrun", in: fields, missing: false)
        let audience = audience(fields["examinees"])
        let blueprint = blueprint(fields)
        guard let title, let kind, let opens, let closes, let minutes, let passMark, let attempts, let draw,
            let layout, let results
        else { return nil }
        return ExamPlan(
            title: title, kind: kind, opens: opens, closes: closes, minutes: minutes, passMark: passMark,
            attempts: attempts, draw: draw, shufflesQuestions: shuffle.questions, shufflesChoices: shuffle.choices,
            layout: layout, results: results, mayOverrun: overrun, blueprint: blueprint, examinees: audience)
    }

    // MARK: The parts

    private mutating func shuffle(_ node: YAMLNode?) -> (questions: Bool, choices: Bool) {
        guard let node, let fields = fields(of: node, called: "shuffle", known: ["questions", "choices"]) else {
            return (true, true)
        }
        return (bool("questions", in: fields, missing: true), bool("choices", in: fields, missing: true))
    }

    private mutating func audience(_ node: YAMLNode?) -> Audience {
        guard let node else { return .everybody }
        let known = ["units", "positions", "employees", "except", "counterOnly"]
        guard let fields = fields(of: node, called: "examinees", known: known) else { return Audience() }
        return Audience(
            units: list(fields["units"]), positions: list(fields["positions"]), employees: list(fields["employees"]),
            except: list(fields["except"]), counterOnly: bool("counterOnly", in: fields, missing: false))
    }

    private mutating func blueprint(_ fields: YAMLFields) -> [BlueprintLine] {
        guard let node = required("blueprint", in: fields) else { return [] }
        guard case .sequence(let items) = node.value else {
            note(.field(.notAList("blueprint")), line: node.line)
            return []
        }
        return items.compactMap { blueprintLine($0) }
    }

    private mutating func blueprintLine(_ node: YAMLNode) -> BlueprintLine? {
        let known = ["topic", "level", "count", "questions"]
        guard let fields = fields(of: node, called: "細目表的一項", known: known) else { return nil }
        if let questions = fields["questions"] {
            guard fields.fields.count == 1 else {
                note(.questionsStandAlone, line: node.line)
                return nil
            }
            return .questions(list(questions))
        }
        let topic = text("topic", in: fields).map(StreamSafeText.key)
        let count = number("count", in: fields)
        if let count, !(1...ExamRules.questionLimit).contains(count) {
            let problem = ExamProblem(.blueprint, .cellNotInRange(limit: ExamRules.questionLimit))
            note(.plan(problem), line: fields.line(of: "count"))
            return nil
        }
        guard fields["level"] != nil else {
            return topic.flatMap { topic in count.map { .topic(topic: topic, count: $0) } }
        }
        let level: QuestionLevel? = value("level", in: fields)
        guard let topic, let count, let level else { return nil }
        return .cell(topic: topic, level: level, count: count)
    }

    // MARK: The values

    private mutating func text(_ name: String, in fields: YAMLFields) -> String? {
        text(name, in: fields, limit: Self.textLimit).map(StreamSafeText.composed)
    }

    private mutating func moment(_ name: String, in fields: YAMLFields) -> Moment? {
        guard let text = text(name, in: fields) else { return nil }
        guard let moment = ROCDate.parseMoment(text) else {
            note(.field(.notAMoment(name)), line: fields.line(of: name))
            return nil
        }
        return moment
    }

    /// `missing`: the value when the field is left out.
    private mutating func value<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, in fields: YAMLFields, missing: Value
    ) -> Value? {
        fields[name] == nil ? missing : value(name, in: fields)
    }

    /// A list of keys, such as units and codes; one text alone counts as a list of one, nothing as an empty one.
    private mutating func list(_ node: YAMLNode?) -> [String] {
        guard let node, !node.isNull else { return [] }
        if let text = node.text { return [StreamSafeText.key(text)] }
        guard case .sequence(let items) = node.value else {
            note(.notAListOfText, line: node.line)
            return []
        }
        return items.compactMap { item in
            guard let text = item.text else {
                note(.notAListOfText, line: item.line)
                return nil
            }
            return StreamSafeText.key(text)
        }
    }
}
