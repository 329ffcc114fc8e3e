/// Finds all pairs of stems that are alike without comparing each with each.
///
/// Two sets that share enough also share one of their rarest members, so only stems with such a one in common are compared.
/// Nothing is missed. Source: R. Bayardo, Y. Ma, R. Srikant, Scaling Up All Pairs Similarity Search, 2007.
enum LikenessJoinRules {
    struct Pair: Hashable, Sendable {
        /// The places of both stems, the lower one first.
        let first: Int
        let second: Int
        let percent: Int
    }

    /// The pairs that are alike by `LikenessRules`, the likest first.
    ///
    /// `stems`: the pairs of letters of each, see `LikenessRules.pairs(of:)`. `limit`: with so many the search ends.
    static func pairs(among stems: [Set<UInt64>], limit: Int = .max) -> [Pair] {
        let lists = ranked(stems)
        let members = lists.lazy.compactMap(\.last).max().map { $0 + 1 } ?? 0
        var holders = [[Int]](repeating: [], count: members)
        // For which stem each was compared last.
        var compared = [Int](repeating: -1, count: lists.count)
        var pairs: [Pair] = []
        // By length, so that of two stems the longer one finds the shorter.
        search: for place in lists.indices.sorted(by: { (lists[$0].count, $0) < (lists[$1].count, $1) }) {
            let list = lists[place]
            let least = (list.count * LikenessRules.least + 99) / 100
            for member in list.prefix(list.count - least + 1) {
                for other in holders[member] where compared[other] != place {
                    compared[other] = place
                    guard let percent = percent(lists[other], list) else { continue }
                    pairs.append(Pair(first: min(place, other), second: max(place, other), percent: percent))
                    if pairs.count == limit { break search }
                }
                holders[member].append(place)
            }
        }
        return pairs.sorted { ($1.percent, $0.first, $0.second) < ($0.percent, $1.first, $1.second) }
    }

    /// The members of each set as numbers, sorted, the rarest of all sets first.
    private static func ranked(_ sets: [Set<UInt64>]) -> [[Int]] {
        var counts: [UInt64: Int] = [:]
        for set in sets { for member in set { counts[member, default: 0] += 1 } }
        let order = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element.key, $0.offset) })
        return sets.map { set in set.compactMap { ranks[$0] }.sorted() }
    }

    /// The share of members in common of all members of both, in hundredths, rounded down; nil when it is too small.
    private static func percent(_ short: [Int], _ long: [Int]) -> Int? {
        guard short.count * 100 >= long.count * LikenessRules.least else { return nil }
        var (shared, left, right) = (0, 0, 0)
        while left < short.count, right < long.count {
            if short[left] == long[right] {
                (shared, left, right) = (shared + 1, left + 1, right + 1)
            } else if short[left] < long[right] {
                left += 1
            } else {
                right += 1
            }
        }
        let percent = shared * 100 / (short.count + long.count - shared)
        return percent >= LikenessRules.least ? percent : nil
    }
}
