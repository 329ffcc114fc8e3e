import Foundation

/// The form of an exam's plan, as it was typed: nothing is lost when something is wrong.
struct ExamForm: Sendable {
    /// One topic of the blueprint: how many questions of each level, and of any level.
    struct Row: Sendable {
        let topic: String
        var counts: [QuestionLevel: String] = [:]
        var anyLevel = ""

        /// What was typed for a level, or for any level (nil).
        func text(_ level: QuestionLevel?) -> String { level.map { counts[$0] ?? "" } ?? anyLevel }

        /// How many questions that text asks for; 0 when it is not an allowed number.
        func count(_ level: QuestionLevel?) -> Int {
            Form.number(typed: text(level)).flatMap { (1...ExamRules.questionLimit).contains($0) ? $0 : nil } ?? 0
        }

        var sum: Int { QuestionLevel.allCases.map { count($0) }.reduce(count(nil), +) }
    }

    var unit = ""
    var title = ""
    var kind = ExamKind.quarterlyQuiz.rawValue
    var opens = ""
    var closes = ""
    var minutes = "30"
    var passMark = "70"
    var attempts = "1"
    var draw = DrawKind.perExaminee.rawValue
    var layout = ExamLayout.onePage.rawValue
    var results = ResultsRelease.afterClose.rawValue
    var shufflesQuestions = true
    var shufflesChoices = true
    var mayOverrun = false
    var rows: [Row] = []
    /// Codes of named questions, separated by white space or commas.
    var codes = ""
    var examinees = AudienceForm(.everybody)

    /// How many questions a paper would have.
    var questionCount: Int { rows.map(\.sum).reduce(Set(Form.words(typed: codes)).count, +) }

    /// A new exam: from tomorrow morning for two weeks.
    init(today: Day, topics: [String]) {
        opens = ROCDate.plain(today.adding(days: 1)) + " 08:00"
        closes = ROCDate.plain(today.adding(days: 14)) + " 17:30"
        rows = topics.map { Row(topic: $0) }
    }

    /// The form of a stored plan; `topics` are those of the bank, to which the plan's own are added.
    init(_ plan: ExamPlan, topics: [String]) {
        title = plan.title
        kind = plan.kind.rawValue
        opens = ROCDate.field(plan.opens)
        closes = ROCDate.field(plan.closes)
        minutes = "\(plan.minutes)"
        passMark = "\(plan.passMark)"
        attempts = "\(plan.attempts)"
        draw = plan.draw.rawValue
        layout = plan.layout.rawValue
        results = plan.results.rawValue
        shufflesQuestions = plan.shufflesQuestions
        shufflesChoices = plan.shufflesChoices
        mayOverrun = plan.mayOverrun
        examinees = AudienceForm(plan.examinees)
        rows = topics.map { Row(topic: $0) }
        var named: [String] = []
        for line in plan.blueprint {
            switch line {
            case .questions(let codes): named += codes
            case .topic(let topic, let count): add(count, topic: topic, level: nil)
            case .cell(let topic, let level, let count): add(count, topic: topic, level: level)
            }
        }
        codes = named.joined(separator: " ")
    }

    private mutating func add(_ count: Int, topic: String, level: QuestionLevel?) {
        let place = rows.firstIndex { $0.topic == topic } ?? rows.endIndex
        if place == rows.endIndex { rows.append(Row(topic: topic)) }
        if let level {
            rows[place].counts[level] = "\((rows[place].counts[level].flatMap { Int($0) } ?? 0) + count)"
        } else {
            rows[place].anyLevel = "\((Int(rows[place].anyLevel) ?? 0) + count)"
        }
    }

    /// The form as it was sent.
    init(_ form: Form) throws {
        unit = try form.text("unit")
        title = try form.text("title", keepingTurns: true)
        kind = try form.text("kind")
        opens = try form.text("opens")
        closes = try form.text("closes")
        minutes = try form.text("minutes")
        passMark = try form.text("passMark")
        attempts = try form.text("attempts")
        draw = try form.text("draw")
        layout = try form.text("layout")
        results = try form.text("results")
        shufflesQuestions = form.has("shuffleQuestions")
        shufflesChoices = form.has("shuffleChoices")
        mayOverrun = form.has("overrun")
        codes = try form.text("codes")
        examinees = try AudienceForm(form)
        for (place, topic) in form.all("topics").prefix(300).enumerated() {
            var row = Row(topic: topic, anyLevel: try form.text("cell-\(place)-any"))
            for level in QuestionLevel.allCases { row.counts[level] = try form.text("cell-\(place)-\(level.rawValue)") }
            rows.append(row)
        }
    }

    /// The plan that the form describes, with everything that is wrong with it in the order of the form.
    ///
    /// A value that cannot be read is replaced by a harmless one, so that all other problems are found as well.
    func plan() -> (plan: ExamPlan, problems: [ExamProblem]) {
        var problems: [ExamProblem] = []
        func number(_ text: String, _ field: ExamField, _ range: ClosedRange<Int>, _ unit: String) -> Int {
            if let number = Form.number(typed: text) { return number }
            problems.append(ExamProblem(field, .notInRange(range, unit: unit)))
            return range.lowerBound
        }
        func moment(_ text: String, _ field: ExamField, instead: Moment) -> Moment {
            if let moment = ROCDate.parseMoment(text) { return moment }
            problems.append(ExamProblem(field, .notAMoment))
            return instead
        }
        func choice<Value: RawRepresentable<String>>(_ text: String, _ field: ExamField, instead: Value) -> Value {
            if let value = Value(rawValue: text) { return value }
            problems.append(ExamProblem(field, .unknownValue(text)))
            return instead
        }
        let opens = moment(opens, .opens, instead: Moment(milliseconds: .min))
        let plan = ExamPlan(
            title: title, kind: choice(kind, .kind, instead: .practice), opens: opens,
            closes: moment(closes, .closes, instead: Moment(milliseconds: .max)),
            minutes: number(minutes, .minutes, ExamRules.minuteRange, "分鐘"),
            passMark: number(passMark, .passMark, ExamRules.markRange, "分"),
            attempts: number(attempts, .attempts, ExamRules.attemptRange, "次"),
            draw: choice(draw, .draw, instead: .perExaminee), shufflesQuestions: shufflesQuestions,
            shufflesChoices: shufflesChoices, layout: choice(layout, .layout, instead: .onePage),
            results: choice(results, .results, instead: .afterClose), mayOverrun: mayOverrun,
            blueprint: blueprint(&problems),
            examinees: examinees.audience)
        let known = Set(problems.map(\.field))
        problems += ExamRules.problems(in: plan).filter { !known.contains($0.field) }
        return (plan, problems)
    }

    private func blueprint(_ problems: inout [ExamProblem]) -> [BlueprintLine] {
        var lines: [BlueprintLine] = []
        var isWrong = false
        func count(_ text: String) -> Int? {
            guard !text.isEmpty, text != "0" else { return nil }
            guard let count = Form.number(typed: text), (1...ExamRules.questionLimit).contains(count) else {
                isWrong = true
                return nil
            }
            return count
        }
        for row in rows {
            for level in QuestionLevel.allCases {
                if let count = count(row.counts[level] ?? "") {
                    lines.append(.cell(topic: row.topic, level: level, count: count))
                }
            }
            if let count = count(row.anyLevel) { lines.append(.topic(topic: row.topic, count: count)) }
        }
        let named = Form.words(typed: codes)
        if named.count > ExamRules.questionLimit {
            problems.append(ExamProblem(.codes, .tooManyQuestions(limit: ExamRules.questionLimit)))
        }
        if !named.isEmpty { lines.append(.questions(Array(named.prefix(ExamRules.questionLimit)))) }
        if isWrong { problems.append(ExamProblem(.blueprint, .cellNotInRange(limit: ExamRules.questionLimit))) }
        return lines
    }
}
