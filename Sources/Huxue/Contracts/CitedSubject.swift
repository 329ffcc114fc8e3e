/// A kind of works that rest on the law, as its feature declares it.
struct CitedSubject: Hashable, Sendable {
    /// Stored with flags: never change one that has shipped.
    let code: String
    /// What such works are called together: 試題.
    let name: String
    /// What is counted, with what stands before it: ` 題`, ` 個條目`.
    let counter: String
    /// What happens to works whose law was amended until somebody decides, as a sentence.
    let consequence: String
    /// In which order subjects are listed.
    let place: Int

    /// `3 題`, `2 個條目`.
    func counted(_ count: Int) -> String { "\(count) \(counter)" }

    static func == (left: Self, right: Self) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
