/// Which statutes can be cited, by all of their names: those of the table, and those that an office has loaded.
///
/// Names are only ever added. `StatuteDirectoryStore` makes the one of an office.
struct StatuteDirectory: Sendable {
    /// A name that one version of a statute had.
    struct Entry: Hashable, Sendable {
        let pcode: String
        let name: String
        /// Whether the statute was no longer in force in that version.
        let isRepealed: Bool
    }

    /// A version that some office keeps.
    ///
    /// Its stamp is a random number, so that no other office has the same, nor a transaction that was rolled back.
    struct Place: Hashable, Sendable {
        let version: Int64
        let stamp: Int64
    }

    private(set) var names = StatuteNames.table
    /// The version whose name was learned last.
    private(set) var last: Place?
    /// Under each folded name, who had it, the first first.
    private var holders: [String: [Statute]] = [:]
    private var repealed: Set<String> = []
    /// The names of each statute, folded.
    private var namesOf: [String: Set<String>] = [:]

    /// Adds names, in the order in which versions were made, the last of which is at `place`.
    mutating func learn(_ entries: [Entry], upTo place: Place? = nil) {
        last = place ?? last
        var touched: Set<String> = []
        for entry in entries {
            for name in [entry.name, Self.withoutEdition(entry.name)].compactMap(\.self) {
                let folded = LawText.folded(name)
                guard StatuteTable.statute(named: name) == nil, Self.isName(folded),
                    namesOf[entry.pcode, default: []].insert(folded).inserted
                else { continue }
                holders[folded, default: []].append(Statute(entry.pcode, name))
                touched.insert(folded)
            }
        }
        for entry in entries {
            let hasChanged =
                entry.isRepealed ? repealed.insert(entry.pcode).inserted : repealed.remove(entry.pcode) != nil
            if hasChanged { touched.formUnion(namesOf[entry.pcode] ?? []) }
        }
        if !touched.isEmpty, let place { names.mark = place.stamp }
        for folded in touched {
            guard let holders = holders[folded], let first = holders.first else { continue }
            let inForce = holders.filter { !repealed.contains($0.pcode) }
            let only = holders.count == 1 ? first : inForce.count == 1 ? inForce.first : nil
            names.set(folded, to: only.map { .statute($0) } ?? .several(first.name))
        }
    }

    /// 總統副總統選舉罷免法 of 總統副總統選舉罷免法（新 84.08.09 制定）, as the ministry tells two statutes of one name apart; nil for
    /// any other name.
    static func withoutEdition(_ name: String) -> String? {
        guard let last = name.last, "）)".contains(last), let open = name.lastIndex(where: { "（(".contains($0) })
        else { return nil }
        let edition = name[name.index(after: open)...].filter { !$0.isWhitespace }
        guard let mark = edition.first, "新舊".contains(mark), edition.contains(where: \.isNumber) else { return nil }
        let plain = name[..<open].filter { !$0.isWhitespace }
        return plain.isEmpty ? nil : plain
    }

    /// Whether the words can name a statute: 本法, 同條例 and 第一條 have a meaning of their own.
    private static func isName(_ folded: String) -> Bool {
        guard let first = folded.unicodeScalars.first, folded != "施行細則" else { return false }
        return folded.unicodeScalars.count > 4 || !"本同該前次第各".unicodeScalars.contains(first)
    }
}
