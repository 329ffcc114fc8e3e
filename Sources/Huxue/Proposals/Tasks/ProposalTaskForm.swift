/// The forms of a proposal's tasks, as they are typed.
struct ProposalTaskForm: Hashable, Sendable {
    var title = ""
    var unit = ""
    var person = ""
    var dueOn = ""

    init() {}

    init(_ form: Form) throws {
        title = try form.text("title")
        unit = try form.text("unit")
        person = try form.text("person")
        dueOn = try form.text("dueOn")
    }

    init(_ task: ProposalTask) {
        title = task.title
        unit = "\(task.unit.id)"
        person = task.person?.choice.text ?? ""
        dueOn = ROCDate.plain(task.dueOn)
    }
}

/// A report on a task, as it is typed.
struct ProposalReportForm: Hashable, Sendable {
    var month = ""
    var percent = ""
    var words = ""

    init() {}

    init(_ form: Form) throws {
        month = try form.text("month")
        percent = try form.text("percent")
        words = try form.text("words")
    }

    /// - Throws: `ProposalTaskRefusal.invalid`.
    func report(on today: Day) throws(ProposalTaskRefusal) -> ProposalReport {
        var problems: [ProposalTaskProblem] = []
        let first = ROCDate.parseDay(month + "/1")
        if first.map({ $0 > today }) ?? true { problems.append(ProposalTaskProblem(.month, .notAMonth)) }
        let number = Form.number(typed: percent).flatMap { (0...100).contains($0) ? $0 : nil }
        if number == nil { problems.append(ProposalTaskProblem(.percent, .notInRange(0...100))) }
        if words.isEmpty { problems.append(ProposalTaskProblem(.words, .missing)) }
        if words.count > ProposalTaskRules.textLimit {
            problems.append(ProposalTaskProblem(.words, .tooLong(limit: ProposalTaskRules.textLimit)))
        }
        guard problems.isEmpty, let first, let number else { throw .invalid(problems) }
        return ProposalReport(month: first, percent: number, words: words)
    }
}

/// What a proposal brought, as it is typed.
struct ProposalEffectForm: Hashable, Sendable {
    var minutes = ""
    var cases = ""
    var words = ""

    init() {}

    init(_ form: Form) throws {
        minutes = try form.text("minutes")
        cases = try form.text("cases")
        words = try form.text("words")
    }

    init(_ effect: ProposalEffect.Confirmed) {
        minutes = effect.minutes.map { "\($0)" } ?? ""
        cases = effect.cases.map { "\($0)" } ?? ""
        words = effect.words
    }

    /// - Throws: `ProposalTaskRefusal.invalid`.
    func claim() throws(ProposalTaskRefusal) -> ProposalEffectClaim {
        var problems: [ProposalTaskProblem] = []
        func number(_ text: String, _ field: ProposalTaskProblem.Field, _ range: ClosedRange<Int>) -> Int? {
            guard !text.isEmpty else { return nil }
            let number = Form.number(typed: text).flatMap { range.contains($0) ? $0 : nil }
            if number == nil { problems.append(ProposalTaskProblem(field, .notInRange(range))) }
            return number
        }
        let saved = number(minutes, .minutes, 0...ProposalForm.minuteRange.upperBound)
        let count = number(cases, .cases, 0...ProposalForm.caseRange.upperBound)
        if words.isEmpty { problems.append(ProposalTaskProblem(.effect, .missing)) }
        if words.count > ProposalTaskRules.textLimit {
            problems.append(ProposalTaskProblem(.effect, .tooLong(limit: ProposalTaskRules.textLimit)))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return ProposalEffectClaim(minutes: saved, cases: count, words: words)
    }
}
