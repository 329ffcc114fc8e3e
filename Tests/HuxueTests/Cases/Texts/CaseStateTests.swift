import GRDB
import Testing

@testable import Huxue

/// The life of a case study: who takes which step, and what is refused.
@Suite struct CaseStateTests {
    private let sample: SampleCases

    init() throws {
        sample = try SampleCases()
    }

    @Test func `a case goes from its author to the whole office`() throws {
        let id = try sample.add()
        try sample.perform(.submit, on: id, by: "yachu")
        try sample.advance(id, to: .published, unit: nil)
        let (study, revision) = (try sample.study(id), try sample.current(id))
        #expect(study.state == .published && study.openUnit?.isRoot == true && study.publishedAt != nil)
        #expect(revision.number == 2 && revision.form[.conclusion] == "應先核對證明文件。")
        #expect(revision.saverName == "黃美玲" && study.lawAsOf == Day("2026-01-01"))
        for action in [AuditAction.caseSubmission, .casePassing, .caseConclusion, .casePublication] {
            let count = try sample.audited(action)
            #expect(count == 1, "\(action.code)")
        }
        let findings = try sample.findings()
        #expect(findings.isEmpty, "\(findings)")
    }

    @Test func `nobody checks, concludes or publishes what they wrote`() throws {
        let id = try sample.add(SampleCases.form("A01 50%\nA05 30%\nA06 20%"), isSubmitted: true)
        let unit = try sample.unit("登記一課")
        let acts: [CaseAct] = [
            .pass(unit: unit), .giveBack(reason: "請改寫"), .conclude("結論", revision: 1),
            .publish(unit: unit, revision: 1), .retire(reason: "過時"),
        ]
        for login in ["shuhui", "meiling", "yachu"] {
            for act in acts {
                #expect(throws: CaseRefusal.ownCase, "\(login) \(act)") { try sample.perform(act, on: id, by: login) }
            }
        }
        let study = try sample.study(id)
        #expect(study.state == .submitted)
    }

    @Test func `nor does somebody who was an author once; who concluded it may publish it`() throws {
        let id = try sample.add(SampleCases.form("林雅筑（A01） 50%\n鄭淑惠（A05） 50%"))
        try sample.save(SampleCases.form("林雅筑（A01） 50%\n鄭淑惠（A05） 50%", title: "改過的名稱"), of: id, over: 1, by: "shuhui")
        try sample.save(SampleCases.form(title: "改過的名稱"), of: id, over: 2)
        try sample.perform(.submit, on: id, by: "yachu")
        let unit = try sample.unit("登記一課")
        #expect(throws: CaseRefusal.ownCase) { try sample.perform(.pass(unit: unit), on: id, by: "shuhui") }
        try sample.perform(.pass(unit: unit), on: id, by: "meiling")
        try sample.perform(.conclude("結論", revision: 3), on: id, by: "meiling")
        try sample.perform(.publish(unit: unit, revision: 4), on: id, by: "meiling")
        let study = try sample.study(id)
        #expect(study.state == .published)
    }

    @Test func `the database refuses it as well`() throws {
        let id = try sample.add(isSubmitted: true)
        let (study, yachu, now) = (
            try sample.study(id), try sample.visitor("yachu").employee, sample.office.clock.now()
        )
        #expect(throws: (any Error).self) {
            try sample.office.database.writeAndWait {
                try CaseStore.decide(
                    study, .published, reason: "", open: study.unitID, by: yachu, now: now, in: $0)
            }
        }
    }

    @Test func `each step is taken in its state alone`() throws {
        let unit = try sample.unit("登記一課")
        let acts: [(act: CaseAct, from: Set<CaseState>)] = [
            (.pass(unit: unit), [.submitted]), (.giveBack(reason: "請改寫"), [.submitted, .discussion, .concluded]),
            (.conclude("結論", revision: 1), [.discussion]), (.publish(unit: unit, revision: 2), [.concluded]),
            (.retire(reason: "過時"), [.discussion, .concluded, .published]),
        ]
        for state in CaseState.allCases where state != .draft {
            for (act, from) in acts {
                let id = try sample.add(isSubmitted: true)
                if state == .returned {
                    try sample.perform(.giveBack(reason: "缺"), on: id)
                } else {
                    try sample.advance(id, to: state)
                }
                guard !from.contains(state) else {
                    try sample.perform(act, on: id)
                    continue
                }
                #expect(throws: CaseRefusal.otherState, "\(state) \(act)") { try sample.perform(act, on: id) }
                let study = try sample.study(id)
                #expect(study.state == state)
            }
        }
    }

    @Test func `authors change a draft and what was returned, and nothing after`() throws {
        for state in CaseState.allCases where ![.draft, .returned].contains(state) {
            let id = try sample.add(isSubmitted: true)
            try sample.advance(id, to: state)
            let number = try sample.current(id).number
            #expect(throws: CaseRefusal.notEditable, "\(state)") {
                try sample.save(SampleCases.form(title: "改過的名稱"), of: id, over: number)
            }
            #expect(throws: CaseRefusal.notEditable) { try sample.perform(.submit, on: id, by: "yachu") }
        }
    }

    @Test func `what was returned says why, and the next version what was mended`() throws {
        let id = try sample.add(isSubmitted: true)
        #expect(throws: CaseRefusal.noDecisionReason) { try sample.perform(.giveBack(reason: ""), on: id) }
        try sample.perform(.giveBack(reason: "看得出是哪一家"), on: id)
        let returned = try sample.study(id)
        #expect(returned.state == .returned && returned.remark == "看得出是哪一家" && returned.openUnit == nil)
        var form = SampleCases.form(title: "漏收證明文件")
        #expect(throws: CaseRefusal.noReason) { try sample.save(form, of: id, over: 1) }
        form[.reason] = "刪去地點"
        let saved = try sample.save(form, of: id, over: 1)
        #expect(saved == .saved)
        try sample.perform(.submit, on: id, by: "yachu")
        let again = try sample.study(id)
        #expect(again.state == .submitted && again.remark.isEmpty)
    }

    @Test func `a case is opened to units that its checker answers for`() throws {
        let id = try sample.add(isSubmitted: true)
        for unit in [nil, "登記二課"] {
            let place = try sample.unit(unit)
            #expect(throws: CommonRefusal.self) { try sample.perform(.pass(unit: place), on: id, by: "shuhui") }
        }
        try sample.perform(.pass(unit: try sample.unit("登記一課")), on: id, by: "shuhui")
        let roles = try ["shufen", "guanting", "jian"].map { try sample.role($0, of: id) }
        #expect(roles == [.colleague, nil, nil])
    }

    @Test func `what was saved since the page was shown is neither concluded nor published`() throws {
        let id = try sample.add(isSubmitted: true)
        try sample.advance(id, to: .discussion)
        #expect(throws: CaseRefusal.changedMeanwhile) { try sample.perform(.conclude("結論", revision: 9), on: id) }
        #expect(throws: CaseRefusal.noConclusion) { try sample.perform(.conclude("", revision: 1), on: id) }
        try sample.perform(.conclude("結論", revision: 1), on: id)
        let unit = try sample.unit("登記一課")
        #expect(throws: CaseRefusal.changedMeanwhile) {
            try sample.perform(.publish(unit: unit, revision: 1), on: id)
        }
    }
}
