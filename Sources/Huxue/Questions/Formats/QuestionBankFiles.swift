/// The files of one import or check, read together: what must be unique in the whole bank is compared here.
struct QuestionBankFiles: Sendable {
    /// Those without problems of their own.
    let topics: [QuestionTopic]
    let problems: [QuestionProblem]
    /// Every question as far as it could be read, also those with problems.
    let readings: [QuestionReading]
    private let order: [String: Int]

    /// `names`: under which statutes are cited.
    init(_ files: [(path: String, bytes: [UInt8])], names: StatuteNames) {
        let read = files.map { (path: $0.path, file: QuestionFile(reading: $0.bytes, path: $0.path, names: names)) }
        topics = read.compactMap(\.file.topic)
        readings = read.flatMap(\.file.readings)
        order = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        var problems = read.flatMap(\.file.problems)
        var pathsByTopic: [String: String] = [:]
        for (path, file) in read {
            guard let topic = file.topicName else { continue }
            if let earlier = pathsByTopic.updateValue(path, forKey: topic) {
                problems.append(QuestionProblem(file: path, line: 1, kind: .duplicateTopic(topic, file: earlier)))
            }
        }
        problems += Self.repeatedCodes(in: readings) + Self.repeatedStems(in: readings)
        self.problems = Self.sorted(problems, by: order)
    }

    var questionCount: Int { topics.reduce(0) { $0 + $1.questions.count } }

    /// The problems of the files and `others`, in the order of the files and their lines.
    func problems(and others: [QuestionProblem]) -> [QuestionProblem] { Self.sorted(problems + others, by: order) }

    private static func sorted(_ problems: [QuestionProblem], by order: [String: Int]) -> [QuestionProblem] {
        problems.sorted { (order[$0.file] ?? 0, $0.line) < (order[$1.file] ?? 0, $1.line) }
    }

    /// Codes of two files; of one file, its reader has found them.
    private static func repeatedCodes(in readings: [QuestionReading]) -> [QuestionProblem] {
        var first: [String: QuestionReading] = [:]
        return readings.compactMap { reading in
            guard let code = reading.code else { return nil }
            guard let earlier = first[code] else {
                first[code] = reading
                return nil
            }
            guard earlier.file != reading.file else { return nil }
            return QuestionProblem(
                file: reading.file, line: reading.line,
                kind: .duplicateCode(code, file: earlier.file, line: earlier.line))
        }
    }

    /// Questions that ask the same as an earlier one.
    private static func repeatedStems(in readings: [QuestionReading]) -> [QuestionProblem] {
        var first: [String: QuestionReading] = [:]
        return readings.filter(\.isDrawn).compactMap { reading in
            guard let stem = reading.stem.map(QuestionWordingRules.comparable) else { return nil }
            guard let earlier = first[stem] else {
                first[stem] = reading
                return nil
            }
            return QuestionProblem(
                file: reading.file, line: reading.stemLine,
                kind: .duplicateStem(
                    code: earlier.code, file: earlier.file, line: earlier.stemLine,
                    isSameAnswer: QuestionWordingRules.answer(of: reading) == QuestionWordingRules.answer(of: earlier)))
        }
    }
}
