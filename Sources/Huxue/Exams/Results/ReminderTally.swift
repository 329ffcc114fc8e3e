/// How many people still have to hand in a test, and how many of them may be reminded today.
struct ReminderTally: Hashable, Sendable {
    /// Without those who are excused or have a make-up.
    let waiting: Int
    /// Those among them who were not reminded today.
    let remindable: Int
}
