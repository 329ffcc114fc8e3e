/// When a person was last shown keys of the bank.
struct KeysSeen: Sendable {
    /// By the questions' codes.
    let codes: [String: Moment]
    /// When all of them at once, as in an export; nil for never.
    let bank: Moment?

    /// When the person was last shown this question's key; nil for never.
    func latest(_ code: String) -> Moment? { [codes[code], bank].compactMap(\.self).max() }
}
