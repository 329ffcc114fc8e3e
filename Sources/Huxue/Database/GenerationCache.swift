import GRDB
import Synchronization

/// What was made from the database once, for as long as none of the generations on which it rests has moved.
///
/// A value is made and found in one snapshot with the generations, so a reader never sees what is older or newer than
/// the rest of its page.
final class GenerationCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct State {
        var marks: [Int64] = []
        var values: [Key: Value] = [:]
    }

    private let generations: String
    private let limit: Int
    private let state = Mutex(State())

    /// `limit`: with so many values it begins anew.
    init(of generations: [Generation], limit: Int) {
        self.generations = "[\(generations.map { "\"\($0.name)\"" }.joined(separator: ","))]"
        self.limit = limit
    }

    /// The value of `key`; what is made is kept, nil is not.
    func value(for key: Key, in db: Database, _ make: () throws -> Value?) throws -> Value? {
        let marks = try Int64.fetchAll(
            db, sql: "SELECT value FROM generation WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name",
            arguments: [generations])
        let kept = state.withLock { $0.marks == marks ? $0.values[key] : nil }
        if let kept { return kept }
        guard let value = try make() else { return nil }
        state.withLock { state in
            // A snapshot that is older than what others saw meanwhile changes nothing.
            guard state.marks.isEmpty || zip(state.marks, marks).allSatisfy({ $0 <= $1 }) else { return }
            if state.marks != marks || state.values.count >= limit { state.values.removeAll() }
            state.marks = marks
            state.values[key] = value
        }
        return value
    }
}
