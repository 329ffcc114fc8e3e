/// What a form must say so that what was written can be put together with what others saved meanwhile.
enum WritingRules {
    /// The number of the revision over which somebody wrote; 0 for a new text, and when the form does not say.
    ///
    /// - Throws: `WritingRefusal.noBase` for a number that no revision has.
    static func base(in form: Form) throws -> Int {
        let base = try form.number("base") ?? 0
        guard base >= 0 else { throw WritingRefusal.noBase }
        return base
    }
}
