/// The names under which statutes are cited, full, short and former; finds the longest that stands at a place.
struct StatuteNames: Sendable {
    /// What a name stands for.
    enum Meaning: Equatable, Sendable {
        case statute(Statute)
        /// An abbreviation of a statute that has no entry here, by its written name.
        case unknown(String)
        /// Several statutes have it.
        case several(String)
    }

    /// The tree of names: from a node and a scalar to the next node, 0 being the root.
    private var branches: [UInt64: UInt32] = [:]
    private var meanings: [UInt32: Meaning] = [:]
    private var nodes: UInt32 = 0

    /// All names of `statutes`; one that several of them have is of use to none.
    init(_ statutes: [Statute] = []) {
        for statute in statutes {
            for name in [statute.name] + statute.otherNames { add(name, for: .statute(statute)) }
        }
    }

    /// The names of `StatuteTable`.
    static let table = StatuteNames(StatuteTable.all)

    /// Another number for other names, so that what was read with them can be kept; 0 for those of the table.
    var mark: Int64 = 0

    /// How many names there are.
    var count: Int { meanings.count }

    /// Adds a name, of use to none when another statute has it.
    mutating func add(_ name: String, for meaning: Meaning) {
        guard let node = node(of: name) else { return }
        if let known = meanings[node], known != meaning {
            meanings[node] = .several(name)
        } else {
            meanings[node] = meaning
        }
    }

    /// Gives a name this meaning, whatever it was before.
    mutating func set(_ name: String, to meaning: Meaning) {
        guard let node = node(of: name) else { return }
        meanings[node] = meaning
    }

    /// Where the name ends in the tree; nil for one without a character.
    private mutating func node(of name: String) -> UInt32? {
        var node: UInt32 = 0
        for scalar in LawText.folded(name).unicodeScalars {
            let key = Self.key(node, scalar)
            if let next = branches[key] {
                node = next
            } else {
                nodes += 1
                branches[key] = nodes
                node = nodes
            }
        }
        return node > 0 ? node : nil
    }

    /// The longest name at the beginning of already folded text, and how many scalars it takes.
    func longest(leading folded: ArraySlice<Unicode.Scalar>) -> (meaning: Meaning, length: Int)? {
        var node: UInt32 = 0
        var found: (meaning: Meaning, length: Int)?
        for (index, scalar) in folded.enumerated() {
            guard let next = branches[Self.key(node, scalar)] else { break }
            node = next
            if let meaning = meanings[node] { found = (meaning, index + 1) }
        }
        return found
    }

    /// What exactly this name stands for.
    func meaning(of name: String) -> Meaning? {
        let scalars = Array(LawText.folded(name).unicodeScalars)
        guard let (meaning, length) = longest(leading: scalars[...]), length == scalars.count else { return nil }
        return meaning
    }

    private static func key(_ node: UInt32, _ scalar: Unicode.Scalar) -> UInt64 {
        UInt64(node) << 32 | UInt64(scalar.value)
    }
}
