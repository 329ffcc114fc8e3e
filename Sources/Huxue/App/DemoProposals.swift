import Foundation
import GRDB

/// Calls for proposals of the demo, by the actions that real people use, at moments in the past: one that is decided
/// and carried out, one whose panel is at work, and one that still takes proposals.
struct DemoProposals {
    let session: CommandSession

    /// Inside the resources folder.
    static let folder = "samples/demo-proposals"

    /// Does nothing where there are calls already.
    func bringIn() throws {
        let resources = try session.resources()
        func file(_ name: String) throws -> DemoProposalFile {
            try DemoProposalFile(reading: resources.data("\(Self.folder)/\(name).yaml"))
        }
        let rubric = try RubricFile.rubric(reading: Array(resources.data("rubrics/proposal.yaml")))
        let files = (finished: try file("finished"), inReview: try file("in-review"), open: try file("open"))
        let now = session.clock.now()
        try session.database.writeAndWait { db in
            guard try ProposalCallStore.calls(within: .everywhere, in: db).isEmpty,
                let root = try UnitStore.root(in: db)
            else { return }
            let known = try RubricActions.bring(
                rubric.plan, code: rubric.code, unit: root.id, by: session.acting, in: db)
            let office = Office(root: root, rubric: known.id, now: now)
            try finish(files.finished, in: office, db)
            try review(files.inReview, in: office, db)
            _ = try call(files.open, opens: -10, closes: 25, in: office, db)
        }
    }

    private struct Office {
        let root: Unit
        let rubric: ID<Rubric>
        let now: Moment

        /// So many days ago or ahead, at an hour of the day.
        func day(_ days: Int, _ hour: Int = 9, _ minute: Int = 0) -> Moment {
            ROCDate.start(of: ROCDate.day(of: now).adding(days: days)).adding(minutes: hour * 60 + minute)
        }
    }

    private func acting(_ login: String, at time: Moment, in db: Database) throws -> ActionContext {
        guard let visitor = try SessionStore.visitor(login: login, now: time, in: db) else {
            throw CommonRefusal.missing
        }
        return ActionContext(actor: visitor.actor, origin: CommandSession.origin, now: time)
    }

    private func member(_ login: String, in db: Database) throws -> StaffMember {
        guard let member = try EmployeeStore.member(login: login, in: db) else { throw CommonRefusal.missing }
        return member
    }

    // MARK: A call with its proposals

    /// The call and its proposals in the order of the file, all submitted; days count from today.
    private func call(
        _ file: DemoProposalFile, opens: Int, closes: Int, in office: Office, _ db: Database
    ) throws -> (id: ID<ProposalCall>, proposals: [ID<Proposal>]) {
        let (start, end) = (office.day(opens), office.day(closes, 17, 30))
        let year = ROCDate.day(of: start).year
        let plan = ProposalCallPlan(
            title: DemoTerms.callTitle(year, file.title), year: year, opens: start, closes: end,
            kinds: ProposalKind.allCases, takesRole: false, reviewersEach: 3, isBlind: true, method: .mean,
            thirdShare: nil, ties: [.criterion, .firstPlaces], awards: DemoTerms.awards, rubric: office.rubric,
            tieCriterion: DemoTerms.tieCriterion, excludesChain: true, reviewsClose: end.adding(minutes: 21 * 24 * 60))
        let id = try ProposalCallStore.insert(plan, unit: office.root.id, in: db)
        try ProposalCallStore.setPanel(
            DemoTerms.panel.map { try member($0, in: db).employee.id }, of: id, in: db)
        try AuditStore.append(
            .proposalCallCreation, on: "proposalCall/\(id)", .words(plan.title),
            by: acting(DemoTerms.secretary, at: start.adding(minutes: -24 * 60), in: db), in: db)
        guard let call = try ProposalCallStore.call(id, in: db) else { throw CommonRefusal.missing }
        let days = min(closes, 0) - opens - 2
        var proposals: [ID<Proposal>] = []
        for (place, entry) in file.proposals.enumerated() {
            let day = opens + 1 + place * max(1, days) / max(1, file.proposals.count)
            proposals.append(try submit(entry, to: call, at: office.day(min(day, -1), 10, place * 3), in: db))
        }
        return (id, proposals)
    }

    private func submit(
        _ entry: DemoProposalFile.Entry, to call: ProposalCall, at time: Moment, in db: Database
    ) throws -> ID<Proposal> {
        let names = try StatuteDirectoryStore.names(in: db)
        let authors = try entry.authors.map { "\(try member($0.login, in: db).choice.text) \($0.share)%" }
        let form = ProposalForm([
            .title: entry.title, .kind: entry.kind, .novelty: entry.novelty, .problem: entry.problem, .idea: entry.idea,
            .method: entry.method, .cost: entry.cost, .benefit: entry.benefit,
            .minutes: entry.minutes.map { "\($0)" } ?? "", .cases: entry.cases.map { "\($0)" } ?? "",
            .citations: entry.citations.joined(separator: "、"),
            .lawAsOf: entry.citations.isEmpty ? "" : ROCDate.plain(ROCDate.day(of: time)),
            .authors: authors.joined(separator: "\n"),
        ])
        let first = try acting(entry.authors[0].login, at: time, in: db)
        let written = try ProposalEditActions.Written(form, to: call, over: 0, key: "", names: names)
        let id = try ProposalEditActions.add(written, to: call.id, by: first, in: db).id
        for author in entry.authors.dropFirst() {
            try ProposalStateActions.answer(
                id, agrees: true, share: author.share * 100,
                by: acting(author.login, at: time.adding(minutes: 60), in: db),
                in: db)
        }
        try ProposalStateActions.submit(
            id, by: acting(entry.authors[0].login, at: time.adding(minutes: 120), in: db), in: db)
        return id
    }

    // MARK: Its review

    /// Accepts and assigns all of them; so many days ago.
    private func assign(
        _ call: (id: ID<ProposalCall>, proposals: [ID<Proposal>]), at day: Int, in office: Office, _ db: Database
    ) throws {
        for id in call.proposals {
            try ProposalCheckActions.check(
                id, isAccepted: true, reason: "", by: acting(DemoTerms.secretary, at: office.day(day), in: db), in: db)
        }
        _ = try ReviewAssignmentActions.assign(
            call.id, seed: 1, seen: nil, by: acting(DemoTerms.secretary, at: office.day(day, 11), in: db), in: db)
    }

    /// The reviewers hand in, but for those in `sparing`; each is a little stricter or kinder than the file says.
    private func score(
        _ file: DemoProposalFile, _ proposals: [ID<Proposal>], at day: Int, sparing: Set<String> = [],
        in office: Office,
        _ db: Database
    ) throws {
        let panel = try Dictionary(
            uniqueKeysWithValues: DemoTerms.panel.map { (try member($0, in: db).employee.id, $0) })
        for (entry, id) in zip(file.proposals, proposals) {
            guard let points = entry.points, let remarks = entry.remarks else { continue }
            let live = try ReviewStore.reviews(of: id, in: db).filter(\.isLive)
            for (place, review) in live.enumerated() {
                guard let login = panel[review.pair.reviewer], !sparing.contains(login) else { continue }
                let remark = remarks[place % remarks.count]
                let form = form(points, shifted: place, remark)
                _ = try ReviewActions.handIn(
                    { _ in form }, on: id, seen: nil,
                    by: acting(login, at: office.day(day + place, 14, Int(id.rawValue % 60)), in: db), in: db)
            }
        }
    }

    private func form(_ points: [Int], shifted place: Int, _ remark: DemoProposalFile.Remark) -> ScoreForm {
        var form = ScoreForm(
            rows: points.enumerated().map { number, point in
                let shift = (number + place) % 5 == 0 ? (place % 2 == 0 ? 1 : -1) : 0
                return ScoreForm.Row(points: "\(min(5, max(1, point + shift)))")
            })
        (form.rows[1].comment, form.rows[2].comment) = (remark.feasibility, remark.benefit)
        (form.toAuthors, form.toPanel) = (remark.toAuthors, remark.toPanel)
        return form
    }

    private func review(_ file: DemoProposalFile, in office: Office, _ db: Database) throws {
        let call = try call(file, opens: -45, closes: -12, in: office, db)
        try assign(call, at: -10, in: office, db)
        // One has everything still to do, so that it can be tried.
        try score(
            file, Array(call.proposals.prefix(3)), at: -8, sparing: [DemoTerms.panelist], in: office, db)
    }

    // MARK: Its meeting, and what came of it

    private static let decided = -130

    private func finish(_ file: DemoProposalFile, in office: Office, _ db: Database) throws {
        let call = try call(file, opens: Self.decided - 75, closes: Self.decided - 40, in: office, db)
        try assign(call, at: Self.decided - 38, in: office, db)
        try score(file, call.proposals, at: Self.decided - 30, in: office, db)
        let secretary = DemoTerms.secretary
        func at(_ hour: Int, _ minute: Int = 0) throws -> ActionContext {
            try acting(secretary, at: office.day(Self.decided, hour, minute), in: db)
        }
        try ProposalMeetingActions.begin(call.id, reason: "", by: at(14), in: db)
        var form = ProposalMeetingForm()
        form.place = file.place ?? ""
        form.chair = try file.chair.map { try member($0, in: db).choice.text } ?? ""
        form.attendees = try (DemoTerms.panel + [secretary]).map { try member($0, in: db).choice.text }
            .joined(separator: "\n")
        (form.guests, form.remarks) = (file.guests ?? "", file.remarks ?? "")
        try ProposalMeetingActions.attend(call.id, to: form, seen: 1, by: at(14, 5), in: db)
        for (place, (entry, id)) in zip(file.proposals, call.proposals).enumerated() {
            let discussion = ProposalDiscussion(
                notes: entry.notes ?? "", outcome: entry.outcome, reasons: entry.reasons ?? "", award: entry.award)
            _ = try ProposalDecisionActions.keep(
                discussion, on: id, in: call.id, seen: 0, isFinal: true, by: at(14, 10 + place * 8), db)
        }
        try ProposalMeetingActions.close(call.id, by: at(16, 30), in: db)
        for (entry, id) in zip(file.proposals, call.proposals) { try carryOut(entry, id, in: office, db) }
        try reward(file, call.proposals, in: office, db)
    }

    private func carryOut(
        _ entry: DemoProposalFile.Entry, _ id: ID<Proposal>, in office: Office, _ db: Database
    ) throws {
        for task in entry.tasks ?? [] {
            var form = ProposalTaskForm()
            let due = ROCDate.day(of: office.day(Self.decided + task.due))
            (form.title, form.unit, form.dueOn) = (task.title, task.section, ROCDate.plain(due))
            form.person = try task.person.map { try member($0, in: db).choice.text } ?? ""
            try ProposalTaskActions.add(
                form, to: id, by: acting(DemoTerms.secretary, at: office.day(Self.decided + 3), in: db), in: db)
            guard let made = try ProposalTaskStore.tasks(of: id, in: db).first(where: { $0.title == task.title }) else {
                continue
            }
            for report in task.progress ?? [] {
                let time = office.day(Self.decided + report.days, 15)
                var form = ProposalReportForm()
                form.month = ProposalTaskTerms.field(ROCDate.day(of: time))
                (form.percent, form.words) = ("\(report.percent)", report.words)
                try ProposalTaskActions.report(
                    form, on: made.id, of: id, by: acting(task.person ?? DemoTerms.secretary, at: time, in: db), in: db)
            }
        }
        guard let effect = entry.effect else { return }
        let later = try acting(DemoTerms.secretary, at: office.day(Self.decided + 120), in: db)
        var form = ProposalEffectForm()
        (form.minutes, form.cases, form.words) = ("\(effect.minutes)", "\(effect.cases)", effect.words)
        try ProposalTaskActions.confirm(form, of: id, by: later, in: db)
        if let page = effect.page, try PageStore.page(code: page, in: db) != nil {
            try ProposalTaskActions.link(page, to: id, by: later, in: db)
        }
    }

    /// HR orders what the meeting gave, but for the lowest award, which is still to be ordered.
    private func reward(
        _ file: DemoProposalFile, _ proposals: [ID<Proposal>], in office: Office, _ db: Database
    ) throws {
        for (entry, id) in zip(file.proposals, proposals) {
            guard let award = entry.award, award < DemoTerms.awards.count else { continue }
            let time = office.day(Self.decided + 20, 10)
            let hr = try acting(DemoTerms.hr, at: time, in: db)
            let sheet = try ProposalMeritActions.opened(id, for: hr.visitor, now: time, in: db)
            var fields: [String: [String]] = [
                "orderedOn": [ROCDate.plain(ROCDate.day(of: time))], "order": [DemoTerms.order],
            ]
            for (number, row) in sheet.form.rows {
                fields["prize-\(number)"] = [row.prize]
                fields["merit-\(number)"] = [row.merit]
                if row.hasLetter { fields["letter-\(number)"] = ["1"] }
            }
            try ProposalMeritActions.grant(Form(fields), to: id, by: hr, in: db)
        }
    }
}
