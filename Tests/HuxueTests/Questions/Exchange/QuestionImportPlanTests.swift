import Testing

@testable import Huxue

/// What an import would do, by reading the file and the bank alone.
struct QuestionImportPlanTests {
    private static let bank = QuestionBank(
        SampleBank.topics(), positions: ["birth-001": 1, "birth-002": 2, "birth-003": 3, "death-001": 1])

    private func basis(
        bank: QuestionBank = bank, closed: [String: FormatProblem.Kind] = [:], isReviewed: Bool = false,
        unit: String = ""
    ) -> QuestionImportBasis {
        QuestionImportBasis(
            bank: bank, names: .table, closed: closed, isReviewed: isReviewed, today: Day(daysSinceEpoch: 20_700),
            units: Self.units, unit: unit)
    }

    /// The office and two sections, of which the importer does not keep the second.
    private static let units = QuestionImportUnits(
        ["南華區戶政事務所", "南華區戶政事務所/登記一課", "南華區戶政事務所/登記二課"].enumerated().map { place, name in
            Unit(
                id: ID(rawValue: Int64(place + 1)), parentID: place == 0 ? nil : ID(rawValue: 1), name: name,
                fullName: name, path: place == 0 ? "/1/" : "/1/\(place + 1)/")
        }
    ) { $0.id != ID(rawValue: 3) }

    private func plan(
        gift text: String, topic: String = "", citations: String = "戶籍法第1條", basis: QuestionImportBasis? = nil
    ) -> QuestionImportPlan {
        QuestionImportPlan(
            [("f.gift", Array(text.utf8))], as: .gift, options: .init(topic: topic, citations: citations),
            basis: basis ?? self.basis())
    }

    private func plan(yaml text: String, basis: QuestionImportBasis) -> QuestionImportPlan {
        QuestionImportPlan([("birth.yaml", Array(text.utf8))], as: .yaml, options: .init(), basis: basis)
    }

    @Test(arguments: QuestionFormat.allCases)
    func `the bank itself changes nothing, in whatever format`(format: QuestionFormat) throws {
        let files = try format.files(in: try format.file(of: SampleBank.topics()), name: "bank")
        let plan = QuestionImportPlan(files, as: format, options: .init(), basis: basis())
        #expect(plan.problems.map(\.description) == [] && plan.notices.isEmpty && plan.unsupported.isEmpty)
        #expect(plan.unchanged == 4 && plan.isEmpty && plan.compared.sorted() == Self.bank.known.keys.sorted())
        #expect(plan.topics.flatMap(\.questions) == SampleBank.topics().flatMap(\.questions))
        #expect(plan.topics.map(\.fileName) == ["birth.yaml", "death.yaml"])
    }

    @Test func `what is new, revised and updated is told apart`() {
        let plan = plan(
            gift: """
                // [id:birth-001]
                改過的題幹？{=本人 ~戶長}

                // [id:death-001] [tag:state:retired]
                死亡登記得以書面委託他人為之。{T####見條文。}

                $CATEGORY: 出生登記

                新題{T}
                """)
        #expect(plan.problems.map(\.description) == [])
        #expect(plan.revised.map(\.code) == ["birth-001"] && plan.updated.map(\.code) == ["death-001"])
        #expect(plan.added == [.init(code: "birth-004", topic: "出生登記", stem: "新題", state: .draft)])
        #expect(plan.unchanged == 0 && plan.compared == ["birth-001", "death-001"])
    }

    @Test func `known questions keep their places, new ones stand behind`() {
        let plan = plan(
            gift:
                "$CATEGORY: 出生登記\n\n新題甲{T}\n\n// [id:birth-002]\n改{~%100%甲 ~%-100%乙}\n\n新題乙{F}\n\n$CATEGORY: 新\n\n丙{T}")
        #expect(plan.positions == ["birth-004": 4, "birth-002": 2, "birth-005": 5, "新-001": 1])
        #expect(plan.topics.map(\.fileName) == ["birth.yaml", "新.yaml"])
        #expect(plan.topics.map(\.lawAsOf) == [SampleBank.topics()[0].lawAsOf, Day(daysSinceEpoch: 20_700)])
    }

    @Test func `one problem keeps everything out; unsupported items alone do not`() {
        let torn = plan(gift: "甲{T}\n\n乙{", topic: "出生登記")
        #expect(torn.topics.isEmpty && torn.positions == nil)
        #expect(
            torn.problems.map(\.description) == [
                "f.gift:3: 這一行的「{」沒有結束；答案要以「}」結束，中間不能有空白行。文字裡的大括號要寫成 \\{ 與 \\}。"
            ])
        let essay = plan(gift: "甲{T}\n\n乙{}", topic: "出生登記")
        #expect(essay.problems.isEmpty && essay.unsupported.count == 1 && essay.topics.count == 1)
    }

    @Test func `common citations that cannot be read are a problem`() {
        let plan = plan(gift: "甲{T}", topic: "出生登記", citations: "戶籍法第1條\n甲法第1條")
        #expect(plan.problems.count == 1 && plan.problems.first?.place == .file)
        let two = self.plan(gift: "甲{T}", topic: "出生登記", citations: "戶籍法第1條、民法第1052條")
        #expect(two.topics.first?.questions.first?.citations.map(\.description) == ["戶籍法第1條", "民法第1052條"])
    }

    @Test func `questions that the actor may not change are problems, and tell nothing of their keys`() {
        let closed: [String: FormatProblem.Kind] = [
            "death-001": .sealed("death-001"), "birth-001": .othersBank("birth-001"),
        ]
        for answer in ["T", "F"] {
            let plan = plan(
                gift: "// [id:death-001]\n死亡登記得以書面委託他人為之。{\(answer)####見條文。}", basis: basis(closed: closed))
            #expect(
                plan.problems.map(\.description) == [
                    "f.gift:2: 您正在作答的試卷裡有試題「death-001」，交卷以前不能匯入這一題。"
                ])
            #expect(plan.compared.isEmpty && plan.isEmpty && plan.unchanged == 0)
        }
        let yaml = plan(yaml: SampleBank.birth, basis: basis(closed: closed))
        #expect(
            yaml.problems.map(\.description) == ["birth.yaml:4: " + QuestionRefusal.othersBank("birth-001").sentence])
    }

    @Test(
        arguments: [
            (nil, QuestionState.active, true, QuestionState.draft), (nil, .retired, true, .retired),
            (nil, .inReview, true, .inReview),
            (nil, .active, false, .active), (.active, .active, true, .active), (.active, .active, false, .inReview),
            (.draft, .active, true, .draft), (.inReview, .active, true, .inReview), (.retired, .active, true, .active),
            (.retired, .active, false, .inReview), (.active, .retired, false, .retired),
        ] as [(QuestionState?, QuestionState, Bool, QuestionState)])
    func `nothing comes into use without its review`(
        known: QuestionState?, file: QuestionState, isSame: Bool, after: QuestionState
    ) throws {
        let draft = try #require(SampleBank.topics().first?.questions.first)
        let other = try #require(SampleBank.topics().last?.questions.first)
        // Without a known question the flag tells whether there is a review at all.
        let state = QuestionImportRules.state(
            of: draft.stated(file), over: known.map { (isSame ? draft : other).stated($0) },
            isReviewed: known != nil || isSame, isReleased: true)
        #expect(state == after)
        for isReleased in [true, false] {
            let plain = QuestionImportRules.state(
                of: draft.stated(file), over: other, isReviewed: false, isReleased: isReleased)
            #expect(plain == file)
            // Only what is out of use depends on it.
            guard let known else { continue }
            let unreleased = QuestionImportRules.state(
                of: draft.stated(file), over: (isSame ? draft : other).stated(known), isReviewed: true,
                isReleased: isReleased)
            #expect(unreleased == (known == .retired && file == .active && !isReleased ? .inReview : after))
        }
    }

    @Test(
        arguments: [
            ("登記一課", "登記一課"), ("南華區戶政事務所/登記一課", "登記一課"), ("南華區戶政事務所", ""), (nil, "登記一課"),
        ] as [(String?, String)])
    func `a new question goes to the bank that it names, or that was chosen`(name: String?, unit: String) {
        let tag = name.map { " [tag:unit:\($0)]" } ?? ""
        let gift = plan(gift: "// [id:a-1]\(tag)\n甲{T}", topic: "出生登記", basis: basis(unit: "登記一課"))
        #expect(gift.problems.map(\.description) == [] && gift.added.map(\.unit) == [unit])
        #expect(gift.topics.flatMap(\.questions).map(\.unit) == [unit])
        let text = SampleBank.death.replacing("death-001", with: "death-002").replacing("委託他人", with: "電子")
            .replacing("    stem:", with: (name.map { "    unit: \($0)\n" } ?? "") + "    stem:")
        let yaml = plan(yaml: text, basis: basis(unit: "登記一課"))
        #expect(yaml.problems.map(\.description) == [] && yaml.added.map(\.unit) == [unit])
    }

    @Test(arguments: [("登記九課", QuestionProblem.Kind.unknownUnit("登記九課")), ("登記二課", .othersUnit("登記二課"))])
    func `a unit that is unknown or another editor's is named where it stands`(
        name: String, kind: QuestionProblem.Kind
    ) {
        let gift = plan(gift: "\n// [tag:unit:\(name)]\n甲{T}", topic: "出生登記")
        #expect(gift.problems.map(\.description) == ["f.gift:3: \(kind.sentence)"])
        #expect(gift.topics.isEmpty && gift.added.isEmpty)
        let csv = QuestionImportPlan(
            [("f.csv", Array("題型,題幹,答案,主題,單位\n是非,甲,○,出生登記,\(name)\n".utf8))], as: .csv,
            options: .init(citations: "戶籍法第1條"), basis: basis())
        #expect(csv.problems.map(\.description) == ["f.csv：第 2 行「單位」：\(kind.sentence)"])
        let text = SampleBank.death.replacing("    stem:", with: "    unit: \(name)\n    stem:")
        #expect(plan(yaml: text, basis: basis()).problems.map(\.description) == ["birth.yaml:7: \(kind.sentence)"])
    }

    @Test func `a file of the bank says whose a question is by silence, another file says nothing by it`() {
        let topics = SampleBank.topics().map { topic in
            QuestionTopic(
                fileName: topic.fileName, name: topic.name, lawAsOf: topic.lawAsOf,
                questions: topic.questions.map { $0.placed("登記一課") })
        }
        let own = QuestionBank(topics, positions: ["birth-001": 1, "birth-002": 2, "birth-003": 3, "death-001": 1])
        let yaml = QuestionImportPlan(
            [("death.yaml", Array(SampleBank.death.utf8))], as: .yaml, options: .init(), basis: basis(bank: own))
        #expect(yaml.problems.isEmpty && yaml.updated.map(\.unit) == [""])
        #expect(yaml.notices.map(\.sentence) == ["試題「death-001」會移到共用題庫，各單位都可以用。"])
        let gift = plan(gift: "// [id:death-001]\n死亡登記得以書面委託他人為之。{T####見條文。}", basis: basis(bank: own))
        #expect(gift.problems.isEmpty && gift.unchanged == 1 && gift.notices.isEmpty)
        // What is printed says it.
        let printed = QuestionPrinter.print(topics[1])
        #expect(printed.contains("\n    unit: 登記一課\n    stem:"))
        let again = QuestionImportPlan(
            [("death.yaml", Array(printed.utf8))], as: .yaml, options: .init(), basis: basis(bank: own))
        #expect(again.isEmpty && again.unchanged == 1)
    }

    @Test func `the digest changes with what would be done`() {
        let one = plan(gift: "甲{T}", topic: "出生登記")
        #expect(one.digest == plan(gift: "甲{T}", topic: "出生登記").digest)
        let others = [
            plan(gift: "甲{T}", topic: "死亡登記"), plan(gift: "甲{T}\n\n乙{F}", topic: "出生登記"),
            plan(gift: "甲{T}\n\n乙{}", topic: "出生登記"), plan(gift: "甲{T}\n\n乙{", topic: "出生登記"),
            plan(gift: "// [tag:unit:登記一課]\n甲{T}", topic: "出生登記"),
        ]
        #expect(Set(others.map(\.digest) + [one.digest]).count == 6)
    }
}
