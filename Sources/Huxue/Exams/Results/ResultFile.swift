import Foundation

/// One examinee's result as exports have it.
struct ResultRecord: Encodable, Sendable {
    let result: ExamResult
    let exam: Exam
    let now: Moment

    private struct MadeUp: Encodable {
        let opens: String
        let closes: String
        let state: MakeUpState
        let submittedAt: String?

        enum CodingKeys: CodingKey { case opens, closes, state, submittedAt }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(opens, forKey: .opens)
            try container.encode(closes, forKey: .closes)
            try container.encode(state, forKey: .state)
            try container.encode(submittedAt, forKey: .submittedAt)
        }
    }

    enum CodingKeys: CodingKey {
        case staffNumber, name, unit, state, score, maximum, passed, startedAt, submittedAt, makeUp
    }

    /// Scores are exact decimals; every key is there, null where there is nothing.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(result.entry.staffNumber, forKey: .staffNumber)
        try container.encode(result.entry.name, forKey: .name)
        try container.encode(result.entry.unitName, forKey: .unit)
        try container.encode(result.state, forKey: .state)
        try container.encode(result.score.map(Self.decimal), forKey: .score)
        try container.encode(Self.decimal(.full), forKey: .maximum)
        try container.encode(result.passed, forKey: .passed)
        try container.encode(result.startedAt.map(ROCDate.iso), forKey: .startedAt)
        try container.encode(result.submittedAt.map(ROCDate.iso), forKey: .submittedAt)
        try container.encode(madeUp, forKey: .makeUp)
    }

    private var madeUp: MadeUp? {
        result.makeUp.map { makeUp in
            MadeUp(
                opens: ROCDate.iso(makeUp.opens), closes: ROCDate.iso(makeUp.closes),
                state: makeUp.state(in: exam, now: now), submittedAt: makeUp.submittedAt.map(ROCDate.iso))
        }
    }

    private static func decimal(_ points: Points) -> Decimal {
        Decimal(sign: .plus, exponent: -2, significand: Decimal(points.hundredths))
    }
}

/// 成績檔: what HR opens in a spreadsheet.
enum ResultFile {
    static let header = ["員工編號", "姓名", "單位", "情形", "分數", "滿分", "結果", "開始時間", "交卷時間"] + makeUpHeader
    private static let makeUpHeader = ["補考開始", "補考截止", "補考情形", "補考交卷"]

    static func name(of exam: Exam) -> String { "\(exam.plan.title)-成績.csv" }

    /// CSV with BOM; days as the Republic's, times as Taipei's.
    ///
    /// `now`: decides whether a make-up that nobody began can still be taken.
    static func csv(_ results: [ExamResult], of exam: Exam, now: Moment) -> [UInt8] {
        CSVWriter.file(header: header, rows: results.map { row($0, of: exam) + makeUp($0, of: exam, now: now) })
    }

    private static func makeUp(_ result: ExamResult, of exam: Exam, now: Moment) -> [CSVCell] {
        let makeUp = result.makeUp
        return [
            CSVCell(makeUp.map { time($0.opens) }), CSVCell(makeUp.map { time($0.closes) }),
            CSVCell(makeUp.map { $0.state(in: exam, now: now).name }), CSVCell(makeUp?.submittedAt.map(time)),
        ]
    }

    private static func row(_ result: ExamResult, of exam: Exam) -> [CSVCell] {
        [
            .text(result.entry.staffNumber), .text(result.entry.name), .text(result.entry.unitName),
            .text(result.state.name(of: exam)), result.score.map { .hundredths($0.hundredths) } ?? .empty,
            .hundredths(Points.full.hundredths), CSVCell(result.passed.map { $0 ? "及格" : "不及格" }),
            CSVCell(result.startedAt.map(time)), CSVCell(result.submittedAt.map(time)),
        ]
    }

    static let missingHeader = ["員工編號", "姓名", "單位", "職稱", "情形", "開始時間"] + makeUpHeader

    static func missingName(of exam: Exam) -> String { "\(exam.plan.title)-未交卷.csv" }

    /// CSV of the people who have not handed in, without scores, for sending reminders.
    static func missing(_ results: [ExamResult], of exam: Exam, now: Moment) -> [UInt8] {
        CSVWriter.file(
            header: missingHeader,
            rows: results.map { result in
                [
                    .text(result.entry.staffNumber), .text(result.entry.name), .text(result.entry.unitName),
                    .text(result.entry.position), .text(result.state.name(of: exam)),
                    CSVCell(result.startedAt.map(time)),
                ] + makeUp(result, of: exam, now: now)
            })
    }

    private static func time(_ moment: Moment) -> String {
        ROCDate.full(moment)
    }
}
