import GRDB
import Testing

@testable import Huxue

/// From a draft to what is reviewed: consent, submission, formal check, withdrawal.
@Suite struct ProposalStateTests {
    private let sample: SampleProposals

    init() throws {
        sample = try SampleProposals()
    }

    @Test func `nothing is submitted before every author has agreed`() throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"))
        #expect(throws: ProposalRefusal.unconfirmed(["詹𠮷安"])) { try sample.submit(id) }
        #expect(throws: ProposalRefusal.notAnAuthor) { try sample.submit(id, by: "jian") }
        try sample.answer(id, agrees: false, share: 4000, by: "jian")
        #expect(try sample.role("jian", of: id) == nil)
        #expect(throws: ProposalRefusal.unconfirmed(["詹𠮷安"])) { try sample.submit(id) }
        var form = try sample.opened(id)
        form[.authors] = "A01 100%"
        #expect(try sample.save(form, of: id, over: 1, isSubmitted: true) == .submitted)
        #expect(try sample.proposal(id).number == 1)
        #expect(try sample.findings() == [])
    }

    @Test func `saved and to be submitted, it waits for those who have not agreed`() throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"), isSubmitted: true)
        #expect(try sample.proposal(id).state == .draft)
        try sample.answer(id, share: 4000, by: "jian")
        try sample.submit(id, by: "jian")
        #expect(try sample.proposal(id).state == .submitted)
    }

    @Test(arguments: ProposalField.required.filter { ![.title, .authors].contains($0) })
    func `what is missing keeps it from being submitted, not from being saved`(field: ProposalField) throws {
        var form = SampleProposals.form()
        form[field] = ""
        let id = try sample.add(form)
        #expect(throws: ProposalRefusal.invalid([ProposalFormProblem(field, .missing)])) { try sample.submit(id) }
        #expect(try sample.proposal(id).state == .draft)
    }

    @Test func `its form is checked by the manager, returned with reasons, mended and accepted`() throws {
        let id = try sample.add(isSubmitted: true)
        #expect(throws: ProposalRefusal.notEditable) { try sample.save(SampleProposals.form(), of: id, over: 1) }
        #expect(throws: ProposalRefusal.noReturnReason) { try sample.check(id, isAccepted: false) }
        try sample.check(id, isAccepted: false, reason: "請補經費來源")
        #expect(try sample.proposal(id).remark == "請補經費來源")
        #expect(throws: ProposalRefusal.notCheckable) { try sample.check(id, isAccepted: true) }
        // After the end of the call, too: it came in time.
        sample.office.advance(minutes: 6 * 24 * 60)
        var form = try sample.opened(id)
        form[.cost] = "業務費三千元"
        #expect(throws: ProposalRefusal.noReason) { try sample.save(form, of: id, over: 1) }
        form[.reason] = "補經費"
        #expect(try sample.save(form, of: id, over: 1, isSubmitted: true) == .submitted)
        #expect(try sample.proposal(id).number == 1 && sample.proposal(id).remark.isEmpty)
        try sample.check(id, isAccepted: true)
        #expect(try sample.proposal(id).state == .accepted)
        #expect(try sample.findings() == [])
    }

    @Test func `a manager checks neither an own proposal nor one of another unit`() throws {
        let own = try sample.add(SampleProposals.form("A06"), by: "meiling", isSubmitted: true)
        #expect(throws: ProposalRefusal.missing) { try sample.check(own, isAccepted: true) }
        let shared = try sample.add(SampleProposals.form("A01 90%\nA06 10%"))
        try sample.answer(shared, share: 1000, by: "meiling")
        try sample.submit(shared)
        #expect(throws: ProposalRefusal.missing) { try sample.check(shared, isAccepted: true) }
        let other = try sample.add(isSubmitted: true)
        for login in ["shuhui", "yachu", "zonghan"] {
            #expect(throws: ProposalRefusal.missing, "\(login)") {
                try sample.check(other, isAccepted: true, by: login)
            }
        }
    }

    @Test func `it is taken back until the meeting, by any author`() throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"))
        try sample.answer(id, share: 4000, by: "jian")
        try sample.submit(id)
        try sample.check(id, isAccepted: true)
        try sample.advance(to: .review)
        #expect(throws: ProposalRefusal.missing) { try sample.withdraw(id, by: "shufen") }
        try sample.withdraw(id, by: "jian")
        #expect(try sample.proposal(id).state == .withdrawn)
        #expect(throws: ProposalRefusal.notWithdrawable) { try sample.withdraw(id) }
        #expect(try sample.findings() == [])
    }

    @Test func `once the meeting has begun it stays`() throws {
        let id = try sample.add(isSubmitted: true)
        try sample.check(id, isAccepted: true)
        try sample.advance(to: .meeting)
        #expect(throws: ProposalRefusal.notWithdrawable) { try sample.withdraw(id) }
    }

    @Test func `earlier proposals like it are shown, decided ones and own ones alone`() throws {
        let last = try sample.call(SampleProposals.plan)
        let decided = try sample.add(SampleProposals.form("A02"), to: last, by: "jian", isSubmitted: true)
        try sample.check(decided, isAccepted: true)
        let running = try sample.add(SampleProposals.form("A04"), by: "guanting", isSubmitted: true)
        let own = try sample.add()
        func similar(_ login: String, except id: ID<Proposal>?) throws -> Set<ID<Proposal>> {
            let visitor = try sample.visitor(login)
            return try sample.office.database.readAndWait {
                Set(
                    try ProposalActions.similar(to: SampleProposals.form(), except: id, for: visitor, in: $0).map(\.id))
            }
        }
        #expect(try similar("yachu", except: nil) == [own])
        try sample.advance(last, to: .decided)
        #expect(try similar("yachu", except: nil) == [own, decided])
        #expect(try similar("yachu", except: own) == [decided])
        #expect(try similar("guanting", except: nil) == [running, decided])
    }

    @Test func `doctor finds shares that are not the whole, and states that do not fit`() throws {
        let id = try sample.add(isSubmitted: true)
        func break_(_ sql: String) throws {
            try sample.office.database.writeAndWait { try $0.execute(sql: sql, arguments: [id]) }
        }
        try break_("UPDATE proposalAuthor SET share = 9900 WHERE proposalID = ?")
        #expect(try sample.findings() == ["已送出的創意提案，提案人的貢獻比例加起來不是 100 %"])
        try break_("UPDATE proposalAuthor SET share = 10000, confirmedAt = NULL WHERE proposalID = ?")
        #expect(try sample.findings() == ["送出的創意提案有提案人還沒有同意", "創意提案的提出人不在提案人之中"])
        try break_("UPDATE proposalAuthor SET confirmedAt = '2026-11-21T02:00:00.000Z' WHERE proposalID = ?")
        try break_("UPDATE proposal SET state = 'accepted' WHERE id = ?")
        #expect(try sample.findings() == ["創意提案的形式審查結果與狀態不符"])
    }
}
