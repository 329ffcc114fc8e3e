import Testing

@testable import Huxue

/// A call's form: what it reads, what it refuses, and that it goes in a circle.
@Suite struct ProposalCallFormTests {
    private var form: ProposalCallForm { ProposalCallForm(SampleProposals.plan, panel: []) }

    private func problems(_ change: (inout ProposalCallForm) -> Void) -> [ProposalCallProblem] {
        var form = form
        change(&form)
        return form.plan().problems
    }

    @Test func `a plan goes in a circle through its form`() {
        let read = form.plan()
        #expect(read.problems.isEmpty)
        #expect(read.plan == SampleProposals.plan)
    }

    @Test func `a new call is filled from the last one, with a time of its own`() {
        let today = ROCDate.day(of: SampleOffice.morning)
        let blank = ProposalCallForm(today: today, after: SampleProposals.plan)
        #expect(blank.title.isEmpty && blank.year == "115" && blank.opens == "115/11/22 08:00")
        #expect(blank.awards == "特優，5000 元，記功一次" && blank.reviewers == "2")
        #expect(ProposalCallForm(today: today, after: nil).plan().problems.map(\.field) == [.title])
    }

    @Test(
        arguments: [
            ("", "2", 20), ("", "3", nil), ("", "1", nil), ("", "4", nil), ("0", "2", nil), ("10", "3", 10),
            ("１５", "2", 15), ("100", "2", 100),
        ] as [(String, String, Int?)])
    func `a third reviewer is asked from a fifth on for two, and for no other number unless it says so`(
        third: String, each: String, share: Int?
    ) {
        var form = form
        (form.third, form.reviewers) = (third, each)
        let read = form.plan()
        #expect(read.problems.isEmpty && read.plan.thirdShare == share)
    }

    @Test(arguments: [
        ("特優", ProposalAward(name: "特優")),
        ("特優，5000 元，記功一次", ProposalAward(name: "特優", prize: 5000, merit: .init(kind: .merit, times: 1))),
        ("優等,獎金3000元,嘉獎兩次", ProposalAward(name: "優等", prize: 3000, merit: .init(kind: .commendation, times: 2))),
        ("佳作、嘉獎1次", ProposalAward(name: "佳作", merit: .init(kind: .commendation, times: 1))),
        ("佳作；５００", ProposalAward(name: "佳作", prize: 500)),
    ])
    func `awards are read as people write them`(line: String, award: ProposalAward) throws {
        #expect(try ProposalAwardFile.awards(line) == [award])
        #expect(try ProposalAwardFile.awards(ProposalAwardFile.text(award)) == [award])
    }

    @Test(arguments: ["特優，很多錢", "特優，0 元", "特優，記功三次", "特優，5000 元，3000 元", "，"])
    func `what is no award is named`(line: String) {
        #expect(throws: ProposalCallRefusal.unreadableAward(line)) { try ProposalAwardFile.awards(line) }
        #expect(problems { $0.awards = line }.map(\.field) == [.awards])
    }

    @Test func `every field says what is wrong with it`() {
        #expect(problems { $0.title = "" }.map(\.kind) == [.missing])
        #expect(problems { $0.title = String(repeating: "字", count: 61) }.map(\.kind) == [.tooLong(limit: 60)])
        #expect(problems { $0.title = "一\n二" }.map(\.kind) == [.hasControls])
        #expect(problems { $0.year = "今年" }.map(\.kind) == [.notAYear])
        #expect(problems { $0.year = "2026" }.isEmpty)
        #expect(problems { $0.opens = "明天" }.map(\.kind) == [.notAMoment])
        #expect(problems { $0.closes = $0.opens }.map(\.field) == [.closes])
        #expect(problems { $0.kinds = [] }.map(\.field) == [.kinds])
        #expect(problems { $0.kinds = ["magic"] }.map(\.kind) == [.unknownValue("magic")])
        for each in ["0", "21", "幾位", ""] {
            #expect(problems { $0.reviewers = each }.map(\.field) == [.reviewers], "\(each)")
        }
        #expect(problems { $0.method = "median" }.map(\.field) == [.method])
        for third in ["-1", "101", "五分之一"] {
            #expect(problems { $0.third = third }.map(\.field) == [.third], "\(third)")
        }
        for ties in ["luck", "criterion,criterion"] {
            #expect(problems { $0.ties = ties }.map(\.field) == [.ties], "\(ties)")
        }
    }

    @Test func `the state follows from times and acts`() {
        func call(review: Bool = false, meeting: Bool = false, decided: Bool = false) -> ProposalCall {
            let now = SampleOffice.morning
            return ProposalCall(
                id: ID(rawValue: 1), unitID: ID(rawValue: 1), unit: UnitPath(rawValue: "/1/"), unitName: "",
                plan: SampleProposals.plan, edit: 1, reviewAt: review ? now : nil, meetingAt: meeting ? now : nil,
                decidedAt: decided ? now : nil)
        }
        let (opens, closes) = (SampleProposals.plan.opens, SampleProposals.plan.closes)
        func before(_ moment: Moment) -> Moment { Moment(milliseconds: moment.milliseconds - 1) }
        #expect(call().state(at: before(opens)) == .planned)
        #expect(call().state(at: opens) == .open && call().state(at: before(closes)) == .open)
        #expect(call().state(at: closes) == .closed)
        for now in [before(opens), opens, closes] {
            #expect(call(review: true).state(at: now) == .review)
            #expect(call(review: true, meeting: true).state(at: now) == .meeting)
            #expect(call(review: true, meeting: true, decided: true).state(at: now) == .decided)
        }
    }
}
