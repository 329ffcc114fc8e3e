import Testing

@testable import Huxue

struct LikenessJoinRulesTests {
    /// Each with each, as it is defined.
    private func bruteForce(_ stems: [Set<UInt64>]) -> Set<LikenessJoinRules.Pair> {
        var pairs: Set<LikenessJoinRules.Pair> = []
        for second in stems.indices {
            for first in 0..<second {
                let percent = LikenessRules.percent(stems[first], stems[second])
                guard percent >= LikenessRules.least else { continue }
                pairs.insert(.init(first: first, second: second, percent: percent))
            }
        }
        return pairs
    }

    /// Sets of many sizes over few members, so that shares of every kind come up, also just above and below the least.
    @Test(arguments: 0..<20)
    func `the same pairs are found as by comparing each with each`(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        var stems: [Set<UInt64>] = (0..<120).map { _ in
            Set(
                (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                    // Low members are frequent, high ones rare.
                    let bound = UInt64.random(in: 1...60, using: &generator)
                    return UInt64.random(in: 0..<bound, using: &generator)
                })
        }
        for _ in 0..<60 {
            guard var twin = stems.randomElement(using: &generator) else { continue }
            for _ in 0..<Int.random(in: 0...6, using: &generator) {
                if Bool.random(using: &generator) {
                    twin.insert(UInt64.random(in: 0..<80, using: &generator))
                } else if let member = twin.sorted().randomElement(using: &generator) {
                    twin.remove(member)
                }
            }
            stems.append(twin)
        }
        let found = LikenessJoinRules.pairs(among: stems)
        #expect(Set(found) == bruteForce(stems) && found.count == Set(found).count && !found.isEmpty)
        let order = found.map { [-$0.percent, $0.first, $0.second] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `the stems of the shipped bank's kind are found, and nothing of empty ones`() {
        let texts = ["未成年人改姓應由何人向戶政事務所申請？", "", "登記免費。", "未成年人改名應由何人向戶政事務所申請？", ""]
        let pairs = LikenessJoinRules.pairs(among: texts.map(LikenessRules.pairs(of:)))
        #expect(pairs == [.init(first: 0, second: 3, percent: 78)])
        #expect(LikenessJoinRules.pairs(among: []).isEmpty)
    }

    @Test func `the search ends with as many pairs as are wanted`() {
        let stems = Array(repeating: LikenessRules.pairs(of: "登記之申請由何人為之"), count: 200)
        #expect(LikenessJoinRules.pairs(among: stems, limit: 10).count == 10)
        #expect(LikenessJoinRules.pairs(among: stems).count == 200 * 199 / 2)
    }

    @Test func `nothing unlike is found in a large bank`() {
        var generator = SplitMix(seed: 3)
        let letters = Array("戶籍登記申請人應備文件於幾日內為之出生死亡結婚離婚遷徙姓名國民身分證規費罰鍰更正撤銷廢止".unicodeScalars)
        let stems = (0..<1000).map { _ in
            var text = String.UnicodeScalarView()
            for _ in 0..<30 { text.append(letters.randomElement(using: &generator) ?? "戶") }
            return LikenessRules.pairs(of: String(text))
        }
        #expect(LikenessJoinRules.pairs(among: stems).allSatisfy { $0.percent >= LikenessRules.least })
    }
}
