/// One step of setting up a new office.
struct SetupStep: Sendable {
    let title: String
    /// How it is done.
    let sentence: String
    /// The page on which it is done; nil when it is done elsewhere or the reader may not open it.
    let link: (address: Address, words: String)?
    let isDone: Bool
    /// In which order the steps stand.
    let place: Int
}
