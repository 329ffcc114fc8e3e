import Testing

@testable import Huxue

@Suite struct ResultRulesTests {
    /// Four people of the sample office: the first and the third are excused.
    private func read(
        _ attempts: [(person: Int, score: Int?, minute: Int)], release: ResultsRelease = .atOnce
    ) throws -> (results: [ExamResult], standing: ExamStanding, summary: ScoreSummary?) {
        let office = try SampleOffice()
        return try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let numbers = ["A01", "A02", "A03", "A04"]
            let plan = SampleExams.plan {
                $0.examinees = Audience(employees: numbers)
                ($0.results, $0.passMark) = (release, 70)
            }
            let id = try ExamStore.insert(plan, unit: root.id, seed: ExamStoreTests.seed, now: Self.began, in: db)
            try ExamStore.setPublished(id, now: Self.began, in: db)
            let people = try numbers.map { try #require(try EmployeeStore.member(staffNumber: $0, in: db)).employee.id }
            for place in [0, 2] {
                try AccommodationStore.insert(
                    Accommodation(examID: id, employeeID: people[place], isExcused: true), in: db)
            }
            for (place, attempt) in attempts.enumerated() {
                let began = Self.began.adding(minutes: attempt.minute)
                let earlier = attempts[..<place].count { $0.person == attempt.person }
                let made = try AttemptStore.insert(
                    exam: id, employee: people[attempt.person - 1], ordinal: earlier + 1,
                    address: padded(place, to: 22), startedAt: began, deadline: began.adding(minutes: 30), lines: [],
                    in: db)
                guard let score = attempt.score else { continue }
                try SubmissionStore.submit(
                    made, at: began.adding(minutes: 20), cause: .examinee, score: Points(hundredths: score),
                    passed: score >= 7000, in: db)
            }
            let exam = try ExamStore.require(id, in: db)
            let today = ROCDate.day(of: Self.began)
            return (
                try ResultStore.results(
                    of: exam, ResultQuery(order: .staff), scope: .everywhere, today: today, in: db),
                try StandingStore.standing(of: exam, scope: .everywhere, today: today, in: db),
                ResultRules.summary(
                    of: try ResultStore.scores(of: exam, scope: .everywhere, today: today, in: db), passMark: 70)
            )
        }
    }

    private static let began = moment("2026-11-02T09:00")

    @Test func `each examinee has one state, and work done outweighs an excuse`() throws {
        let found = try read([(1, 8000, 0), (2, nil, 0)]).results
        #expect(found.map(\.state) == [.submitted, .open, .excused, .notStarted])
        #expect(found.map(\.score) == [Points(hundredths: 8000), nil, nil, nil])
        #expect(found.map(\.passed) == [true, nil, nil, nil])
        #expect(found[1].startedAt == moment("2026-11-02T09:00"))
        #expect(found[0].submittedAt == moment("2026-11-02T09:20"))
    }

    @Test func `the best attempt counts, of equal ones the earliest, and one still open does not hide it`() throws {
        let found = try read([(1, 6000, 0), (1, 9000, 60), (1, 9000, 30), (1, nil, 90)]).results
        #expect(found[0].state == .submitted)
        #expect(found[0].score == Points(hundredths: 9000))
        #expect(found[0].startedAt == moment("2026-11-02T09:30"))
        #expect(found[0].attempts == 4)
    }

    @Test func `scores stay closed while they may not show`() throws {
        let found = try read([(1, 8000, 0)], release: .afterClose)
        #expect(found.results[0].state == .submitted)
        #expect(found.results[0].score == nil && found.results[0].passed == nil)
        #expect(found.summary == nil)
    }

    @Test func `the summary adds up`() throws {
        let found = try read([(1, 10000, 0), (2, 3333, 0), (4, 7000, 0)])
        let (standing, summary) = (found.standing, try #require(found.summary))
        #expect((standing.roster, standing.submitted, standing.excused, standing.open) == (4, 3, 1, 0))
        #expect(standing.notStarted == 0)
        #expect(summary.passed == 2)
        #expect(summary.passRate == 667)
        #expect(summary.average == Points(hundredths: 6778))
        #expect(summary.median == Points(hundredths: 7000))
        #expect(summary.highest == .full && summary.lowest == Points(hundredths: 3333))
    }

    @Test func `the median of an even number lies between, halves up`() throws {
        #expect(try read([(1, 7001, 0), (2, 7002, 0)]).summary?.median == Points(hundredths: 7002))
    }

    @Test func `nobody's results have no figures`() throws {
        #expect(try read([]).summary == nil)
        #expect(ResultRules.bins(scores: [], passMark: 70) == [])
    }

    private func each(_ hundredths: [Int]) -> [ScoreCount] {
        hundredths.map { ScoreCount(score: Points(hundredths: $0), count: 1) }
    }

    @Test func `bars do not mix those who passed with those who did not`() {
        let bins = ResultRules.bins(
            scores: each([6999, 7000, 7499, 7500, 9999, 10000]), passMark: 70)
        #expect(bins.map(\.from) == [60, 65, 70, 75, 80, 85, 90, 95, 100])
        #expect(bins.map(\.count) == [0, 1, 2, 1, 0, 0, 0, 1, 1])
        #expect(bins.map(\.passes) == [false, false, true, true, true, true, true, true, true])
    }

    @Test(arguments: [0, 1, 33, 60, 72, 99, 100]) func `every score falls into exactly one bar`(passMark: Int) {
        for lowest in [0, 1, 4, 50, 71, 72, 98, 100] {
            let scores = Array(stride(from: lowest * 100, through: 10000, by: 37)) + [10000]
            let points = scores.map(Points.init(hundredths:))
            let bins = ResultRules.bins(scores: each(scores), passMark: passMark)
            #expect(bins.map(\.count).reduce(0, +) == points.count)
            let passing = points.count { ScoreRules.passes($0, passMark: passMark) }
            #expect(bins.filter(\.passes).map(\.count).reduce(0, +) == passing)
            #expect(bins.allSatisfy { $0.from >= 0 && $0.upTo <= 100 })
        }
    }
}
