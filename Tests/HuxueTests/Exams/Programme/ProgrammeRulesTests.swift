import Testing

@testable import Huxue

@Suite struct ProgrammeRulesTests {
    private static func item(
        _ kind: ExamKind = .quarterlyQuiz, _ period: ProgrammePeriod = .quarter, count: Int = 1, year: Int = 2026,
        counterOnly: Bool = false
    ) -> ProgrammeItem {
        ProgrammeItem(
            unitID: ID(rawValue: 2), year: year, kind: kind, period: period, count: count, counterOnly: counterOnly)
    }

    private let section = UnitPath(rawValue: "/1/2/")
    private let office = UnitPath(rawValue: "/1/")

    static let periods: [(ProgrammePeriod, String, Int)] = [
        (.quarter, "2026-01-01", 1), (.quarter, "2026-03-31", 1), (.quarter, "2026-04-01", 2),
        (.quarter, "2026-12-31", 4), (.half, "2026-06-30", 1), (.half, "2026-07-01", 2), (.year, "2026-12-31", 1),
    ]

    @Test(arguments: periods) func `a day lies in one part of its year`(
        period: ProgrammePeriod, text: String, part: Int
    ) throws {
        let day = try #require(Day(text))
        #expect(period.part(of: day) == part)
        let days = try #require(period.days(ofPart: part, year: day.year))
        #expect(days.first <= day && day <= days.last)
    }

    @Test func `the parts of a year follow each other without a gap`() throws {
        for period in ProgrammePeriod.allCases {
            for year in [1912, 2024, 2026] {
                var next = try #require(Day(year: year, month: 1, day: 1))
                for part in 1...period.parts {
                    let days = try #require(period.days(ofPart: part, year: year))
                    #expect(days.first == next)
                    next = days.last.adding(days: 1)
                }
                #expect(next == Day(year: year + 1, month: 1, day: 1))
            }
            #expect(period.days(ofPart: 0, year: 2026) == nil)
            #expect(period.days(ofPart: period.parts + 1, year: 2026) == nil)
        }
    }

    @Test func `each period counts the exams that open in it`() {
        let exams = [
            sampleExam(.closed) { $0.opens = moment("2026-02-01T08:00") },
            sampleExam(.published) { $0.opens = moment("2026-11-01T08:00") },
            sampleExam(.draft) { $0.opens = moment("2026-11-01T08:00") },
            sampleExam(.closed) { $0.opens = moment("2025-11-01T08:00") },
            sampleExam(.closed) { $0.kind = .practice },
        ].map { (exam: $0, unit: office) }
        let parts = ProgrammeRules.parts(of: Self.item(count: 2), unit: section, exams: exams)
        #expect(parts.map(\.held) == [1, 0, 0, 0])
        #expect(parts.map(\.running) == [0, 0, 0, 1])
        #expect(parts.map(\.drafts) == [0, 0, 0, 1])
        #expect(parts.map(\.missing) == [1, 2, 2, 1])
    }

    @Test func `an exam reopened for a make-up has been held`() {
        var exam = sampleExam(.published) { $0.opens = moment("2026-11-01T08:00") }
        exam.reopenedAt = moment("2026-11-30T17:30")
        let parts = ProgrammeRules.parts(of: Self.item(), unit: section, exams: [(exam, office)])
        #expect((parts[3].held, parts[3].running, parts[3].missing) == (1, 0, 0))
        #expect(parts[3].exams(in: .closed) == [exam] && parts[3].exams(in: .published).isEmpty)
    }

    @Test func `an exam opens on Taipei's day`() {
        let exam = sampleExam(.closed) { $0.opens = moment("2026-04-01T00:00") }
        let parts = ProgrammeRules.parts(of: Self.item(), unit: section, exams: [(exam, office)])
        #expect(parts.map(\.held) == [0, 1, 0, 0])
    }

    @Test func `exams of the unit and of those above count, others do not`() {
        let item = Self.item()
        let exam = sampleExam(.closed)
        #expect(ProgrammeRules.counts(exam, heldBy: section, for: item, unit: section))
        #expect(ProgrammeRules.counts(exam, heldBy: office, for: item, unit: section))
        #expect(!ProgrammeRules.counts(exam, heldBy: UnitPath(rawValue: "/1/2/7/"), for: item, unit: section))
        #expect(!ProgrammeRules.counts(exam, heldBy: UnitPath(rawValue: "/1/3/"), for: item, unit: section))
    }

    @Test func `an exam for counters only does not answer what is asked of all`() {
        let exam = sampleExam(.closed) { $0.examinees.counterOnly = true }
        #expect(!ProgrammeRules.counts(exam, heldBy: office, for: Self.item(), unit: section))
        #expect(ProgrammeRules.counts(exam, heldBy: office, for: Self.item(counterOnly: true), unit: section))
    }

    static let wrong: [([ProgrammeItem], ProgrammeRefusal)] = [
        ([item(count: 0)], .countNotInRange(line: 1)),
        ([item(), item(.practice, count: 100)], .countNotInRange(line: 2)),
        ([item(year: 1911)], .noSuchYear), ([item(), item()], .sameLineTwice(line: 2)),
        (Array(repeating: item(), count: 21), .tooManyLines(limit: 20)),
    ]

    @Test(arguments: wrong) func `a programme has bounds`(items: [ProgrammeItem], refusal: ProgrammeRefusal) {
        #expect(throws: refusal) { try ProgrammeRules.check(items) }
    }

    @Test func `the same kind may be asked for in different periods`() throws {
        try ProgrammeRules.check([Self.item(), Self.item(.quarterlyQuiz, .half), Self.item(.semiannualTest, .half)])
    }
}
