import Testing

@testable import Huxue

/// Random pools and blueprints, always the same ones.
private struct Sample {
    var chance: SeededGenerator
    let pool: [PoolQuestion]
    let blueprint: [BlueprintLine]

    init(_ number: Int, poolLimit: Int) {
        var chance = SeededGenerator("sample", "\(number)")
        let topics = ["出生", "𠮷名", "遷徙"]
        let size = chance.below(poolLimit + 1)
        pool = (0..<size).map { place in
            PoolQuestion(
                revision: ID(rawValue: Int64(place + 1)), code: "q-\(place)", topic: topics[chance.below(3)],
                level: QuestionLevel.allCases[chance.below(3)])
        }
        blueprint = (0..<(1 + chance.below(4))).map { _ in
            switch chance.below(3) {
            case 0: .topic(topic: topics[chance.below(3)], count: 1 + chance.below(2))
            case 1:
                .cell(
                    topic: topics[chance.below(3)], level: QuestionLevel.allCases[chance.below(3)],
                    count: 1 + chance.below(2))
            default: .questions((0...chance.below(2)).map { _ in "q-\(chance.below(poolLimit + 1))" })
            }
        }
        self.chance = chance
    }
}

/// Whether each place of the blueprint can be given a question of its own: bipartite matching by augmenting paths, which
/// knows nothing of the order in which the rules take questions.
private func canFill(_ blueprint: [BlueprintLine], pool: [PoolQuestion]) -> Bool {
    var places: [[Int]] = []
    var named: Set<String> = []
    for line in blueprint {
        switch line {
        case .questions(let codes):
            for code in codes where named.insert(code).inserted {
                places.append(pool.indices.filter { pool[$0].code == code })
            }
        case .cell(let topic, let level, let count):
            places += Array(
                repeating: pool.indices.filter { pool[$0].topic == topic && pool[$0].level == level }, count: count)
        case .topic(let topic, let count):
            places += Array(repeating: pool.indices.filter { pool[$0].topic == topic }, count: count)
        }
    }
    var taker: [Int: Int] = [:]
    func place(_ number: Int, _ tried: inout Set<Int>) -> Bool {
        for question in places[number] where tried.insert(question).inserted {
            guard let other = taker[question] else {
                taker[question] = number
                return true
            }
            if place(other, &tried) {
                taker[question] = number
                return true
            }
        }
        return false
    }
    return places.indices.allSatisfy { number in
        var tried: Set<Int> = []
        return place(number, &tried)
    }
}

@Suite struct BlueprintRulesTests {
    @Test func `there is a shortage exactly when no filling exists, and then nothing is drawn`() {
        var fillable = 0
        for number in 0..<4000 {
            let sample = Sample(number, poolLimit: 9)
            let expected = canFill(sample.blueprint, pool: sample.pool)
            fillable += expected ? 1 : 0
            let shortages = BlueprintRules.shortages(sample.blueprint, pool: sample.pool)
            #expect(shortages.isEmpty == expected, "\(sample)")
            var generator = SeededGenerator("draw", "\(number)")
            let drawn = BlueprintRules.draw(sample.blueprint, pool: sample.pool, using: &generator)
            #expect((drawn != nil) == expected, "\(sample)")
        }
        #expect(fillable > 300 && fillable < 3700)
    }

    @Test func `every drawn paper fulfils its blueprint without a repetition`() throws {
        for number in 0..<3000 {
            let sample = Sample(number, poolLimit: 40)
            var generator = SeededGenerator("draw", "\(number)")
            guard let drawn = BlueprintRules.draw(sample.blueprint, pool: sample.pool, using: &generator) else {
                continue
            }
            #expect(Set(drawn).count == drawn.count)
            #expect(Set(drawn).isSubset(of: Set(sample.pool)))
            #expect(drawn.count == BlueprintRules.questionCount(sample.blueprint))
            #expect(canFill(sample.blueprint, pool: drawn))
        }
    }

    @Test func `the same seed gives the same paper, whatever the order of the pool`() {
        for number in 0..<500 {
            var sample = Sample(number, poolLimit: 30)
            var first = SeededGenerator("same", "\(number)")
            var second = SeededGenerator("same", "\(number)")
            let permuted = sample.chance.shuffled(sample.pool)
            #expect(
                BlueprintRules.draw(sample.blueprint, pool: sample.pool, using: &first)
                    == BlueprintRules.draw(sample.blueprint, pool: permuted, using: &second))
        }
    }

    @Test func `another seed gives another paper`() {
        let pool = (0..<50).map {
            PoolQuestion(revision: ID(rawValue: Int64($0 + 1)), code: "q-\($0)", topic: "出生", level: .recall)
        }
        let papers = (0..<100).map { number in
            var generator = SeededGenerator("other", "\(number)")
            return BlueprintRules.draw([.topic(topic: "出生", count: 10)], pool: pool, using: &generator)
        }
        #expect(Set(papers).count == 100)
    }

    @Test func `each question of a cell is drawn equally often`() {
        let pool = (0..<10).map {
            PoolQuestion(revision: ID(rawValue: Int64($0 + 1)), code: "q-\($0)", topic: "出生", level: .recall)
        }
        var counts: [String: Int] = [:]
        for number in 0..<10_000 {
            var generator = SeededGenerator("fair", "\(number)")
            let line = BlueprintLine.cell(topic: "出生", level: .recall, count: 3)
            for question in BlueprintRules.draw([line], pool: pool, using: &generator) ?? [] {
                counts[question.code, default: 0] += 1
            }
        }
        // Nine degrees of freedom; 27.88 is exceeded by chance once in a thousand.
        let expected = 3000.0
        let squares = pool.map { pow2(Double(counts[$0.code] ?? 0) - expected) / expected }.reduce(0, +)
        #expect(squares < 27.88)
    }

    @Test func `named questions stand first and once`() throws {
        let pool = ["b", "a", "c"].enumerated().map {
            PoolQuestion(revision: ID(rawValue: Int64($0.offset + 1)), code: $0.element, topic: "出生", level: .apply)
        }
        var generator = SeededGenerator("named")
        let drawn = BlueprintRules.draw(
            [.topic(topic: "出生", count: 1), .questions(["c", "c"]), .questions(["a", "c"])], pool: pool,
            using: &generator)
        #expect(drawn?.map(\.code) == ["c", "a", "b"])
    }

    @Test func `very many named questions are counted in no time`() {
        let codes = (0..<60_000).map { "q-\($0)" }
        let time = ContinuousClock().measure {
            #expect(BlueprintRules.questionCount([.questions(codes), .questions(codes)]) == 60_000)
        }
        #expect(time < .seconds(5))
    }

    @Test func `a shortage names the cell, what is wanted and what there is`() {
        let pool = [
            PoolQuestion(revision: ID(rawValue: 1), code: "a", topic: "姓名", level: .apply),
            PoolQuestion(revision: ID(rawValue: 2), code: "b", topic: "姓名", level: .recall),
        ]
        let shortages = BlueprintRules.shortages(
            [
                .questions(["a", "zz"]), .cell(topic: "姓名", level: .apply, count: 1),
                .cell(topic: "姓名", level: .apply, count: 1), .topic(topic: "國籍", count: 3),
            ], pool: pool)
        #expect(
            shortages == [
                BlueprintShortage(topic: nil, level: nil, wanted: 2, available: 1, missing: ["zz"]),
                BlueprintShortage(topic: "姓名", level: .apply, wanted: 2, available: 0, missing: []),
                BlueprintShortage(topic: "國籍", level: nil, wanted: 3, available: 0, missing: []),
            ])
        #expect(shortages[1].sentence == "姓名　應用：要 2 題，題庫可用 0 題，不足 2 題")
        #expect(shortages[0].sentence == "指定的試題不在題庫或已停用：zz")
    }
}

func pow2(_ value: Double) -> Double { value * value }
