import Synchronization

/// Which statutes can be cited, by all of their names: those of the table, and those that the office has loaded.
///
/// One for the process, because citations are read where no database is at hand. Names are only ever added. They come
/// from the database when somebody first asks for one that is not in the table, and again when a version was imported
/// since, by this process or another.
final class StatuteDirectory: Sendable {
    static let shared = StatuteDirectory()

    /// A name that one version of a statute had.
    struct Entry: Hashable, Sendable {
        let pcode: String
        let name: String
        /// Whether the statute was no longer in force in that version.
        let isRepealed: Bool
    }

    private struct Source {
        weak var database: OfficeDatabase?
        var progress = StatuteDirectoryStore.Progress()
    }

    private struct State {
        var sources: [Source] = []
        var names = StatuteNames.table
        /// How often a name has come to stand for something else.
        var generation = 0
        /// Under each folded name, who had it, the first first.
        var holders: [String: [Statute]] = [:]
        var repealed: Set<String> = []
        /// The names of each statute, folded.
        var namesOf: [String: Set<String>] = [:]
    }

    private let state = Mutex(State())

    /// From now on the statutes of this office can be cited; nothing is read yet.
    func follow(_ database: OfficeDatabase) {
        state.withLock { state in
            state.sources.removeAll { $0.database == nil }
            guard !state.sources.contains(where: { $0.database === database }) else { return }
            state.sources.append(Source(database: database))
        }
    }

    /// Adds names, in the order in which versions were made.
    func learn(_ entries: [Entry]) {
        state.withLock { Self.learn(entries, &$0) }
    }

    /// Every name, and the statute that it stands for.
    func names() -> StatuteNames {
        state.withLock { state in
            Self.catchUp(&state)
            return state.names
        }
    }

    /// Another number whenever `names` would give something else than before.
    func generation() -> Int {
        state.withLock { state in
            Self.catchUp(&state)
            return state.generation
        }
    }

    /// The first statute that had this name; what was written while it was the only one meant it.
    func first(named name: String) -> Statute? {
        state.withLock { $0.holders[LawText.folded(name)]?.first }
    }

    private static func catchUp(_ state: inout State) {
        for place in state.sources.indices {
            guard let database = state.sources[place].database else { continue }
            // Without an answer the names known so far have to do; what cannot be read is reported where it is read.
            guard let news = try? StatuteDirectoryStore.news(since: state.sources[place].progress, of: database) else {
                continue
            }
            state.sources[place].progress = news.progress
            learn(news.entries, &state)
        }
    }

    /// Whether the words can name a statute: 本法, 同條例 and 第一條 have a meaning of their own.
    private static func isName(_ folded: String) -> Bool {
        guard let first = folded.unicodeScalars.first, folded != "施行細則" else { return false }
        return folded.unicodeScalars.count > 4 || !"本同該前次第各".unicodeScalars.contains(first)
    }

    private static func learn(_ entries: [Entry], _ state: inout State) {
        var touched: Set<String> = []
        for entry in entries {
            let folded = LawText.folded(entry.name)
            guard StatuteTable.statute(named: entry.name) == nil, isName(folded) else { continue }
            if state.namesOf[entry.pcode, default: []].insert(folded).inserted {
                state.holders[folded, default: []].append(Statute(entry.pcode, entry.name))
                touched.insert(folded)
            }
        }
        for entry in entries {
            let hasChanged =
                entry.isRepealed
                ? state.repealed.insert(entry.pcode).inserted : state.repealed.remove(entry.pcode) != nil
            if hasChanged { touched.formUnion(state.namesOf[entry.pcode] ?? []) }
        }
        if !touched.isEmpty { state.generation += 1 }
        for folded in touched {
            guard let holders = state.holders[folded], let first = holders.first else { continue }
            let inForce = holders.filter { !state.repealed.contains($0.pcode) }
            let only = holders.count == 1 ? first : inForce.count == 1 ? inForce.first : nil
            state.names.set(folded, to: only.map { .statute($0) } ?? .several(first.name))
        }
    }
}
