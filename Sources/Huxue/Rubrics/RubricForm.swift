/// The form of a rubric, as it was typed: nothing is lost when something is wrong.
struct RubricForm: Equatable, Sendable {
    /// One criterion.
    struct Row: Equatable, Sendable {
        var name = ""
        var guide = ""
        var weight = ""
        var scale = Scale.levels.rawValue
        var from = "0"
        var to = "10"
        var step = "1"
        /// One level to a line: its points, a colon, its anchor.
        var levels = ""
        var needsComment = false

        /// Whether nothing was typed in it that would be missed.
        var isEmpty: Bool { name.isEmpty && guide.isEmpty && weight.isEmpty && levels.isEmpty }
    }

    enum Scale: String, CaseIterable, Sendable {
        case levels, points
    }

    var code = ""
    var unit = ""
    var title = ""
    var total = "100"
    var rows: [Row] = [Row(), Row(), Row()]

    init() {}

    init(_ plan: RubricPlan, code: String) {
        self.code = code
        title = plan.title
        total = "\(plan.total)"
        rows = plan.criteria.map { criterion in
            var row = Row(
                name: criterion.name, guide: criterion.guide, weight: criterion.weight.text,
                needsComment: criterion.needsComment)
            switch criterion.scale {
            case .levels(let levels):
                row.levels = levels.map { RubricLevelTerms.line($0) }.joined(separator: "\n")
            case .points(let from, let to, let step):
                (row.scale, row.from, row.to, row.step) = (Scale.points.rawValue, from.text, to.text, step.text)
            }
            return row
        }
    }

    /// The form as it was sent.
    init(_ form: Form) throws {
        code = try form.text("code")
        unit = try form.text("unit")
        title = try form.text("title", keepingTurns: true)
        total = try form.text("total")
        let count = min(max(0, try form.number("count") ?? 0), RubricRules.criterionLimit + 1)
        rows = try (0..<count).map { place in
            func text(_ part: RubricPart, keepingTurns: Bool = false) throws -> String {
                try form.text(RubricPlace.field(place + 1, part), keepingTurns: keepingTurns)
            }
            return Row(
                name: try text(.name, keepingTurns: true), guide: try text(.guide, keepingTurns: true),
                weight: try text(.weight), scale: try text(.scale), from: try text(.from), to: try text(.to),
                step: try text(.step), levels: try text(.levels, keepingTurns: true),
                needsComment: form.has(RubricPlace.field(place + 1, .comment)))
        }
    }

    /// What a button does to the criteria: `more`, `up-2`, `down-2`, `remove-2`; nil for any other button.
    func rearranged(_ intent: String) -> RubricForm? {
        var form = self
        if intent == "more" {
            if rows.count < RubricRules.criterionLimit { form.rows.append(Row()) }
            return form
        }
        let parts = intent.split(separator: "-")
        guard parts.count == 2, let number = Int(parts[1]), rows.indices.contains(number - 1) else { return nil }
        switch parts[0] {
        case "remove": form.rows.remove(at: number - 1)
        case "up": if number > 1 { form.rows.swapAt(number - 1, number - 2) }
        case "down": if number < rows.count { form.rows.swapAt(number - 1, number) }
        default: return nil
        }
        return form
    }

    /// The form without rows in which nothing was typed.
    var compacted: RubricForm {
        var form = self
        form.rows.removeAll(where: \.isEmpty)
        return form
    }

    /// The plan that the form describes, with everything that is wrong with it in the order of the form.
    ///
    /// A value that cannot be read is replaced by a harmless one, so that all other problems are found as well.
    func plan() -> (plan: RubricPlan, problems: [RubricProblem]) {
        var problems: [RubricProblem] = []
        func points(_ text: String, _ number: Int, _ part: RubricPart, instead: Points) -> Points {
            if let points = Points(text) { return points }
            problems.append(RubricProblem(.criterion(number, part), .notANumber))
            return instead
        }
        let total = Form.number(typed: total) ?? 0
        let criteria = rows.enumerated().map { place, row in
            let number = place + 1
            let weight = points(row.weight, number, .weight, instead: Points(whole: 1))
            let scale: RubricScale
            switch Scale(rawValue: row.scale) {
            case .levels:
                let read = RubricLevelTerms.levels(row.levels, of: number)
                problems += read.problems
                scale = read.problems.isEmpty ? .levels(read.levels) : Self.harmless
            case .points:
                let before = problems.count
                let range = RubricScale.points(
                    from: points(row.from, number, .from, instead: .zero),
                    to: points(row.to, number, .to, instead: RubricRules.valueLimit),
                    step: points(row.step, number, .step, instead: Points(hundredths: 1)))
                scale = problems.count == before ? range : Self.harmless
            case nil:
                problems.append(RubricProblem(.criterion(number, .scale), .noScale))
                scale = Self.harmless
            }
            return RubricCriterion(
                name: row.name, guide: row.guide, weight: weight, scale: scale, needsComment: row.needsComment)
        }
        let plan = RubricPlan(title: title, total: total, criteria: criteria)
        return (plan, inOrder(problems + RubricRules.problems(in: plan)))
    }

    private static let harmless = RubricScale.points(from: .zero, to: Points(whole: 1), step: Points(whole: 1))

    /// By criterion, as the fields stand on the page; those of the whole first.
    private func inOrder(_ problems: [RubricProblem]) -> [RubricProblem] {
        func number(_ problem: RubricProblem) -> Int {
            switch problem.place {
            case .criterion(let number, _), .level(_, let number): number
            case .unit, .code, .title, .total, .criteria: 0
            }
        }
        return problems.enumerated().sorted { (number($0.element), $0.offset) < (number($1.element), $1.offset) }
            .map(\.element)
    }
}
