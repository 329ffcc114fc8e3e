import Testing

@testable import Huxue

@Suite struct ItemListQueryTests {
    private static func lines() -> [ItemLine] {
        let analysis = SampleAnswers.analysis(
            SampleAnswers.shared((0..<12).map(SampleAnswers.row)),
            keys: Dictionary(uniqueKeysWithValues: (1...6).map { ($0, SampleAnswers.single) }))
        return analysis.items.map { tally in
            ItemLine(
                question: PoolQuestion(
                    revision: tally.revision, code: "q\(tally.revision.rawValue)", topic: "", level: .recall),
                papers: tally.all.papers, figures: ItemFigureRules.figures(of: tally))
        }
    }

    private func order(_ order: ItemListQuery.Order, descending: Bool = false) -> String {
        var query = ItemListQuery()
        (query.order, query.isDescending) = (order, descending)
        return query.sorted(Self.lines().shuffled()).map(\.question.code).joined(separator: " ")
    }

    @Test func `lists are sorted by figures, those without one last either way, equal ones by code`() {
        #expect(order(.code) == "q1 q2 q3 q4 q5 q6")
        #expect(order(.code, descending: true) == "q6 q5 q4 q3 q2 q1")
        #expect(order(.facility) == "q4 q3 q2 q5 q1 q6")
        #expect(order(.facility, descending: true) == "q6 q1 q2 q5 q3 q4")
        #expect(order(.discrimination) == "q5 q6 q4 q1 q2 q3")
        #expect(order(.index) == "q5 q2 q1 q4 q3 q6")
        #expect(order(.index, descending: true) == "q3 q4 q1 q2 q5 q6")
        #expect(order(.weight) == "q6 q4 q1 q2 q3 q5")
        #expect(order(.papers) == "q1 q2 q3 q4 q5 q6")
    }

    @Test func `what there is something to say of stands first, then what has figures`() throws {
        let lines = Self.lines()
        let found = try #require(lines.first { !($0.figures?.findings.isEmpty ?? true) })
        let bare = lines.filter { $0.figures?.findings.isEmpty ?? false }
        func line(_ code: String, _ figures: ItemFigures?) -> ItemLine {
            ItemLine(
                question: PoolQuestion(
                    revision: found.question.revision, code: code, topic: "", level: .recall), papers: 12,
                figures: figures)
        }
        let plain = try #require(bare.first?.figures)
        let mixed = [line("a", nil), line("b", plain), line("c", found.figures), line("d", plain), line("e", nil)]
        #expect(ItemListQuery().sorted(mixed).map(\.question.code) == ["c", "b", "d", "a", "e"])
        var turned = ItemListQuery()
        turned.isDescending = true
        #expect(turned.sorted(mixed).map(\.question.code) == ["b", "d", "c", "a", "e"])
        #expect(ItemListQuery().items.allSatisfy { $0.value.isEmpty })
    }

    @Test func `a list can be narrowed to one finding`() {
        var query = ItemListQuery()
        query.finding = .inverted
        #expect(query.sorted(Self.lines()).map(\.question.code) == ["q5"])
        query.finding = .nobodyRight
        #expect(query.sorted(Self.lines()).isEmpty)
    }
}
