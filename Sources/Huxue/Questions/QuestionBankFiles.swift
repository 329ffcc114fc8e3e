/// The files of one import or check, read together: what must be unique in the whole bank is compared here.
struct QuestionBankFiles: Sendable {
    /// Those without problems of their own.
    let topics: [QuestionTopic]
    let problems: [QuestionProblem]
    /// By code.
    let places: [String: QuestionPlace]

    /// `names`: under which statutes are cited.
    init(_ files: [(path: String, bytes: [UInt8])], names: StatuteNames) {
        var topics: [QuestionTopic] = []
        var problems: [QuestionProblem] = []
        var places: [String: QuestionPlace] = [:]
        var pathsByTopic: [String: String] = [:]
        for (path, bytes) in files {
            let file = QuestionFile(reading: bytes, path: path, names: names)
            problems += file.problems
            for (code, place) in file.places {
                if let earlier = places[code] {
                    problems.append(
                        QuestionProblem(
                            file: path, line: place.line,
                            kind: .duplicateCode(code, file: earlier.file, line: earlier.line)))
                } else {
                    places[code] = place
                }
            }
            guard let topic = file.topic else { continue }
            topics.append(topic)
            if let earlier = pathsByTopic.updateValue(path, forKey: topic.name) {
                problems.append(
                    QuestionProblem(file: path, line: 1, kind: .duplicateTopic(topic.name, file: earlier)))
            }
        }
        self.topics = topics
        self.places = places
        let order = Dictionary(files.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        self.problems = problems.sorted {
            (order[$0.file] ?? 0, $0.line) < (order[$1.file] ?? 0, $1.line)
        }
    }

    var questionCount: Int { topics.reduce(0) { $0 + $1.questions.count } }
}
