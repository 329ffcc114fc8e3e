import Foundation

/// The form of a call as it was typed: nothing is lost when something is wrong.
struct ProposalCallForm: Sendable {
    var unit = ""
    var title = ""
    /// Of the republic.
    var year = ""
    var opens = ""
    var closes = ""
    var kinds = ProposalKind.allCases.map(\.rawValue)
    /// People, one a line; see `PersonChoice.text`.
    var panel = ""
    var takesRole = true
    var reviewers = "3"
    var isBlind = true
    var method = RankMethod.rankSum.rawValue
    /// In per cent; empty for the usual share, 0 for none.
    var third = ""
    /// The codes of the breakers, apart by commas.
    var ties = "criterion,firstPlaces"
    var awards = ""
    /// The rubric's id; empty for none yet.
    var rubric = ""
    var tieCriterion = ""
    var excludesChain = true
    /// Empty for none yet.
    var reviewsClose = ""

    init() {}

    /// A new call, from tomorrow morning for a month; the rest as in the last one, where there is one.
    init(today: Day, after last: ProposalCallPlan?) {
        self = last.map { Self($0, panel: []) } ?? Self()
        title = ""
        year = "\(ROCDate.year(today.year))"
        opens = ROCDate.plain(today.adding(days: 1)) + " 08:00"
        closes = ROCDate.plain(today.adding(days: 30)) + " 17:30"
        reviewsClose = ROCDate.plain(today.adding(days: 51)) + " 17:30"
    }

    init(_ plan: ProposalCallPlan, panel people: [PersonChoice]) {
        title = plan.title
        year = "\(ROCDate.year(plan.year))"
        opens = ROCDate.field(plan.opens)
        closes = ROCDate.field(plan.closes)
        kinds = plan.kinds.map(\.rawValue)
        panel = people.map(\.text).joined(separator: "\n")
        takesRole = plan.takesRole
        reviewers = "\(plan.reviewersEach)"
        isBlind = plan.isBlind
        method = plan.method.rawValue
        let usual = ProposalCallRules.usualThirdShare(reviewersEach: plan.reviewersEach)
        third = plan.thirdShare == usual ? "" : "\(plan.thirdShare ?? 0)"
        ties = Self.text(plan.ties)
        awards = plan.awards.map(ProposalAwardFile.text).joined(separator: "\n")
        rubric = plan.rubric.map { "\($0)" } ?? ""
        tieCriterion = plan.tieCriterion
        excludesChain = plan.excludesChain
        reviewsClose = plan.reviewsClose.map(ROCDate.field) ?? ""
    }

    /// The form as it was sent.
    init(_ form: Form) throws {
        unit = try form.text("unit")
        title = try form.text("title", keepingTurns: true)
        year = try form.text("year")
        opens = try form.text("opens")
        closes = try form.text("closes")
        kinds = form.all("kinds")
        panel = try form.text("panel")
        takesRole = form.has("takesRole")
        reviewers = try form.text("reviewers")
        isBlind = form.has("blind")
        method = try form.text("method")
        third = try form.text("third")
        ties = try form.text("ties")
        awards = try form.text("awards")
        rubric = try form.text("rubric")
        tieCriterion = try form.text("tieCriterion")
        excludesChain = form.has("chain")
        reviewsClose = try form.text("reviewsClose")
    }

    /// The people who are named, as they were typed.
    var people: [String] { Form.lines(typed: panel) }

    static func text(_ ties: [TieBreaker]) -> String { ties.map(\.rawValue).joined(separator: ",") }

    /// The plan that the form describes, with everything that is wrong with it in the order of the form.
    ///
    /// A value that cannot be read is replaced by a harmless one, so that all other problems are found as well.
    func plan() -> (plan: ProposalCallPlan, problems: [ProposalCallProblem]) {
        var problems: [ProposalCallProblem] = []
        func read<Value>(
            _ value: Value?, _ field: ProposalCallField, _ kind: ProposalCallProblem.Kind, instead: Value
        ) -> Value {
            if let value { return value }
            problems.append(ProposalCallProblem(field, kind))
            return instead
        }
        let typedYear = Form.number(typed: year).flatMap { $0 < 1912 ? $0 + 1911 : $0 }
        let readYear = read(typedYear, .year, .notAYear, instead: ProposalCallRules.yearRange.lowerBound)
        let from = read(ROCDate.parseMoment(opens), .opens, .notAMoment, instead: Moment(milliseconds: .min))
        let until = read(ROCDate.parseMoment(closes), .closes, .notAMoment, instead: Moment(milliseconds: .max))
        let strange = kinds.first { ProposalKind(rawValue: $0) == nil }
        if let strange { problems.append(ProposalCallProblem(.kinds, .unknownValue(strange))) }
        let each = read(
            Form.number(typed: reviewers), .reviewers, .notInRange(ProposalCallRules.reviewerRange), instead: 1)
        let how = read(RankMethod(rawValue: method), .method, .unknownValue(method), instead: .mean)
        let usual = ProposalCallRules.usualThirdShare(reviewersEach: each)
        let typedShare = third.isEmpty ? usual ?? 0 : Form.number(typed: third)
        let share = read(typedShare, .third, .notInRange(0...100), instead: 0)
        let order = ties.split(separator: ",").map(String.init)
        let breakers = order.compactMap(TieBreaker.init)
        if breakers.count < order.count || Set(breakers).count < breakers.count {
            problems.append(ProposalCallProblem(.ties, .unknownValue(ties)))
        }
        var prizes: [ProposalAward] = []
        do throws(ProposalCallRefusal) {
            prizes = try ProposalAwardFile.awards(awards)
        } catch {
            if case .unreadableAward(let line) = error {
                problems.append(ProposalCallProblem(.awards, .unreadableAward(line)))
            }
        }
        let chosen = rubric.isEmpty ? nil : ID<Rubric>(rubric)
        if chosen == nil, !rubric.isEmpty { problems.append(ProposalCallProblem(.rubric, .unknownValue(rubric))) }
        let end = reviewsClose.isEmpty ? nil : ROCDate.parseMoment(reviewsClose)
        if end == nil, !reviewsClose.isEmpty { problems.append(ProposalCallProblem(.reviewsClose, .notAMoment)) }
        let plan = ProposalCallPlan(
            title: title, year: readYear, opens: from, closes: until,
            kinds: ProposalKind.allCases.filter { kinds.contains($0.rawValue) }, takesRole: takesRole,
            reviewersEach: each, isBlind: isBlind, method: how, thirdShare: share == 0 ? nil : share, ties: breakers,
            awards: prizes, rubric: chosen, tieCriterion: tieCriterion, excludesChain: excludesChain,
            reviewsClose: end)
        let known = Set(problems.map(\.field))
        problems += ProposalCallRules.problems(in: plan).filter { !known.contains($0.field) }
        return (plan, problems)
    }
}
