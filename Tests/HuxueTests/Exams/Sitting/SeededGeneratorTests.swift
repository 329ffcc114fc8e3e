import Testing

@testable import Huxue

@Suite struct SeededGeneratorTests {
    @Test func `the same parts give the same numbers, for ever`() {
        var generator = SeededGenerator("draw", "0123", "7", "1")
        let numbers = (0..<4).map { _ in generator.below(1_000_000) }
        var again = SeededGenerator("draw", "0123", "7", "1")
        #expect((0..<4).map { _ in again.below(1_000_000) } == numbers)
        #expect(numbers == [408857, 735582, 507383, 984725])
    }

    @Test func `the borders between the parts matter`() {
        var first = SeededGenerator("ab", "c")
        var second = SeededGenerator("a", "bc")
        var third = SeededGenerator("abc")
        #expect(Set([first.next(), second.next(), third.next()]).count == 3)
    }

    @Test(arguments: [-3, 0, 1]) func `below a bound of one or less there is only 0`(bound: Int) {
        var generator = SeededGenerator("bound")
        #expect((0..<20).allSatisfy { _ in generator.below(bound) == 0 })
    }

    @Test(arguments: [2, 3, 5, 7, 100]) func `numbers stay below their bound and reach all of it`(bound: Int) {
        var generator = SeededGenerator("bound", "\(bound)")
        let numbers = Set((0..<bound * 100).map { _ in generator.below(bound) })
        #expect(numbers == Set(0..<bound))
    }

    @Test func `shuffling keeps every element`() {
        var generator = SeededGenerator("shuffle")
        #expect(generator.shuffled(Array(0..<100)).sorted() == Array(0..<100))
        #expect(generator.shuffled([Int]()) == [])
    }

    @Test func `over 10,000 papers the right choice stands in each place equally often`() {
        var counts = [Int](repeating: 0, count: 4)
        for paper in 0..<10_000 {
            var generator = SeededGenerator("choices", "seed", "\(paper)", "1", "9")
            let order = generator.shuffled([0, 1, 2, 3])
            if let place = order.firstIndex(of: 2) { counts[place] += 1 }
        }
        // Three degrees of freedom; 16.27 is exceeded by chance once in a thousand.
        #expect(counts.map { pow2(Double($0) - 2500) / 2500 }.reduce(0, +) < 16.27)
    }

    @Test func `over 10,000 papers every order of the choices is equally likely`() {
        var counts: [[Int]: Int] = [:]
        for paper in 0..<10_000 {
            var generator = SeededGenerator("orders", "\(paper)")
            counts[generator.shuffled([0, 1, 2, 3]), default: 0] += 1
        }
        #expect(counts.count == 24)
        // 23 degrees of freedom; 49.73 is exceeded by chance once in a thousand.
        #expect(counts.values.map { pow2(Double($0) - 10_000 / 24.0) / (10_000 / 24.0) }.reduce(0, +) < 49.73)
    }
}
