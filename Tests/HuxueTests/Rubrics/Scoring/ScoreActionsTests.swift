import GRDB
import Testing

@testable import Huxue

@Suite struct ScoreActionsTests {
    private let office: SampleOffice
    private let rubric: ID<Rubric>
    private var owner: SampleRubrics.Owner { SampleRubrics.Owner(rubric: rubric) }

    init() throws {
        office = try SampleRubrics.office()
        rubric = try SampleRubrics.create(in: office)
    }

    @discardableResult
    private func save(
        _ form: ScoreForm = SampleRubrics.form(), seen: Int? = 0, by login: String = "yachu",
        on subject: ScoredSubject = SampleRubrics.subject
    ) throws -> ScoreActions.Saved {
        let (acting, owner) = (try SampleRubrics.acting(login, in: office), owner)
        return try office.database.writeAndWait {
            try ScoreActions.save({ _ in form }, on: subject, seen: seen, owner: owner, by: acting, in: $0)
        }
    }

    @discardableResult
    private func handIn(
        _ form: ScoreForm = SampleRubrics.form(), seen: Int? = nil, by login: String = "yachu"
    ) throws -> ScoreActions.Saved {
        let (acting, owner) = (try SampleRubrics.acting(login, in: office), owner)
        return try office.database.writeAndWait {
            try ScoreActions.handIn(
                { _ in form }, on: SampleRubrics.subject, seen: seen, owner: owner, by: acting, in: $0)
        }
    }

    private func reopen(
        _ id: ID<ScoreSheet>, reason: String = "漏看附件二", by login: String = "guanting"
    ) throws {
        let (acting, owner) = (try SampleRubrics.acting(login, in: office), owner)
        try office.database.writeAndWait {
            try ScoreActions.reopen(id, reason: reason, owner: owner, by: acting, in: $0)
        }
    }

    private func sheets() throws -> [ScoreSheet] {
        try office.database.readAndWait { try ScoreSheetStore.sheets(of: "toy", on: [7, 8, 9], in: $0) }
    }

    // MARK: Drafts

    @Test func `a half-filled sheet survives as a draft`() throws {
        let form = SampleRubrics.form {
            $0.rows[1] = ScoreForm.Row()
            ($0.toAuthors, $0.toPanel) = ("第一行\n第二行", "與 113-11 相近")
        }
        let saved = try save(form)
        #expect(saved.problems.isEmpty && saved.sheet.state == .draft && saved.sheet.sequence == 1)
        #expect(try sheets() == [saved.sheet])
        #expect(ScoreForm(saved.sheet.entries) == form)
        #expect(saved.sheet.entries.rated == 2)
        #expect(RubricRules.total(of: saved.sheet.entries.points, by: SampleRubrics.plan()) == Fraction(54, 1))
        let acting = try SampleRubrics.acting("yachu", in: office)
        let opened = try office.database.readAndWait {
            try ScoreActions.open(SampleRubrics.subject, owner: owner, by: acting, in: $0)
        }
        #expect(opened.sheet == saved.sheet && opened.version.plan == SampleRubrics.plan())
    }

    @Test func `what is not on its scale is told, and the rest is kept`() throws {
        try save()
        let saved = try save(
            SampleRubrics.form {
                $0.rows[0].points = "40"
                $0.rows[2].points = "7.3"
                $0.rows[1].comment = "改寫過"
            }, seen: 1)
        #expect(
            saved.problems == [
                ScoreProblem(.points(1, "創新性"), .notOnScale(SampleRubrics.fiveLevels)),
                ScoreProblem(.points(3, "效益"), .notOnScale(SampleRubrics.tenPoints)),
            ])
        // The earlier points do not count in the place of what was meant.
        #expect(saved.sheet.entries.points == [nil, Points(whole: 3), nil])
        #expect(saved.sheet.entries.marks[1].comment == "改寫過" && saved.sheet.sequence == 2)
    }

    @Test func `of two windows neither overwrites the other unasked`() throws {
        let first = try save().sheet
        office.advance(minutes: 1)
        #expect(try save(SampleRubrics.form { $0.rows[0].points = "5" }, seen: first.sequence).sheet.sequence == 2)
        let at = office.clock.now()
        office.advance(minutes: 1)
        let mine = SampleRubrics.form { $0.rows[0].points = "1" }
        #expect(throws: ScoreRefusal.elsewhere(at)) { try save(mine, seen: first.sequence) }
        #expect(throws: ScoreRefusal.elsewhere(at)) { try save(mine, seen: 0) }
        #expect(throws: ScoreRefusal.elsewhere(at)) { try handIn(mine, seen: 0) }
        #expect(try sheets().map(\.entries.points.first) == [Points(whole: 5)])
        // The same entries are no conflict and no change; whoever has seen the other's may overwrite them.
        #expect(try save(SampleRubrics.form { $0.rows[0].points = "5" }, seen: 0).sheet.sequence == 2)
        #expect(try save(mine, seen: 2).sheet.entries.points.first == Points(whole: 1))
    }

    @Test func `of two who begin at the same time one is told`() async throws {
        let (acting, owner) = (try SampleRubrics.acting("yachu", in: office), owner)
        let results = await withTaskGroup(of: Bool.self) { group in
            for points in ["1", "5"] {
                group.addTask { [office] in
                    let saved = try? await office.database.write(as: acting) { acting, db in
                        try ScoreActions.save(
                            { _ in SampleRubrics.form { $0.rows[0].points = points } }, on: SampleRubrics.subject,
                            seen: 0,
                            owner: owner, by: acting, in: db)
                    }
                    return saved != nil
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(results.count { $0 } == 1)
        #expect(try sheets().map(\.sequence) == [1])
    }

    @Test func `each scorer and each subject has a sheet of its own`() throws {
        try save()
        try save(SampleRubrics.form { $0.rows[0].points = "1" }, by: "meiling")
        try save(
            SampleRubrics.form { $0.rows[0].points = "2" }, on: ScoredSubject(kind: "toy", id: 8))
        try save(
            SampleRubrics.form { $0.rows[0].points = "3" }, on: ScoredSubject(kind: "other", id: 7))
        let found = try sheets()
        #expect(found.map(\.subject.id) == [7, 7, 8])
        #expect(
            Set(found.compactMap(\.entries.points.first)) == [Points(whole: 4), Points(whole: 1), Points(whole: 2)])
        #expect(Set(found.map(\.scorer)).count == 2)
    }

    // MARK: Handing in

    @Test func `a sheet is handed in whole, once, and then it is final`() throws {
        let sheet = try handIn().sheet
        #expect(sheet.state == .handedIn && sheet.counts && sheet.handedInAt == office.clock.now())
        #expect(RubricRules.total(of: sheet.entries.points, by: SampleRubrics.plan()) == Fraction(72, 1))
        office.advance(minutes: 1)
        // The form sent twice.
        #expect(try handIn().sheet == sheet)
        let other = SampleRubrics.form { $0.rows[0].points = "1" }
        let at = try #require(sheet.handedInAt)
        #expect(throws: ScoreRefusal.handedIn(at)) { try save(other, seen: sheet.sequence) }
        #expect(throws: ScoreRefusal.handedIn(at)) { try handIn(other, seen: sheet.sequence) }
        #expect(try sheets() == [sheet])
        #expect(
            try ExamRoutesTests.auditActions(office, subject: "scoreSheet/\(sheet.id)") == ["score.submission"])
    }

    private static let incomplete: [(change: @Sendable (inout ScoreForm) -> Void, problems: [ScoreProblem])] = [
        ({ $0.rows[0].points = "" }, [ScoreProblem(.points(1, "創新性"), .noPoints)]),
        ({ $0.rows[1].comment = " \n " }, [ScoreProblem(.comment(2, "可行性"), .noComment)]),
        ({ $0.rows[2].points = "11" }, [ScoreProblem(.points(3, "效益"), .notOnScale(SampleRubrics.tenPoints))]),
        (
            { ($0.rows[1].points, $0.rows[1].comment) = ("", "") },
            [ScoreProblem(.points(2, "可行性"), .noPoints), ScoreProblem(.comment(2, "可行性"), .noComment)]
        ),
        (
            { $0.rows[0].comment = String(repeating: "字", count: 1001) },
            [ScoreProblem(.comment(1, "創新性"), .tooLong(limit: 1000))]
        ),
        ({ $0.toPanel = "甲\u{202E}乙" }, [ScoreProblem(.toPanel, .turns("甲\u{202E}乙"))]),
    ]

    @Test(arguments: incomplete.indices)
    func `with something missing nothing is handed in, and all that is filled in is kept`(
        index: Int
    ) throws {
        let (change, problems) = Self.incomplete[index]
        let saved = try handIn(SampleRubrics.form(change), seen: 0)
        #expect(saved.problems == problems && problems.allSatisfy { !$0.sentence.isEmpty })
        #expect(try sheets().map(\.state) == [.draft])
        #expect(try ExamRoutesTests.auditActions(office, subject: "scoreSheet").isEmpty)
        // Put right in the same window, it goes.
        #expect(try handIn(seen: saved.sheet.sequence).sheet.state == .handedIn)
    }

    @Test(arguments: [
        "UPDATE scoreSheet SET toPanel = '改過'", "UPDATE scoreSheet SET state = 'draft', handedInAt = NULL",
        "UPDATE scoreSheet SET state = 'reopened'", "UPDATE scoreSheet SET scorerID = scorerID + 1",
        "UPDATE criterionScore SET points = 100", "DELETE FROM criterionScore", "DELETE FROM scoreSheet",
        "INSERT INTO scoreSheet SELECT id + 1, versionID, subjectKind, subjectID, scorerID, state, sequence, toAuthors, toPanel, savedAt, handedInAt FROM scoreSheet",
    ])
    func `the database itself holds a sheet that was handed in`(sql: String) throws {
        try handIn()
        #expect(throws: DatabaseError.self) { try office.database.writeAndWait { try $0.execute(sql: sql) } }
    }

    // MARK: Opening again

    @Test func `a reopened sheet is changed and handed in again, and what it was stays on record`() throws {
        let first = try handIn().sheet
        office.advance(minutes: 5)
        try reopen(first.id)
        let open = try #require(try sheets().first)
        #expect(open.state == .reopened && !open.counts && open.entries == first.entries)
        #expect(open.handedInAt == first.handedInAt && open.sequence == first.sequence + 1)
        // A window that was open all the while is told.
        let mine = SampleRubrics.form { $0.rows[0].points = "5" }
        #expect(throws: ScoreRefusal.self) { try save(mine, seen: first.sequence) }
        let second = try handIn(mine, seen: open.sequence).sheet
        #expect(second.state == .handedIn && second.entries.points.first == Points(whole: 5))
        #expect(second.handedInAt == office.clock.now())
        let kept = try office.database.readAndWait { try ScoreSheetStore.reopenings(of: first.id, in: $0) }
        #expect(kept.map(\.reason) == ["漏看附件二"] && kept.map(\.entries) == [first.entries])
        #expect(kept.map(\.handedInAt) == [first.handedInAt] && kept.map(\.number) == [1] && kept[0].by != nil)
        #expect(
            try ExamRoutesTests.auditActions(office, subject: "scoreSheet/\(first.id)")
                == ["score.submission", "score.reopening", "score.submission"])
        #expect(try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) } == [])
    }

    @Test func `the same entries are handed in again without a change`() throws {
        let first = try handIn().sheet
        try reopen(first.id)
        #expect(try handIn().sheet.state == .handedIn)
    }

    @Test func `without the right, a reason or a sheet that was handed in nothing is reopened`() throws {
        let draft = try save().sheet
        #expect(throws: ScoreRefusal.notHandedIn) { try reopen(draft.id) }
        let sheet = try handIn().sheet
        #expect(throws: CommonRefusal.self) { try reopen(sheet.id, by: "yachu") }
        #expect(throws: ScoreRefusal.noReason) { try reopen(sheet.id, reason: " \n") }
        #expect(throws: ScoreRefusal.reasonTooLong(limit: 500)) {
            try reopen(sheet.id, reason: String(repeating: "因", count: 501))
        }
        #expect(throws: ScoreRefusal.missing) { try reopen(ID(rawValue: 99)) }
        #expect(try sheets() == [sheet])
    }

    // MARK: Who

    @Test(arguments: ["shufen", "guanting", "zonghan"]) func `whom the owner does not let score has no sheet`(
        login: String
    ) throws {
        #expect(throws: CommonRefusal.self) { try save(by: login) }
        #expect(throws: CommonRefusal.self) { try handIn(by: login) }
        #expect(try sheets().isEmpty)
        #expect(try !SampleRubrics.rubric(rubric, in: office).version.isFrozen)
    }

    @Test func `the audit log names the rubric of a sheet and nothing that was scored`() throws {
        let sheet = try handIn().sheet
        let reader = try SampleRubrics.acting("zonghan", in: office).actor
        let (names, entries) = try office.database.readAndWait { db in
            (
                try RubricNameStore.names(of: ["scoreSheet/\(sheet.id)", "rubric/\(rubric)"], for: reader, in: db),
                try AuditStore.entries(AuditFilter(action: "score.submission"), limit: 9, in: db)
            )
        }
        #expect(names["scoreSheet/\(sheet.id)"]?.text == "創意提案評分表　第 1 版的評分")
        #expect(names["scoreSheet/\(sheet.id)"]?.address == nil)
        #expect(names["rubric/\(rubric)"]?.address == RubricViews.address(of: rubric))
        #expect(entries.map(\.detail) == [""])
    }
}
