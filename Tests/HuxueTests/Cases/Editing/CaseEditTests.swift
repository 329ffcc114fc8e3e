import GRDB
import Testing

@testable import Huxue

/// Writing a case study: what a form says, what keeps it from being saved or submitted, and two people at once.
@Suite struct CaseEditTests {
    private func problems(_ change: (inout CaseForm) -> Void) -> [CaseFormProblem] {
        var form = SampleCases.form()
        change(&form)
        return form.reading(names: .table).problems
    }

    @Test func `a form says its facets each once, and its citations`() {
        var form = SampleCases.form()
        form[.service] = "遷入登記，遷入登記;結婚登記"
        let (content, problems) = form.reading(names: .table)
        #expect(problems.isEmpty)
        #expect(content.services == ["遷入登記", "結婚登記"] && content.subjects == ["戶籍登記"])
        #expect(content.kind == .error && content.citations.count == 1 && content.lawAsOf == Day("2026-01-01"))
    }

    @Test func `what cannot be kept is refused at its field`() {
        #expect(problems { $0[.title] = "" } == [CaseFormProblem(.title, .missing)])
        #expect(
            problems { $0[.title] = String(repeating: "案", count: 61) } == [
                CaseFormProblem(.title, .tooLong(limit: 60))
            ])
        #expect(problems { $0[.kind] = "other" } == [CaseFormProblem(.kind, .unreadable("other"))])
        #expect(
            problems { $0[.subject] = String(repeating: "題", count: 51) }
                == [CaseFormProblem(.subject, .tooLong(limit: 50))])
        #expect(
            problems { $0[.service] = (1...21).map { "服務\($0)" }.joined(separator: "、") }
                == [CaseFormProblem(.service, .tooMany(limit: 20))])
        #expect(
            problems { $0[.events] = String(repeating: "字", count: 5001) }
                == [CaseFormProblem(.events, .tooLong(limit: 5000))])
        #expect(problems { $0[.lawAsOf] = "" } == [CaseFormProblem(.lawAsOf, .missing)])
        #expect(problems { $0[.authors] = "A01 60%" } == [CaseFormProblem(.authors, .sharesOff(6000))])
        #expect(problems { $0[.authors] = "" } == [CaseFormProblem(.authors, .missing)])
    }

    @Test(arguments: CaseKind.allCases)
    func `a doubtful point needs its question, the others what was done`(kind: CaseKind) {
        let form = CaseForm([.title: "名稱", .kind: kind.rawValue, .subject: "戶籍登記", .events: "經過", .authors: "A01"])
        let expected: [CaseField] = kind == .doubt ? [.doubt] : [.handling, .improvement]
        #expect(form.missing.map(\.field) == expected)
    }

    @Test func `an unfinished draft is kept and not submitted`() throws {
        let sample = try SampleCases()
        let id = try sample.add(CaseForm([.title: "還沒寫完", .authors: "A01"]))
        let expected = [CaseField.kind, .subject, .events, .handling, .improvement].map {
            CaseFormProblem($0, .missing)
        }
        #expect(throws: CaseRefusal.invalid(expected)) { try sample.perform(.submit, on: id, by: "yachu") }
    }

    @Test func `two authors who save at once lose nothing`() throws {
        let sample = try SampleCases()
        let id = try sample.add(SampleCases.form("林雅筑（A01） 50%\n王淑芬（A03） 50%"))
        var theirs = SampleCases.form("林雅筑（A01） 50%\n王淑芬（A03） 50%")
        theirs[.events] = "民眾辦理遷入登記。\n櫃檯沒有核對居住的證明。\n事後才發現。"
        try sample.save(theirs, of: id, over: 1, by: "shufen")
        var mine = SampleCases.form("林雅筑（A01） 50%\n王淑芬（A03） 50%")
        mine[.handling] = "到府補件。"
        #expect(throws: CaseRefusal.changedMeanwhile) { try sample.save(mine, of: id, over: 1) }
        let (visitor, written) = (try sample.visitor("yachu"), mine)
        let conflict = try sample.office.database.readAndWait {
            try CaseEditActions.conflict(id, base: 1, mine: written, by: visitor, in: $0)
        }
        #expect(conflict.merge.isSettled && conflict.number == 2 && conflict.author == "王淑芬")
        #expect(conflict.merge.form[.events].hasSuffix("事後才發現。") && conflict.merge.form[.handling] == "到府補件。")
    }

    @Test func `who began it alone changes its authors`() throws {
        let sample = try SampleCases()
        let id = try sample.add(SampleCases.form("林雅筑（A01） 50%\n王淑芬（A03） 50%"))
        let other = SampleCases.form("A01 10%\nA03 90%")
        #expect(throws: CaseRefusal.invalid([CaseFormProblem(.authors, .notYours)])) {
            try sample.save(other, of: id, over: 1, by: "shufen")
        }
        let saved = try sample.save(other, of: id, over: 1)
        #expect(saved == .saved)
        #expect(throws: CaseRefusal.invalid([CaseFormProblem(.authors, .creatorMissing)])) {
            try sample.save(SampleCases.form("A03 100%"), of: id, over: 2)
        }
        #expect(throws: CaseRefusal.invalid([CaseFormProblem(.authors, .personNotHere("Z99"))])) {
            try sample.save(SampleCases.form("A01 50%\nZ99 50%"), of: id, over: 2)
        }
    }

    @Test func `the same text makes no version`() throws {
        let sample = try SampleCases()
        let id = try sample.add()
        var form = SampleCases.form()
        (form[.lawAsOf], form[.service]) = ("115.1.1", "遷入登記,初領國民身分證")
        let saved = try sample.save(form, of: id, over: 1)
        let number = try sample.current(id).number
        #expect(saved == .unchanged && number == 1)
    }
}
