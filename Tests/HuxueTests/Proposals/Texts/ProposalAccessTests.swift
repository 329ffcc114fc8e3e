import GRDB
import Testing

@testable import Huxue

/// Who may see a proposal, and as what: every case of the table, and the same in SQL.
@Suite struct ProposalAccessTests {
    private static let consents: [ProposalAuthor.Consent?] = [nil, .given, .asked, .declined]

    private static var cases: [ProposalAccess] {
        var all: [ProposalAccess] = []
        for consent in consents {
            for bits in 0..<64 {
                for state in ProposalState.allCases {
                    func has(_ bit: Int) -> Bool { bits & (1 << bit) != 0 }
                    all.append(
                        ProposalAccess(
                            consent: consent, hasConflict: has(0), isManager: has(1), isReviewer: has(5),
                            isStaff: has(2),
                            state: state, wasSubmitted: has(3), isDecided: has(4)))
                }
            }
        }
        return all
    }

    @Test func `authors see it, managers what was submitted and is none of theirs, colleagues what was decided`() {
        for one in Self.cases {
            let expected: ProposalRole? =
                if one.consent == .given {
                    .author
                } else if one.consent == .asked {
                    .asked
                } else if one.isManager && one.wasSubmitted && one.consent == nil && !one.hasConflict {
                    .manager
                } else if one.isStaff && one.isDecided && one.state == .accepted {
                    .colleague
                } else if one.isReviewer && one.state == .accepted && one.consent == nil && !one.hasConflict {
                    .reviewer
                } else {
                    nil
                }
            #expect(one.role == expected, "\(one)")
        }
        #expect(Self.cases.count == 1280)
    }

    @Test func `whoever has an interest never manages or reviews it`() {
        for one in Self.cases where one.isInConflict {
            #expect(one.role != .manager && one.role != .reviewer, "\(one)")
        }
    }

    /// Proposals in every state and with every kind of author, in calls of the office and of a section, decided and not.
    @Test func `lists and searches show exactly what the table says`() throws {
        let sample = try SampleProposals()
        let section = try sample.call(SampleProposals.plan, unit: "登記一課")
        let decided = try sample.call(SampleProposals.plan)
        let reviewed = try sample.call(SampleProposals.plan)
        var ids: [ID<Proposal>] = []
        for call in [sample.call, section, decided] {
            let draft = try sample.add(to: call)
            let submitted = try sample.add(to: call, isSubmitted: true)
            let returned = try sample.add(to: call, isSubmitted: true)
            let withdrawn = try sample.add(to: call, isSubmitted: true)
            let conflicted = try sample.add(to: call, isSubmitted: true)
            let others = call == section ? "A05" : "A06"
            let asked = try sample.add(SampleProposals.form("A01 50%\n\(others) 50%"), to: call)
            let agreed = try sample.add(SampleProposals.form("A01 50%\n\(others) 50%"), to: call)
            let declined = try sample.add(SampleProposals.form("A01 50%\n\(others) 50%"), to: call)
            let other = call == section ? "shuhui" : "meiling"
            try sample.answer(agreed, share: 5000, by: other)
            try sample.answer(declined, agrees: false, share: 5000, by: other)
            try sample.submit(agreed)
            try sample.withdraw(withdrawn)
            try sample.check(returned, isAccepted: false, reason: "缺附件")
            try sample.declareConflict("meiling", with: conflicted)
            if call == decided {
                try sample.office.database.writeAndWait { db in
                    let account = try #require(try AccountStore.account(login: "guanting", in: db))
                    let root = try #require(try UnitStore.root(in: db))
                    _ = try GrantStore.insert(
                        .proposalManager, at: root.id, for: account.employeeID, now: sample.office.clock.now(), in: db)
                }
                for id in [submitted, conflicted, agreed] { try sample.check(id, isAccepted: true, by: "guanting") }
                try sample.advance(decided, to: .decided)
            }
            ids += [draft, submitted, returned, withdrawn, conflicted, asked, agreed, declined]
        }
        // Reviewed by shufen, the second with a conflict, the third not any more, the fourth withdrawn.
        var inReview: [ID<Proposal>] = []
        for _ in 0..<4 {
            let id = try sample.add(to: reviewed, isSubmitted: true)
            try sample.check(id, isAccepted: true)
            inReview.append(id)
        }
        try sample.advance(reviewed, to: .review)
        let (shufen, now) = (try sample.visitor("shufen").employee, sample.office.clock.now())
        let all = inReview
        try sample.office.database.writeAndWait { db in
            for id in all {
                try ReviewStore.assign(ReviewPair(proposal: id, reviewer: shufen), by: shufen, now: now, in: db)
            }
            let third = ReviewPair(proposal: all[2], reviewer: shufen)
            try ReviewStore.end(third, as: .removed, now: now, in: db)
        }
        try sample.declareConflict("shufen", with: inReview[1])
        try sample.withdraw(inReview[3])
        #expect(try inReview.map { try sample.role("shufen", of: $0) } == [.reviewer, nil, nil, nil])
        ids += inReview
        var seen: Set<ProposalRole?> = []
        for login in ["yachu", "jian", "shufen", "guanting", "shuhui", "meiling", "zonghan"] {
            let visitor = try sample.visitor(login)
            let shown = try sample.office.database.readAndWait { db in
                let reader = ProposalActions.reader(visitor)
                let listed = Set(try ProposalStore.lines(where: ProposalStore.visible(to: reader), in: db).map(\.id))
                let request = SearchQuery("條碼").request(limit: 100)
                let found = try ProposalSearchStore().matches(request, for: visitor, in: db)
                #expect(Set(found.ids) == Set(listed.map(\.rawValue)) && found.count == listed.count, "\(login)")
                return listed
            }
            for id in ids {
                let role = try sample.role(login, of: id)
                seen.insert(role)
                #expect((role != nil) == shown.contains(id), "\(login) \(id)")
            }
        }
        #expect(seen == [.author, .asked, .manager, .reviewer, .colleague, nil])
    }

    @Test func `one who declined or is in conflict has no trace of it`() async throws {
        let sample = try SampleProposals()
        let id = try sample.add(isSubmitted: true)
        try sample.declareConflict("meiling", with: id)
        let call = sample.call
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/proposals/\(id)").status == 404)
            #expect(try await meiling.post("/proposals/\(id)/check", [("outcome", "accepted")]).status == 404)
            for uri in ["/manage/calls/\(call)", "/", "/search?q=\(Address.encoded("條碼"))"] {
                let page = try await meiling.get(uri)
                #expect(page.status == 200 && !page.text.contains("一次告知單"), "\(uri)")
            }
            #expect(try await meiling.get("/manage/calls/\(call)").text.contains("還沒有提案"))
            // The administrator reads that something was done, not to what.
            let log = try await browser.signedIn("zonghan").get("/audit").text
            #expect(log.contains("送出提案") && !log.contains("一次告知單"))
        }
    }
}
