/// 補考、請假、延長時間 for one examinee of one exam.
///
/// The reason is not kept: it may be medical (個人資料保護法 §6).
struct Accommodation: Codable, Hashable, Sendable {
    let examID: ID<Exam>
    let employeeID: ID<Employee>
    /// Added to the time limit, 0 to 600.
    var extraMinutes: Int = 0
    /// Excused: not counted as missing.
    var isExcused: Bool = false
    /// The examinee's make-up window, which replaces the exam's: inclusive start, exclusive end; both or neither.
    var opens: Moment?
    var closes: Moment?
    /// Attempts beyond those that the exam allows, given with a make-up to somebody who has used theirs up and failed.
    var extraAttempts: Int = 0
}
