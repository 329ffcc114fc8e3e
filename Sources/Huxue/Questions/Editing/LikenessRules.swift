/// How alike two stems are, whatever their key and choices say.
enum LikenessRules {
    /// From here on two stems are worth a look.
    static let least = 55

    /// The pairs of neighbouring letters and digits of a stem; width, case and punctuation make no difference.
    static func pairs(of stem: String) -> Set<UInt64> {
        let scalars = QuestionWordingRules.comparable(stem).unicodeScalars.map { UInt64($0.value) }
        return Set(zip(scalars, scalars.dropFirst()).map { $0 << 32 | $1 })
    }

    /// The shared pairs among all pairs of both, in hundredths, rounded down.
    ///
    /// Source: P. Jaccard, Étude comparative de la distribution florale, 1901.
    static func percent(_ one: Set<UInt64>, _ other: Set<UInt64>) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return 0 }
        // Sets of very different size cannot be alike enough.
        guard min(one.count, other.count) * 100 >= max(one.count, other.count) * least else { return 0 }
        let shared = one.count < other.count ? one.count(where: other.contains) : other.count(where: one.contains)
        return shared * 100 / (one.count + other.count - shared)
    }
}
