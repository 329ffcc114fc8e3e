/// Reads one question file; every problem is kept with its line, so that one run shows them all.
///
/// The form: `Resources/schemas/questions.schema.json`.
struct QuestionFile: Sendable {
    /// Nil when there are problems.
    let topic: QuestionTopic?
    let problems: [QuestionProblem]
    /// Also when there are problems, if it could be read.
    let topicName: String?
    /// Every question as far as it could be read, in the order of the file.
    let readings: [QuestionReading]

    static let sizeLimit = 4 << 20
    static let questionLimit = 5000

    /// - Parameters:
    ///   - bytes: what the file holds.
    ///   - path: the file as problems name it; its last part is the topic's file name.
    ///   - names: under which statutes are cited.
    ///   - code: of the only question, if the file holds one alone: what it may leave out, empty for one that has no code
    ///     yet; nil for a file of the bank.
    init(reading bytes: [UInt8], path: String, names: StatuteNames, code: String? = nil) {
        var reader = QuestionReader(path: path, names: names, only: code)
        let fileName = path.split(separator: "/").last.map(String.init) ?? path
        if code == nil, !Self.isUsable(fileName: fileName) { reader.note(.wrongFileName, line: 1) }
        var topic: QuestionTopic?
        do {
            let file = try YAMLFile(reading: bytes, limit: Self.sizeLimit)
            topic = reader.topic(file.root, fileName: fileName)
        } catch {
            reader.note(.yaml(error.sentence), line: error.line)
        }
        self.topic = reader.problems.isEmpty ? topic : nil
        problems = reader.problems.sorted { $0.line < $1.line }
        topicName = reader.topicName
        readings = reader.readings
    }

    static func isUsable(fileName: String) -> Bool {
        (fileName.hasSuffix(".yaml") || fileName.hasSuffix(".yml")) && !fileName.hasPrefix(".")
            && fileName.utf8.count <= 100 && !fileName.unicodeScalars.contains { $0 == "/" || $0.value < 0x20 }
    }
}
