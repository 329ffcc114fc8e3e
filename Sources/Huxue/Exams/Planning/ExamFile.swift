/// 測驗檔: an exam's plan in YAML, with the same fields as the page.
enum ExamFile {
    static let sizeLimit = 1 << 20

    /// Reads a plan.
    ///
    /// Times are Asia/Taipei, in ISO 8601 (`2026-11-01T08:00`) or as ROC dates (`115/11/1 08:00`). Fields that may be
    /// missing: attempts (1), draw (perExaminee), shuffle (both), layout (onePage), results (afterClose), overrun
    /// (false), examinees (全所).
    ///
    /// - Throws: `ExamRefusal.fileInvalid` with everything that is wrong.
    static func plan(reading bytes: [UInt8]) throws(ExamRefusal) -> ExamPlan {
        let file: YAMLFile
        do {
            file = try YAMLFile(reading: bytes, limit: sizeLimit)
        } catch {
            throw .fileInvalid([ExamFileProblem(line: error.line, kind: .yaml(error.sentence))])
        }
        var reader = ExamFileReader()
        let plan = reader.plan(file.root)
        guard let plan, reader.problems.isEmpty else {
            throw .fileInvalid(reader.problems.sorted { $0.line < $1.line })
        }
        let problems = ExamRules.problems(in: plan)
        guard problems.isEmpty else {
            throw .fileInvalid(
                problems.map { ExamFileProblem(line: reader.lines[$0.field] ?? 1, kind: .plan($0)) })
        }
        return plan
    }
}
