import GRDB
import Testing

@testable import Huxue

/// One question, written by itself.
@Suite struct QuestionEditTests {
    private let office: SampleOffice
    private let seal = QuestionSealActions(sources: [])

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
    }

    private func acting(_ login: String = "guanting") throws -> ActionContext {
        ActionContext(
            actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
    }

    private func opened(
        _ code: String = "birth-001", by login: String = "guanting"
    ) throws -> (question: Question, number: Int, form: QuestionForm) {
        let actor = try acting(login).actor
        return try office.database.readAndWait {
            try QuestionEditActions.form(code, seal: seal, by: actor, in: $0)
        }
    }

    @discardableResult
    private func save(
        _ form: QuestionForm, of question: Question, over base: Int, by login: String = "guanting",
        seal: QuestionSealActions? = nil
    ) throws -> QuestionEditActions.Saved {
        let stems = try office.database.readAndWait { try QuestionStemStore.all(in: $0) }
        let written = try QuestionEditActions.Written(form, of: question, over: base, names: .table, stems: stems)
        let (acting, seal) = (try acting(login), seal ?? self.seal)
        return try office.database.writeAndWait {
            try QuestionEditActions.save(written, seal: seal, by: acting, in: $0)
        }
    }

    @Test(arguments: ["birth-001", "birth-002", "death-001"])
    func `every question goes in a circle through its form`(code: String) throws {
        let (question, _, form) = try opened(code)
        let again = QuestionForm(json: form.json).draft(of: question, names: .table)
        #expect(again.problems.isEmpty)
        let original = SampleBank.topics().flatMap(\.questions).first { $0.code == code }
        #expect(again.draft == original)
    }

    @Test func `a question is saved as a revision with author and reason, found by its new words, and audited`() throws
    {
        var (question, number, form) = try opened()
        form[.stem] = "下列何者*不得*申請改寫後的登記？"
        form[.choice4] = ""
        form[.choice3] = "村長"
        form[.reason] = "村里並稱"
        #expect(try save(form, of: question, over: number) != .unchanged)
        #expect(throws: QuestionEditRefusal.changedMeanwhile) { try save(form, of: question, over: number) }
        #expect(try save(form, of: question, over: number + 1) == .unchanged)
        try office.database.readAndWait { db in
            let saved = try #require(try QuestionStore.question(code: "birth-001", in: db))
            let revisions = try QuestionStore.revisions(of: saved.id, in: db)
            #expect(revisions.map(\.number) == [2, 1] && revisions.first?.id == saved.currentRevisionID)
            #expect(revisions.first?.choices == ["本人", "戶長", "村長"] && revisions.first?.key == ChoiceSet([2]))
            #expect(revisions.first?.citations == revisions.last?.citations)
            let word = try QuestionRevisionStore.word(on: saved.currentRevisionID, in: db)
            #expect(word.author == "guanting" && word.reason == "村里並稱")
            for filter in [QuestionFilter(search: "改寫後"), QuestionFilter(search: "村長")] {
                #expect(try QuestionStore.lines(filter, in: db).map(\.code) == ["birth-001"])
            }
            #expect(try AuditStore.count(AuditFilter(action: AuditAction.questionRevision.code), in: db) == 1)
            #expect(try Doctor.findings(in: office.folder, db).map(\.check) == [])
        }
    }

    @Test(arguments: [
        ("birth-9223372036854775807", "birth-004"), ("birth-999999999", "birth-1000000000"), ("birth-041", "birth-042"),
    ])
    func `a new question gets a code behind any that came with a file`(imported: String, next: String) async throws {
        let text = SampleBank.birth.replacing("birth-002", with: imported).replacing("𠮷先生帶著㐂小姐", with: "甲與乙")
        _ = try await QuestionImportActions([try #require(SampleBank.read(text).topic)], source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        var form = try opened().form
        (form[.stem], form[.reason]) = ("另一道新題目？", "")
        let stems = try office.database.readAndWait { try QuestionStemStore.all(in: $0) }
        let written = try QuestionEditActions.Written(form, of: nil, over: 0, names: .table, stems: stems)
        let acting = try acting()
        let code = try office.database.writeAndWait { try QuestionEditActions.add(written, by: acting, in: $0) }
        #expect(code == next)
    }

    @Test func `a day of the law alone makes no revision, and asks for a reason all the same`() throws {
        var (question, number, form) = try opened()
        form[.lawAsOf] = "115/1/1"
        #expect(throws: QuestionEditRefusal.noReason) { try save(form, of: question, over: number) }
        form[.reason] = "核對過"
        #expect(try save(form, of: question, over: number) != .unchanged)
        let now = try opened()
        #expect(now.number == number && now.question.lawAsOf == Day(year: 2026, month: 1, day: 1))
    }

    @Test func `what is wrong is named at its field`() throws {
        let (question, number, form) = try opened()
        for (field, value) in [
            (QuestionField.stem, ""), (.stem, "單*號"), (.answer, "5"), (.answer, "甲"), (.answer, "1、2"),
            (.choice2, "本人"), (.citations, "沒這部法第1條"), (.lawAsOf, "昨天"), (.level, "x"),
            (.explanation, "\(WritingTerms.mineMark)\n甲"),
        ] {
            var wrong = form
            wrong[field] = value
            let problems = wrong.draft(of: question, names: .table).problems
            #expect(problems.contains { [field, .choice1].contains($0.field) }, "\(field) \(value)")
        }
        #expect(try opened().number == number)
    }

    @Test(arguments: ["死亡登記得以書面委託他人為之。", "死亡登記，得以*書面*委託他人為之", "死亡登記 得以書面委託他人為之！"])
    func `what another question asks already is refused at the stem`(stem: String) throws {
        var (question, number, form) = try opened()
        form[.stem] = stem
        form[.reason] = "改寫"
        let problem = QuestionFormProblem(
            .stem, .file(.stemInBank(code: "death-001", topic: "死亡登記")))
        #expect(throws: QuestionEditRefusal.invalid([problem])) { try save(form, of: question, over: number) }
        #expect(try opened().number == number)
        // What is retired may be asked again, and a question keeps its own stem.
        form[.stem] = "注意，樣本登記免費"
        #expect(try save(form, of: question, over: number) != .unchanged)
        form[.explanation] = "見條文。"
        #expect(try save(form, of: question, over: number + 1) != .unchanged)
    }

    @Test func `two people at one question are put together, field by field`() throws {
        let (question, number, mine) = try opened()
        var (first, second) = (mine, mine)
        first[.stem] = "第一人的題目？"
        first[.explanation] = "改過的詳解。"
        first[.reason] = "先存"
        second[.stem] = "第二人的題目？"
        second[.level] = "apply"
        second[.reason] = "後存"
        #expect(try save(first, of: question, over: number) != .unchanged)
        #expect(throws: QuestionEditRefusal.changedMeanwhile) { try save(second, of: question, over: number) }
        let (actor, typed) = (try acting().actor, second)
        let conflict = try office.database.readAndWait {
            try QuestionEditActions.conflict(
                "birth-001", base: number, mine: typed, seal: seal, by: actor, in: $0)
        }
        #expect(conflict.author == "陳冠廷" && conflict.reason == "先存" && conflict.number == number + 1)
        #expect(conflict.merge.conflicts == [.stem: "第一人的題目？"])
        var merged = conflict.merge.form
        #expect(merged[.explanation] == "改過的詳解。" && merged[.level] == "apply")
        merged[.stem] = "兩人的題目？"
        #expect(try save(merged, of: question, over: conflict.number) != .unchanged)
        #expect(try opened().form[.stem] == "兩人的題目？")
    }

    @Test func `a draft is kept for its author and ends with the save`() throws {
        let (question, number, opened) = try opened()
        var form = opened
        form[.stem] = "寫到一半？"
        form[.reason] = "改寫"
        let (acting, typed) = (try acting(), form)
        try office.database.writeAndWait {
            try QuestionDraftActions.keep(
                typed, of: "birth-001", base: number, seen: "", by: acting, in: $0)
        }
        let writer = try #require(try office.visitor("guanting"))
        func drafts() throws -> [Draft<QuestionField>] {
            try office.database.readAndWait { try DraftActions.drafts(of: writer, in: $0) }
        }
        #expect(try drafts().map { $0.form[.stem] } == ["寫到一半？"])
        try save(form, of: question, over: number)
        #expect(try drafts().isEmpty)
    }

    @Test func `only editors write, and not the questions of a test that they are taking`() throws {
        var (question, number, form) = try opened()
        form[.reason] = "改"
        form[.stem] = "新題目？"
        #expect(throws: CommonRefusal.self) { try save(form, of: question, over: number, by: "yachu") }
        #expect(throws: CommonRefusal.self) { try opened(by: "meiling") }
        struct Sealing: SealSource {
            let revision: Int64
            func sealed(_ table: String, for employee: ID<Employee>, in db: Database) throws -> Set<Int64> {
                [revision]
            }
        }
        let closed = QuestionSealActions(sources: [Sealing(revision: question.currentRevisionID.rawValue)])
        #expect(throws: QuestionEditRefusal.sealed) { try save(form, of: question, over: number, seal: closed) }
        #expect(throws: QuestionRefusal.alreadyRetired("birth-003")) { try opened("birth-003") }
        #expect(try opened().number == number)
    }
}
