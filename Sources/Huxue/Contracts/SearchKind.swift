/// A kind of things that can be found, as its feature declares it.
struct SearchKind: Hashable, Sendable {
    /// In addresses.
    let code: String
    /// What such things are called together: 條文.
    let name: String
    /// What is counted: 條, 個條目.
    let counter: String
    /// The word beside what is not in force any more.
    let outOfForce: String
    /// In which order kinds are shown.
    let place: Int
    /// Whether hits with only some of the words are listed as well when hardly any has all of them.
    var listsNear = false

    static func == (left: Self, right: Self) -> Bool { left.code == right.code }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// 12 條, or 1000 條以上 where counting stopped.
    func counted(_ count: Int) -> String {
        "\(count) \(counter)" + (count >= SearchRequest.countLimit ? "以上" : "")
    }
}
