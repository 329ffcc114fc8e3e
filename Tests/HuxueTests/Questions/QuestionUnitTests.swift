import GRDB
import HTTPTypes
import Testing

@testable import Huxue

/// Banks of units beside the shared one: who sees, changes and draws what is in them.
@Suite struct QuestionUnitTests {
    private let office: SampleOffice

    init() async throws {
        office = try SampleOffice()
        _ = try await QuestionImportActions(SampleBank.topics(), source: "test").run(
            in: office.database, clock: office.clock, by: office.session.acting)
        try grant("yachu", at: "登記一課")
        try grant("meiling", at: "登記二課")
    }

    private func unit(_ name: String) throws -> Unit {
        try office.database.readAndWait { try #require(try UnitStore.unit(named: name, in: $0)) }
    }

    private func grant(_ login: String, at name: String) throws {
        let (place, now) = (try unit(name), office.clock.now())
        try office.database.writeAndWait { db in
            let person = try #require(try EmployeeStore.member(login: login, in: db)).employee.id
            _ = try GrantStore.insert(.questionEditor, at: place.id, for: person, now: now, in: db)
        }
    }

    private func drawable(by name: String?) throws -> Bool {
        let (today, place) = (ROCDate.day(of: office.clock.now()), try name.map { try unit($0).position })
        return try office.database.readAndWait { db in
            try QuestionStore.pool(on: today, for: place, in: db).contains { $0.code == "birth-004" }
        }
    }

    private static func fields(unit: String) -> [(String, String)] {
        [
            ("topic", "出生登記"), ("unit", unit), ("type", "trueFalse"), ("level", "recall"),
            ("stem", "登記一課自己的樣本登記，可以在本所辦理。"), ("truth", "1"), ("explanation", "依本課規定。"),
            ("citations", "戶籍法第1條"), ("lawAsOf", "115/1/1"), ("seen", ""), ("base", "0"), ("intent", "save"),
        ]
    }

    @Test func `a unit's bank is seen, changed and drawn there and above, and nowhere else`() async throws {
        let section = "\(try unit("登記一課").id)"
        try await office.test { browser in
            let own = try await browser.signedIn("yachu")
            #expect(try await own.post("/questions/new", Self.fields(unit: section)).status == 303)
            #expect(try await own.get("/questions/birth-004").status == 200)
            #expect(try await own.get("/questions?q=" + Address.encoded("自己的樣本")).text.contains("birth-004"))
            #expect(try await browser.signedIn("guanting").get("/questions/birth-004/edit").status == 200)
            // The shared bank is read, not changed.
            #expect(try await own.get("/questions/birth-001").status == 200)
            #expect(try await own.get("/questions/birth-001/edit").status == 403)
            #expect(try await own.post("/questions/new", Self.fields(unit: "")).status == 422)

            let other = try await browser.signedIn("meiling")
            for address in ["", "/edit", "/review", "/statistics"] {
                #expect(try await other.get("/questions/birth-004\(address)").status == 404, "\(address)")
            }
            for page in ["/questions?q=", "/search?q="] {
                let found = try await other.get(page + Address.encoded("自己的樣本")).text
                #expect(!found.contains("birth-004"), "\(page)")
            }
            let preview = try await other.post("/questions/preview", Self.fields(unit: ""))
            #expect(preview.status == 200 && !preview.text.contains("birth-004"))
            #expect(try await own.post("/questions/preview", Self.fields(unit: section)).text.contains("birth-004"))
            // Nor does a saved stem tell what another unit asks.
            let second = try unit("登記二課").id
            #expect(try await other.post("/questions/new", Self.fields(unit: "\(second)")).status == 303)
            #expect(try await other.post("/questions/new", Self.fields(unit: section)).status == 422)
        }
        try office.database.writeAndWait { db in
            let question = try #require(try QuestionStore.question(code: "birth-004", in: db))
            try QuestionStore.setState(.active, of: question.id, in: db)
        }
        #expect(try drawable(by: "登記一課"))
        #expect(try !drawable(by: "登記二課") && !drawable(by: nil))
        let place = try unit("登記一課")
        let uses = try office.database.readAndWait { try QuestionUnitStore.uses(of: place, in: $0) }
        #expect(uses == ["這個單位的題庫有 1 題"])
    }

    @Test func `a draft takes the name of nothing but a new question`() async throws {
        let (first, second) = (try unit("登記一課").id, try unit("登記二課").id)
        try await office.test { browser in
            let own = try await browser.signedIn("yachu")
            #expect(try await own.post("/questions/new", Self.fields(unit: "\(first)")).status == 303)
            let hidden = try office.database.readAndWait { db in
                try #require(try QuestionStore.question(code: "birth-004", in: db))
            }
            let other = try await browser.signedIn("meiling")
            let typed = Array(Self.fields(unit: "\(second)").dropLast())
            let random = DraftKey.random()
            for name in ["question-\(hidden.id)", "question-1", "x", "", random.uppercased(), random + "0"] {
                let kept = try await other.post("/questions/new", typed + [("intent", "draft"), ("draft", name)])
                #expect(kept.status == 404, "\(name)")
                let script = try await other.post(
                    "/questions/new", typed + [("intent", "draft"), ("draft", name)], headers: [.huxueSequence: "1"])
                #expect(script.status == 404, "\(name)")
            }
            #expect(try await !other.get("/questions").text.contains("寫到一半的"))
            let kept = try await other.post("/questions/new", typed + [("intent", "draft"), ("draft", random)])
            #expect(kept.status == 303 && kept.location.contains(random))
            #expect(try await other.get("/questions").text.contains("/questions/new?draft=\(random)"))
            // Nor does a name that was stored before tell a code, or whether there is such a question.
            let visitor = try #require(try office.visitor("meiling"))
            let now = office.clock.now()
            try office.database.writeAndWait { db in
                for name in ["question-\(hidden.id)", "question-999"] {
                    try DraftStore.put(
                        Draft(subject: name, base: 0, form: QuestionForm([.stem: "偽造的草稿"]), updatedAt: now),
                        by: visitor.employee, in: db)
                }
            }
            let list = try await other.get("/questions").text
            #expect(!list.contains("birth-004") && !list.contains("偽造的草稿"))
            for name in ["question-\(hidden.id)", "question-999"] {
                #expect(try await other.get("/questions/drafts/\(name)/removal").status == 404, "\(name)")
            }
        }
    }

    @Test func `a preview leaves out a question for those alone who may change it`() async throws {
        let first = try unit("登記一課").id
        try await office.test { browser in
            let own = try await browser.signedIn("yachu")
            let typed = Self.fields(unit: "\(first)")
            #expect(try await own.post("/questions/new", typed).status == 303)
            let (hidden, shared) = try office.database.readAndWait { db in
                (
                    try #require(try QuestionStore.question(code: "birth-004", in: db)).id,
                    try #require(try QuestionStore.question(code: "birth-001", in: db)).id
                )
            }
            let itself = try await own.post("/questions/preview", typed + [("draft", "question-\(hidden)")]).text
            #expect(!itself.contains("birth-004"))
            // Of the shared bank, which a unit's editor reads and does not change.
            let stem = ("stem", "下列何者*不得*申請樣本登記？")
            let read = try await own.post("/questions/preview", [stem, ("draft", "question-\(shared)")]).text
            #expect(read.contains("相近 100%") && read.contains("birth-001"))
            let other = try await browser.signedIn("meiling")
            let forged = try await other.post("/questions/preview", typed + [("draft", "question-\(hidden)")])
            let plain = try await other.post("/questions/preview", typed + [("draft", "question-999")])
            #expect(forged.status == 200 && forged.text == plain.text)
        }
    }

    @Test func `an import tells nothing of a bank that is not shown, but that a code is taken`() async throws {
        let (first, second) = (try unit("登記一課"), try unit("登記二課"))
        try await office.test { browser in
            let own = try await browser.signedIn("yachu")
            #expect(try await own.post("/questions/new", Self.fields(unit: "\(first.id)")).status == 303)
        }
        func plan(_ text: String, _ format: QuestionFormat, by login: String) throws -> QuestionImportPlan {
            let acting = ActionContext(
                actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
            let place = login == "yachu" ? first : second
            let basis = try office.database.readAndWait {
                try QuestionImportBasisActions.basis(
                    unit: "\(place.id)", seal: QuestionSealActions(sources: []), by: acting, in: $0)
            }
            return QuestionImportPlan(
                [(path: format == .yaml ? "death.yaml" : "f", bytes: Array(text.utf8))], as: format,
                options: .init(topic: "出生登記", citations: "戶籍法第1條"), basis: basis)
        }
        let stem = "登記一課自己的樣本登記，可以在本所辦理。"
        // Without a code: the bank's own question to those who are shown it, a new one to others.
        let known = try plan("\(stem){F}", .gift, by: "yachu")
        #expect(known.added.isEmpty && known.compared == ["birth-004"])
        let new = try plan("\(stem){F}", .gift, by: "meiling")
        #expect(new.problems.map(\.description) == [] && new.added.map(\.code) == ["birth-005"])
        #expect(new.compared.isEmpty && !new.notices.contains { $0.description.contains("birth-004") })
        // With another code, in any format.
        #expect(try plan("// [id:a-1]\n\(stem){F}", .gift, by: "yachu").problems.count == 1)
        #expect(try plan("// [id:a-1]\n\(stem){F}", .gift, by: "meiling").problems.map(\.description) == [])
        let file = SampleBank.death.replacing("死亡登記得以書面委託他人為之。", with: stem)
            .replacing("death-001", with: "death-002")
        let own = try plan(file, .yaml, by: "yachu").problems.map(\.description)
        #expect(own.count == 1 && own.allSatisfy { $0.contains("birth-004") })
        #expect(try plan(file, .yaml, by: "meiling").problems.allSatisfy { !$0.description.contains("birth-004") })
        // The code itself.
        for (text, format) in [
            ("// [id:birth-004]\n別的樣本{T}", QuestionFormat.gift),
            (file.replacing("death-002", with: "birth-004"), .yaml),
        ] {
            let taken = try plan(text, format, by: "meiling").problems
            #expect(taken.map(\.sentence) == ["代號「birth-004」已有人使用。請為這一題換一個代號，或留空由系統編號。"])
        }
        let topic = try #require(
            SampleBank.read(SampleBank.death.replacing("death-001", with: "birth-004")).topic)
        let placed = QuestionTopic(
            fileName: "death.yaml", name: topic.name, lawAsOf: topic.lawAsOf,
            questions: topic.questions.map { $0.placed(second.bankName) })
        let acting = ActionContext(
            actor: try #require(try office.visitor("meiling")).actor, origin: "test", now: office.clock.now())
        await #expect(throws: QuestionRefusal.codeTaken("birth-004")) {
            _ = try await QuestionImportActions([placed], source: "test").run(
                in: office.database, clock: office.clock, by: acting)
        }
    }

    @Test func `a question is not like itself`() async throws {
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let id = try office.database.readAndWait { try QuestionStore.question(code: "birth-001", in: $0)?.id }
            let stem = ("stem", "下列何者*不得*申請樣本登記？")
            let new = try await editor.post("/questions/preview", [stem]).text
            #expect(new.contains("相近 100%") && new.contains("birth-001"))
            let same = try await editor.post("/questions/preview", [stem, ("draft", "question-\(try #require(id))")])
                .text
            #expect(!same.contains("birth-001"))
        }
    }
}
