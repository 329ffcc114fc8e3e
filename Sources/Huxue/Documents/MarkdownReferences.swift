/// What became of the lines `[name]: address` of a text: how often links led there, and whether that was too much.
///
/// Every use of a name brings its whole address into the page.
struct MarkdownReferences {
    /// How long the addresses may be together, in bytes.
    static let limit = 128 << 10

    /// The numbers of those to which a link led.
    private(set) var used: Set<Int> = []
    /// Those of them that had too many links.
    private(set) var exceeding: Set<Int> = []
    private var length = 0

    /// Notes that a link leads to the address; false when that is too much.
    mutating func note(_ number: Int, length: Int) -> Bool {
        used.insert(number)
        self.length += length
        guard self.length > Self.limit else { return true }
        exceeding.insert(number)
        return false
    }
}
