/// Who passed and who failed an exam, without scores.
struct PassList: Hashable, Sendable {
    let passed: Int
    let failed: Int
    /// The first of those who handed in, unit by unit.
    let people: [ExamResult]
}
