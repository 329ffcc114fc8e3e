import Testing

@testable import Huxue

@Suite struct ResultRulesTests {
    private static func entry(_ number: Int64) -> RosterEntry {
        RosterEntry(
            employee: ID(rawValue: number), staffNumber: "A\(number)", name: "詹𠮷安", unitID: ID(rawValue: 1),
            unitName: "東區所", unit: UnitPath(rawValue: "/1/"), position: "課員", servesCounter: true, login: "")
    }

    private static func attempt(_ id: Int64, of employee: Int64, score: Int?, minute: Int = 0) -> AttemptRecord {
        let began = moment("2026-11-02T09:00").adding(minutes: minute)
        return AttemptRecord(
            id: ID(rawValue: id), employee: ID(rawValue: employee), startedAt: began,
            submittedAt: score == nil ? nil : began.adding(minutes: 20), score: score.map(Points.init(hundredths:)),
            passed: score.map { $0 >= 7000 })
    }

    private func results(_ attempts: [AttemptRecord], showsScores: Bool = true) -> [ExamResult] {
        ResultRules.results(
            roster: [1, 2, 3, 4].map(Self.entry), attempts: attempts, excused: [ID(rawValue: 3), ID(rawValue: 1)],
            showsScores: showsScores)
    }

    @Test func `each examinee has one state, and work done outweighs an excuse`() {
        let found = results([Self.attempt(1, of: 1, score: 8000), Self.attempt(2, of: 2, score: nil)])
        #expect(found.map(\.state) == [.submitted, .open, .excused, .notStarted])
        #expect(found.map(\.score) == [Points(hundredths: 8000), nil, nil, nil])
        #expect(found.map(\.passed) == [true, nil, nil, nil])
        #expect(found[1].startedAt == moment("2026-11-02T09:00"))
        #expect(found[0].submittedAt == moment("2026-11-02T09:20"))
    }

    @Test func `the best attempt counts, of equal ones the earliest, and one still open does not hide it`() {
        let found = results([
            Self.attempt(1, of: 1, score: 6000), Self.attempt(2, of: 1, score: 9000, minute: 60),
            Self.attempt(3, of: 1, score: 9000, minute: 30), Self.attempt(4, of: 1, score: nil, minute: 90),
        ])
        #expect(found[0].state == .submitted)
        #expect(found[0].score == Points(hundredths: 9000))
        #expect(found[0].startedAt == moment("2026-11-02T09:30"))
        #expect(found[0].attempts == 4)
    }

    @Test func `scores stay closed while they may not show`() {
        let found = results([Self.attempt(1, of: 1, score: 8000)], showsScores: false)
        #expect(found[0].state == .submitted)
        #expect(found[0].score == nil && found[0].passed == nil)
        #expect(ResultRules.summary(of: found).average == nil)
    }

    @Test func `the summary adds up`() {
        let found = results([
            Self.attempt(1, of: 1, score: 10000), Self.attempt(2, of: 2, score: 3333),
            Self.attempt(3, of: 4, score: 7000),
        ])
        let summary = ResultRules.summary(of: found)
        #expect((summary.roster, summary.submitted, summary.excused, summary.open) == (4, 3, 1, 0))
        #expect(summary.notStarted == 0)
        #expect(summary.passed == 2)
        #expect(summary.passRate == 667)
        #expect(summary.average == Points(hundredths: 6778))
        #expect(summary.median == Points(hundredths: 7000))
        #expect(summary.highest == .full && summary.lowest == Points(hundredths: 3333))
    }

    @Test func `the median of an even number lies between, halves up`() {
        let found = results([Self.attempt(1, of: 1, score: 7001), Self.attempt(2, of: 2, score: 7002)])
        #expect(ResultRules.summary(of: found).median == Points(hundredths: 7002))
    }

    @Test func `nobody's results have no figures`() {
        let summary = ResultRules.summary(of: results([]))
        #expect(summary.average == nil && summary.median == nil && summary.passRate == nil)
        #expect(ResultRules.bins(scores: [], passMark: 70) == [])
    }

    @Test func `bars do not mix those who passed with those who did not`() {
        let bins = ResultRules.bins(
            scores: [6999, 7000, 7499, 7500, 9999, 10000].map(Points.init(hundredths:)), passMark: 70)
        #expect(bins.map(\.from) == [60, 65, 70, 75, 80, 85, 90, 95, 100])
        #expect(bins.map(\.count) == [0, 1, 2, 1, 0, 0, 0, 1, 1])
        #expect(bins.map(\.passes) == [false, false, true, true, true, true, true, true, true])
    }

    @Test(arguments: [0, 1, 33, 60, 72, 99, 100]) func `every score falls into exactly one bar`(passMark: Int) {
        for lowest in [0, 1, 4, 50, 71, 72, 98, 100] {
            let scores = Array(stride(from: lowest * 100, through: 10000, by: 37)) + [10000]
            let points = scores.map(Points.init(hundredths:))
            let bins = ResultRules.bins(scores: points, passMark: passMark)
            #expect(bins.map(\.count).reduce(0, +) == points.count)
            let passing = points.count { ScoreRules.passes($0, passMark: passMark) }
            #expect(bins.filter(\.passes).map(\.count).reduce(0, +) == passing)
            #expect(bins.allSatisfy { $0.from >= 0 && $0.upTo <= 100 })
        }
    }
}
