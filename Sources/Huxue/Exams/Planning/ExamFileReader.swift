/// Walks through an exam's file and gathers everything that is wrong.
struct ExamFileReader {
    /// Reads the values, and knows the problems.
    private(set) var values = ExamFileValues()
    /// Where each field of the plan stands.
    private(set) var lines: [ExamField: Int] = [:]

    private static let fields = [
        "title", "kind", "opens", "closes", "minutes", "passMark", "attempts", "draw", "shuffle", "layout", "results",
        "overrun", "examinees", "blueprint",
    ]

    /// Nil when something that cannot be left out is missing or wrong; then there are problems.
    mutating func plan(_ root: YAMLNode) -> ExamPlan? {
        guard let fields = values.mapping(root, allowed: Self.fields) else { return nil }
        for (name, node) in fields {
            if let field = ExamField(rawValue: name) { lines[field] = node.line }
        }
        lines[.positions] = lines[.examinees]
        lines[.employees] = lines[.examinees]
        lines[.except] = lines[.examinees]
        let title = values.text(fields, "title", below: root)
        let kind: ExamKind? = values.choice(fields, "kind", missing: nil, below: root)
        let opens = values.moment(fields, "opens", below: root)
        let closes = values.moment(fields, "closes", below: root)
        let minutes = values.number(fields, "minutes", missing: nil, below: root)
        let passMark = values.number(fields, "passMark", missing: nil, below: root)
        let attempts = values.number(fields, "attempts", missing: 1, below: root)
        let draw: DrawKind? = values.choice(fields, "draw", missing: .perExaminee, below: root)
        let layout: ExamLayout? = values.choice(fields, "layout", missing: .onePage, below: root)
        let results: ResultsRelease? = values.choice(fields, "results", missing: .afterClose, below: root)
        let shuffle = shuffle(fields["shuffle"])
        let overrun = values.bool(fields, "overrun", missing: false)
        let audience = audience(fields["examinees"])
        let blueprint = blueprint(fields["blueprint"], below: root)
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
        guard let node, let fields = values.mapping(node, allowed: ["questions", "choices"]) else {
            return (true, true)
        }
        return (values.bool(fields, "questions", missing: true), values.bool(fields, "choices", missing: true))
    }

    private mutating func audience(_ node: YAMLNode?) -> Audience {
        guard let node else { return .everybody }
        guard let fields = values.mapping(node, allowed: ["units", "positions", "employees", "except", "counterOnly"])
        else {
            return Audience()
        }
        return Audience(
            units: values.list(fields["units"]), positions: values.list(fields["positions"]),
            employees: values.list(fields["employees"]),
            except: values.list(fields["except"]), counterOnly: values.bool(fields, "counterOnly", missing: false))
    }

    private mutating func blueprint(_ node: YAMLNode?, below root: YAMLNode) -> [BlueprintLine] {
        guard let node else {
            values.fail(root, .missingField("blueprint"))
            return []
        }
        guard case .sequence(let items) = node.value else {
            values.fail(node, .notAList("blueprint"))
            return []
        }
        return items.compactMap { blueprintLine($0) }
    }

    private mutating func blueprintLine(_ node: YAMLNode) -> BlueprintLine? {
        guard let fields = values.mapping(node, allowed: ["topic", "level", "count", "questions"]) else { return nil }
        if let questions = fields["questions"] {
            guard fields.count == 1 else {
                values.fail(node, .questionsStandAlone)
                return nil
            }
            return .questions(values.list(questions))
        }
        let topic = values.text(fields, "topic", below: node)
        let count = values.number(fields, "count", missing: nil, below: node)
        if let count, !(1...ExamRules.questionLimit).contains(count) {
            values.fail(
                fields["count"] ?? node, .plan(ExamProblem(.blueprint, .cellNotInRange(limit: ExamRules.questionLimit)))
            )
            return nil
        }
        guard fields["level"] != nil else {
            return topic.flatMap { topic in count.map { .topic(topic: topic, count: $0) } }
        }
        let level: QuestionLevel? = values.choice(fields, "level", missing: nil, below: node)
        guard let topic, let count, let level else { return nil }
        return .cell(topic: topic, level: level, count: count)
    }
}
