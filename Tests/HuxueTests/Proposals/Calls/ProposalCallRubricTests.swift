import GRDB
import Testing

@testable import Huxue

/// The rubric, the criterion for ties and the panel's deadline in a call's form.
@Suite struct ProposalCallRubricTests {
    private func problems(_ change: (inout ProposalCallForm) -> Void) -> [ProposalCallProblem] {
        var form = ProposalCallForm(SampleProposals.plan, panel: [])
        change(&form)
        return form.plan().problems
    }

    @Test func `they go in a circle through the form`() {
        var plan = SampleProposals.plan
        (plan.rubric, plan.tieCriterion, plan.excludesChain) = (ID(rawValue: 7), "效益", true)
        plan.reviewsClose = plan.closes.adding(minutes: 60)
        let read = ProposalCallForm(plan, panel: []).plan()
        #expect(read.problems.isEmpty && read.plan == plan)
    }

    @Test func `what cannot be read, or ends too early, stands at its field`() {
        #expect(problems { $0.rubric = "表" }.map(\.kind) == [.unknownValue("表")])
        #expect(problems { $0.reviewsClose = "月底" }.map(\.kind) == [.notAMoment])
        let closes = SampleProposals.plan.closes
        #expect(problems { $0.reviewsClose = $0.closes }.map(\.kind) == [.reviewsCloseTooEarly(closes: closes)])
        #expect(problems { $0.reviewsClose = "" }.isEmpty)
    }

    @Test(
        arguments: [
            ("效益", [.criterion], nil), ("", [.firstPlaces], nil), ("", [], nil), ("效益", [], nil),
            ("", [.firstPlaces, .criterion], .missing), ("成本", [.criterion], .notInRubric("成本")),
            ("成本", [], .notInRubric("成本")),
        ] as [(String, [TieBreaker], ProposalCallProblem.Kind?)])
    func `the criterion for ties is one of the rubric's`(
        name: String, ties: [TieBreaker], expected: ProposalCallProblem.Kind?
    ) {
        var plan = SampleProposals.plan
        (plan.tieCriterion, plan.ties) = (name, ties)
        #expect(ProposalCallRules.problem(ofTies: plan, criteria: ["創新性", "效益"])?.kind == expected)
    }

    @Test func `a rubric of the unit or above is chosen on the page, another is refused`() async throws {
        let sample = try SampleProposals()
        let call = sample.call
        func rubric(_ unit: String?, _ code: String) throws -> ID<Rubric> {
            let now = sample.office.clock.now()
            return try sample.office.database.writeAndWait { db in
                let place = try unit.map { try UnitStore.unit(named: $0, in: db) } ?? UnitStore.root(in: db)
                let id = try RubricStore.insert(code, unit: try #require(place).id, in: db)
                try RubricStore.add(
                    SampleRubrics.plan { $0.title = "\(code)的評分表" }, number: 1, of: id, now: now, in: db)
                return id
            }
        }
        let (own, below) = (try rubric(nil, "office"), try rubric("登記一課", "section"))
        @Sendable func fields(_ id: ID<Rubric>, _ criterion: String, seen: Int) -> [(String, String)] {
            [
                ("title", "115年度創意提案"), ("year", "115"), ("opens", "115/11/20 10:00"), ("closes", "115/11/25 17:30"),
                ("kinds", "simplified"), ("reviewers", "2"), ("method", "mean"), ("ties", "criterion"),
                ("rubric", "\(id)"), ("tieCriterion", criterion), ("reviewsClose", "115/12/10 17:30"), ("chain", "1"),
                ("seen", "\(seen)"),
            ]
        }
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            let edit = "/manage/calls/\(call)/edit"
            let page = try await meiling.get(edit).text
            #expect(page.contains("office的評分表") && page.contains("value=\"效益\""))
            #expect(!page.contains("section的評分表"))
            #expect(try await meiling.get("/manage/calls/new").text.contains("section的評分表"))
            #expect(try await meiling.post(edit, fields(below, "效益", seen: 1)).status == 422)
            let wrong = try await meiling.post(edit, fields(own, "成本", seen: 1))
            #expect(wrong.status == 422 && wrong.text.contains("沒有「成本」這個項目"))
            #expect(try await meiling.post(edit, fields(own, "效益", seen: 1)).status == 303)
            let shown = try await meiling.get("/manage/calls/\(call)").text
            #expect(shown.contains("創意提案評分表") == false && shown.contains("office的評分表"))
            #expect(shown.contains("比「效益」的平均") && shown.contains("互相迴避"))
        }
    }
}
