import Testing

@testable import Huxue

struct WordFinderTests {
    @Test(
        arguments: [
            ("一律不得", [0]), ("不得一律", [0]), ("應一定", [1, 2]), ("一", []), ("", []), ("一一律", [0]), ("定律", [2]), ("律一", []),
            ("一定一律", [0, 1, 2]), ("都一定要", [1, 2, 3]),
        ] as [(String, Set<Int>)])
    func `words are found wherever they stand, one within another too`(text: String, places: Set<Int>) {
        #expect(WordFinder(["一律", "一定", "定", "一定要", ""]).places(in: text) == places)
    }
}
