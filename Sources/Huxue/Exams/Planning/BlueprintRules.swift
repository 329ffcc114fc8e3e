/// Whether a pool can fill a blueprint, and what is drawn from it.
enum BlueprintRules {
    /// A blueprint with lines of the same cell added up.
    private struct Demand {
        var codes: [String] = []
        var cells: [(topic: String, level: QuestionLevel, count: Int)] = []
        var topics: [(topic: String, count: Int)] = []

        init(_ blueprint: [BlueprintLine]) {
            var seen: Set<String> = []
            for line in blueprint {
                switch line {
                case .questions(let new):
                    codes += new.filter { seen.insert($0).inserted }
                case .cell(let topic, let level, let count):
                    if let place = cells.firstIndex(where: { $0.topic == topic && $0.level == level }) {
                        cells[place].count += count
                    } else {
                        cells.append((topic, level, count))
                    }
                case .topic(let topic, let count):
                    if let place = topics.firstIndex(where: { $0.topic == topic }) {
                        topics[place].count += count
                    } else {
                        topics.append((topic, count))
                    }
                }
            }
        }
    }

    /// How many questions a paper of this blueprint has; a question named twice counts once.
    static func questionCount(_ blueprint: [BlueprintLine]) -> Int {
        let demand = Demand(blueprint)
        return demand.codes.count + demand.cells.map(\.count).reduce(0, +) + demand.topics.map(\.count).reduce(0, +)
    }

    /// The cells that `pool` cannot fill, in the order of the blueprint; empty when it can.
    ///
    /// Named questions are taken first, then cells, then whole topics from what is left. Since a cell can only be
    /// filled from itself and a topic only from itself, that order finds a filling whenever there is one.
    ///
    /// `held`: questions held back from the pool for now, counted in each shortage.
    static func shortages(
        _ blueprint: [BlueprintLine], pool: [PoolQuestion], held: [PoolQuestion] = []
    ) -> [BlueprintShortage] {
        let demand = Demand(blueprint)
        let known = Set(pool.map(\.code))
        var shortages: [BlueprintShortage] = []
        let missing = demand.codes.filter { !known.contains($0) }
        if !missing.isEmpty {
            shortages.append(
                BlueprintShortage(
                    topic: nil, level: nil, wanted: demand.codes.count, available: demand.codes.count - missing.count,
                    missing: missing, held: held.count { missing.contains($0.code) }))
        }
        let named = Set(demand.codes)
        let left = pool.filter { !named.contains($0.code) }
        for cell in demand.cells {
            let available = left.count { $0.topic == cell.topic && $0.level == cell.level }
            guard available < cell.count else { continue }
            shortages.append(
                BlueprintShortage(
                    topic: cell.topic, level: cell.level, wanted: cell.count, available: available, missing: [],
                    held: held.count { $0.topic == cell.topic && $0.level == cell.level }))
        }
        for topic in demand.topics {
            let total = left.count { $0.topic == topic.topic }
            let taken = demand.cells.filter { $0.topic == topic.topic }.map(\.count).reduce(0, +)
            guard total - taken < topic.count else { continue }
            shortages.append(
                BlueprintShortage(
                    topic: topic.topic, level: nil, wanted: topic.count, available: max(0, total - taken), missing: [],
                    held: held.count { $0.topic == topic.topic }))
        }
        return shortages
    }

    /// Draws the questions of one paper, in the order of the blueprint; nil when the pool cannot fill it.
    ///
    /// The pool's order does not matter: candidates are sorted by code before drawing.
    static func draw(
        _ blueprint: [BlueprintLine], pool: [PoolQuestion], using generator: inout SeededGenerator
    ) -> [PoolQuestion]? {
        guard shortages(blueprint, pool: pool).isEmpty else { return nil }
        let demand = Demand(blueprint)
        let sorted = pool.sorted { $0.code < $1.code }
        let byCode = Dictionary(sorted.map { ($0.code, $0) }) { first, _ in first }
        var drawn = demand.codes.compactMap { byCode[$0] }
        var taken = Set(drawn.map(\.code))
        func take(_ count: Int, _ matches: (PoolQuestion) -> Bool) {
            let candidates = generator.shuffled(sorted.filter { !taken.contains($0.code) && matches($0) })
            drawn += candidates.prefix(count)
            taken.formUnion(candidates.prefix(count).map(\.code))
        }
        for cell in demand.cells { take(cell.count) { $0.topic == cell.topic && $0.level == cell.level } }
        for topic in demand.topics { take(topic.count) { $0.topic == topic.topic } }
        return drawn
    }
}
