/// Which digit chooses which points of a criterion.
enum ScoreKeyRules {
    /// The digits for `choices`, ascending points of one criterion; nil for those without one.
    ///
    /// Points that are all whole and below ten have their own digit. Others are counted: the first is 1, the ninth 9.
    static func keys(for choices: [Points]) -> [Int?] {
        if choices.allSatisfy({ $0.hundredths % 100 == 0 && $0 < Points(whole: 10) }) {
            return choices.map { $0.hundredths / 100 }
        }
        return choices.indices.map { $0 < 9 ? $0 + 1 : nil }
    }
}
