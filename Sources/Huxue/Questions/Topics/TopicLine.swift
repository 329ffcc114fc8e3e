/// A topic where topics are kept.
struct TopicLine: Hashable, Sendable {
    /// Names it in addresses: it stays the same when the topic is renamed.
    let fileName: String
    let name: String
    /// Questions in use.
    let active: Int
    /// Questions of any state.
    let total: Int

    /// What the codes of its new questions begin with: `birth`.
    var prefix: String { String(fileName.prefix { $0 != "." }) }
}
