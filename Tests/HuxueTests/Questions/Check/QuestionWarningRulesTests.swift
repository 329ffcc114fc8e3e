import Testing

@testable import Huxue

struct QuestionWarningRulesTests {
    private func kinds(_ questions: [QuestionReading]) -> [QuestionWarning.Kind] {
        QuestionWarningRules.warnings(of: questions).map(\.kind)
    }

    /// Field, line, and how often each character stands there.
    @Test(
        arguments: [
            (QuestionReading.sample(stem: "\u{E000}的期限為何？"), QuestionField.stem, 2),
            (.sample("a-1", .trueFalse, stem: "登記\u{F8FF}免費。", key: [0]), .stem, 2),
            (.sample(choices: ["三十日", "六十\u{E000}\u{E000}日", "九十日"]), .choice2, 11),
            (.sample(explanation: "見\u{F0000}條文。"), .explanation, 3),
            (.sample(explanation: "見\u{10FFFD}條文。", state: .active), .explanation, 3),
        ] as [(QuestionReading, QuestionField, Int)])
    func `a character of an office's own is named with its code and place`(
        question: QuestionReading, field: QuestionField, line: Int
    ) throws {
        let found = QuestionWarningRules.warnings(of: [question]).filter {
            if case .privateCharacter = $0.kind { true } else { false }
        }
        #expect(found.map(\.line) == [line])
        let (warning, name) = (try #require(found.first), QuestionFieldTerms.name(of: field))
        #expect(warning.kind.sentence.hasPrefix("\(name)有自造字（U+"))
        #expect(warning.description.hasPrefix("a.yaml:\(line): "))
    }

    @Test func `what is no character of an office's own is not named, nor anything of a retired question`() {
        #expect(kinds([.sample(stem: "𠮷\u{FFFD}（㈠）髙期限為何？")]) == [])
        #expect(kinds([.sample(stem: "\u{E000}期限為何？", state: .retired)]) == [])
    }

    @Test func `a choice about others is pointed out with its line`() {
        let found = QuestionWarningRules.warnings(
            of: [
                .sample(choices: ["三十日", "六十日", "以上皆非"]), .sample("a-2", choices: ["三十日", "六十日", "甲、乙皆是"]),
            ])
        #expect(found.map(\.kind) == [.fixedChoice("以上皆非"), .labelsInChoice("甲、乙皆是")])
        #expect(found.map(\.line) == [12, 12])
        #expect(found.map(\.file) == ["a.yaml", "a.yaml"])
    }

    @Test(
        arguments: [
            ("六十日後申請，何者為是？", "六十日"), ("三十日或六十日，何者為是？", nil), ("９０日後申請，何者為是？", nil), ("期限為何？", nil),
        ])
    func `a stem that has the right choice alone is pointed out`(stem: String, text: String?) {
        let found = QuestionWarningRules.warnings(of: [.sample(stem: stem)])
        #expect(found.map(\.kind) == (text.map { [.keyInStem($0)] } ?? []))
        #expect(found.allSatisfy { $0.line == 2 })
    }

    @Test(
        arguments: [
            (["由本人於三十日內親自申請登記", "由戶長申請", "由配偶申請"], true), (["由本人於十日內申請", "由戶長申請", "由配偶申請"], false),
            (["本人或配偶", "戶長", "里長"], false), (["由戶長於三十日內親自申請登記", "由本人於三十日內親自申請登記", "由配偶申請"], false),
        ])
    func `a right choice that is by far the longest is pointed out`(choices: [String], isLong: Bool) {
        let found = kinds([.sample(choices: choices, key: [0])])
        #expect(found == (isLong ? [.longestIsRight(choices[0])] : []))
    }

    @Test(arguments: ["一律", "全部", "任何", "隨時", "必須"])
    func `a sweeping word that is never right is pointed out with its questions`(word: String) {
        let wrong = (1...3).map {
            QuestionReading.sample("a-\($0)", choices: ["\(word)不受理\($0)", "六十日\($0)", "九十日\($0)"])
        }
        #expect(kinds(wrong) == [.sweepingWord(word, codes: ["a-1", "a-2", "a-3"])])
        #expect(kinds(Array(wrong.prefix(2))) == [])
        #expect(kinds(wrong + [.sample("a-4", choices: ["三十日", "\(word)受理", "九十日"])]) == [])
        #expect(kinds(wrong + [.sample("a-4", .trueFalse, stem: "登記\(word)免費。", key: [0])]) == [])
        #expect(
            kinds(wrong + [.sample("a-4", .trueFalse, stem: "登記\(word)免費。", key: [1])])
                == [.sweepingWord(word, codes: ["a-1", "a-2", "a-3", "a-4"])])
        let retired =
            Array(wrong.prefix(2)) + [QuestionReading.sample("a-3", choices: ["\(word)受理", "六十日"], state: .retired)]
        #expect(kinds(retired) == [])
    }

    @Test(arguments: ["抽籤決定", "里長", "親友具結", "祖父母協議"])
    func `fillers that are never right are pointed out`(filler: String) {
        let questions = (1...2).map {
            QuestionReading.sample("a-\($0)", choices: [filler, "六十日\($0)", "九十日\($0)"])
        }
        let found = QuestionWarningRules.warnings(of: questions).map(\.description)
        #expect(found.count == 1 && found[0].hasPrefix("題庫：「") && found[0].contains("a-1、a-2"))
        #expect(kinds(questions + [.sample("a-3", choices: ["三十日", filler])]) == [])
    }

    @Test func `a whole choice that is wrong again and again is a filler, but no number`() {
        func questions(_ choice: String) -> [QuestionReading] {
            (1...4).map { .sample("a-\($0)", choices: [choice, "六十日\($0)", "九十日\($0)"]) }
        }
        #expect(kinds(questions("查驗機關")) == [.filler("查驗機關", codes: ["a-1", "a-2", "a-3", "a-4"])])
        #expect(kinds(Array(questions("查驗機關").prefix(3))) == [])
        #expect(kinds(questions("200元")) == [])
        #expect(kinds(questions("三個月")) == [])
    }

    @Test(arguments: [(5, 5, true), (5, 4, true), (5, 3, false), (4, 4, false), (32, 28, true), (32, 8, false)])
    func `nearly all multiple-choice questions with as many answers are pointed out`(
        total: Int, same: Int, isHabit: Bool
    ) {
        let questions = (1...total).map { number in
            QuestionReading.sample(
                "a-\(number)", .multiple, choices: (1...5).map { "甲地\(number)之\($0)" },
                key: number <= same ? [0, 1, 2] : number % 2 == 0 ? [0, 1] : [0])
        }
        #expect(kinds(questions) == (isHabit ? [.sameNumberOfAnswers(3, count: same, total: total)] : []))
    }

    @Test(arguments: [(5, 4, true), (5, 3, false), (34, 20, false), (34, 21, true), (4, 4, false), (10, 5, false)])
    func `true and false out of balance are pointed out above sixty in a hundred`(
        total: Int, same: Int, isHabit: Bool
    ) {
        for place in 0...1 {
            let questions = (1...total).map {
                QuestionReading.sample("a-\($0)", .trueFalse, stem: "敘述\($0)。", key: [$0 <= same ? place : 1 - place])
            }
            #expect(kinds(questions) == (isHabit ? [.oneSided(place == 0, count: same, total: total)] : []))
        }
    }

    @Test func `the bank that comes with the program has no habits`() throws {
        let folder = SampleOffice.resources + "/../questions"
        let files = QuestionBankFiles(try QuestionFolder.read(folder))
        #expect(files.problems == [])
        let warnings = QuestionWarningRules.warnings(of: files.readings)
        #expect(warnings.allSatisfy { $0.file != nil }, "\(warnings.map(\.description))")
        #expect(warnings.count <= 3)
    }
}
