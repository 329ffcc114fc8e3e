import GRDB
import Testing

@testable import Huxue

/// Writing proposals: alone, by two at once, in time and too late.
@Suite struct ProposalEditTests {
    private let sample: SampleProposals

    init() throws {
        sample = try SampleProposals()
    }

    private func audit(_ action: AuditAction) throws -> Int {
        try sample.office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: action.code), limit: 100, in: $0).count
        }
    }

    @Test func `a proposal is saved with revision, authors, citations and words, and audited`() throws {
        let id = try sample.add()
        let proposal = try sample.proposal(id)
        #expect(proposal.state == .draft && proposal.number == nil && proposal.lawAsOf == Day("2026-01-01"))
        #expect(try sample.authors(id) == ["林雅筑 10000 given"])
        var form = try sample.opened(id)
        #expect(form[.authors] == "林雅筑（A01） 100%")
        form[.idea] = "掃描條碼，看應備文件與費用。"
        #expect(try sample.save(form, of: id, over: 1) == .saved)
        #expect(try sample.save(form, of: id, over: 2) == .unchanged)
        let revisions = try sample.office.database.readAndWait { try ProposalRevisionStore.revisions(of: id, in: $0) }
        #expect(revisions.map(\.number) == [2, 1] && revisions.map(\.saverName) == ["林雅筑", "林雅筑"])
        let cited = try sample.office.database.readAndWait {
            try ProposalCitationStore(only: id).works(citing: "D0030006", in: $0).map(\.citation)
        }
        #expect(cited == ["戶籍法第48條第1項"])
        #expect(try audit(.proposalRevision) == 2)
        #expect(try sample.findings() == [])
    }

    @Test func `a revision never changes and is never deleted`() throws {
        try sample.add()
        for sql in ["UPDATE proposalRevision SET reason = 'x'", "DELETE FROM proposalRevision"] {
            #expect(throws: DatabaseError.self) {
                try sample.office.database.writeAndWait { try $0.execute(sql: sql) }
            }
        }
    }

    @Test func `two co-authors who change different fields are merged, and the same field is shown twice`() throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"))
        try sample.answer(id, share: 4000, by: "jian")
        var (mine, theirs) = (try sample.opened(id), try sample.opened(id, by: "jian"))
        theirs[.method] = "一、整理各課清單。\n二、印製條碼。\n三、每月更新。"
        theirs[.cost] = "印刷三千元"
        #expect(try sample.save(theirs, of: id, over: 1, by: "jian") == .saved)
        mine[.method] = "一、整理清單。\n二、印製條碼。\n三、每週更新。"
        mine[.benefit] = "少跑一趟，同仁少解釋一次。"
        #expect(throws: ProposalRefusal.changedMeanwhile) { try sample.save(mine, of: id, over: 1) }
        let (visitor, now) = (try sample.visitor("yachu"), sample.office.clock.now())
        func conflict(_ form: ProposalForm) throws -> WritingConflict<ProposalField> {
            try sample.office.database.readAndWait {
                try ProposalEditActions.conflict(id, base: 1, mine: form, by: visitor, now: now, in: $0)
            }
        }
        let merged = try conflict(mine)
        #expect(merged.author == "詹𠮷安" && merged.number == 2 && merged.merge.isSettled)
        #expect(merged.merge.form[.method] == "一、整理各課清單。\n二、印製條碼。\n三、每週更新。")
        #expect(merged.merge.form[.cost] == "印刷三千元" && merged.merge.form[.benefit] == mine[.benefit])
        mine[.cost] = "免費"
        let torn = try conflict(mine)
        #expect(!torn.merge.isSettled && torn.merge.conflicts == [.cost: "印刷三千元"])
        #expect(try sample.save(merged.merge.form, of: id, over: 2) == .saved)
    }

    @Test func `only who began it changes the authors, and stays among them`() throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"))
        try sample.answer(id, share: 4000, by: "jian")
        var form = try sample.opened(id, by: "jian")
        form[.authors] = "A01 50%\nA02 50%"
        #expect(throws: ProposalRefusal.invalid([ProposalFormProblem(.authors, .notYours)])) {
            try sample.save(form, of: id, over: 1, by: "jian")
        }
        form[.authors] = "A02 100%"
        #expect(throws: ProposalRefusal.invalid([ProposalFormProblem(.authors, .creatorMissing)])) {
            try sample.save(form, of: id, over: 1)
        }
        // Written in another way, it is the same.
        form[.authors] = "林雅筑（A01）：60\n詹𠮷安（A02） 40％"
        #expect(try sample.save(form, of: id, over: 1, by: "jian") == .unchanged)
    }

    @Test(
        arguments: [
            ("A01 50%\nA99 50%", ProposalFormProblem.Kind.personNotHere("A99")),
            ("A01 50%\nA01 50%", .twice("林雅筑")), ("A02 100%", .creatorMissing),
        ] as [(String, ProposalFormProblem.Kind)])
    func `authors are people of the staff, each once`(authors: String, kind: ProposalFormProblem.Kind) {
        #expect(throws: ProposalRefusal.invalid([ProposalFormProblem(.authors, kind)])) {
            try sample.add(SampleProposals.form(authors))
        }
    }

    @Test func `co-authors are of the call's own staff`() throws {
        let section = try sample.call(SampleProposals.plan, unit: "登記一課")
        #expect(throws: ProposalRefusal.invalid([ProposalFormProblem(.authors, .personNotHere("A02"))])) {
            try sample.add(SampleProposals.form("A01 50%\nA02 50%"), to: section)
        }
        // A call of another section is none of his.
        #expect(throws: ProposalCallRefusal.missing) {
            try sample.add(SampleProposals.form("A04"), to: section, by: "guanting")
        }
    }

    @Test func `shares are confirmed anew when they change, and stay confirmed when they do not`() throws {
        let id = try sample.add(SampleProposals.form("A01 60%\nA02 40%"))
        #expect(try sample.authors(id) == ["林雅筑 6000 given", "詹𠮷安 4000 asked"])
        #expect(throws: ProposalRefusal.shareChanged) { try sample.answer(id, share: 5000, by: "jian") }
        try sample.answer(id, share: 4000, by: "jian")
        var form = try sample.opened(id)
        form[.authors] = "A02 40%\nA01 50%\nA03 10%"
        #expect(try sample.save(form, of: id, over: 1) == .saved)
        #expect(try sample.authors(id) == ["詹𠮷安 4000 given", "林雅筑 5000 given", "王淑芬 1000 asked"])
        form = try sample.opened(id)
        form[.authors] = "A01 70%\nA02 30%"
        #expect(try sample.save(form, of: id, over: 2) == .saved)
        #expect(try sample.authors(id) == ["林雅筑 7000 given", "詹𠮷安 3000 asked"])
        #expect(try sample.role("shufen", of: id) == nil)
    }

    @Test func `a call that is over or not yet open takes nothing new`() throws {
        let draft = try sample.add()
        let later = SampleProposals.plan
        var coming = later
        (coming.opens, coming.closes) = (later.closes, later.closes.adding(minutes: 60))
        let next = try sample.call(coming)
        #expect(throws: ProposalRefusal.notYetOpen(coming.title, opens: coming.opens)) { try sample.add(to: next) }
        sample.office.advance(minutes: 5 * 24 * 60)
        #expect(throws: ProposalRefusal.closed(later.title, closed: later.closes)) { try sample.add() }
        #expect(throws: ProposalRefusal.closed(later.title, closed: later.closes)) { try sample.submit(draft) }
        var form = try sample.opened(draft)
        form[.idea] = "之後再用"
        #expect(throws: ProposalRefusal.closed(later.title, closed: later.closes)) {
            try sample.save(form, of: draft, over: 1, isSubmitted: true)
        }
        #expect(try sample.save(form, of: draft, over: 1) == .saved)
        #expect(try sample.proposal(draft).state == .draft)
    }

    @Test func `one millisecond decides`() throws {
        let closes = SampleProposals.plan.closes
        let left = closes.milliseconds - SampleOffice.morning.milliseconds
        let first = try sample.add()
        let second = try sample.add(title: "另一件")
        sample.office.advance(milliseconds: left - 1)
        try sample.submit(first)
        sample.office.advance(milliseconds: 1)
        #expect(throws: ProposalRefusal.self) { try sample.submit(second) }
    }
}

extension SampleProposals {
    fileprivate func add(title: String) throws -> ID<Proposal> { try add(Self.form(title: title)) }
}
