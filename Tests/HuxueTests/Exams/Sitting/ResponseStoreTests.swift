import Testing

@testable import Huxue

@Suite struct ResponseStoreTests {
    /// The time of a save cannot tell what is right: it asks for nothing that knows, and does the same for every answer.
    @Test func `saving a right answer does what saving a wrong one does`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        let now = office.clock.now()
        try await office.database.write { db in
            var seen: Set<[String]> = []
            for line in try AttemptStore.lines(of: attempt.id, in: db) {
                for key in 1...line.order.count {
                    let statements = Statements()
                    try statements.traced(db) {
                        _ = try ResponseActions.save(
                            ResponseActions.Arrival(
                                number: line.number, keys: [key], isFlagged: false,
                                sequence: Int64(line.number * 10 + key), window: "w"),
                            address: attempt.address, employee: attempt.employeeID, now: now, in: db)
                    }
                    #expect(statements.tables == ["attempt", "paperLine", "questionRevision", "response"])
                    #expect(!statements.all.contains { $0.contains(/\b(key|answer|explanation|isRight)\b/) })
                    // With the values left out, which differ by their digits.
                    seen.insert(statements.all.map { $0.replacing(/'[^']*'|\d+/, with: "?") })
                }
            }
            #expect(seen.count == 1)
        }
    }

    /// Two windows, retries and late packets in ten thousand random orders: what is kept is what the highest sequence
    /// said, and every save says truly whether it was superseded.
    @Test func `the highest sequence wins in every interleaving`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        let now = office.clock.now()
        try await office.database.write { db in
            let lines = try AttemptStore.lines(of: attempt.id, in: db)
            var chance = SeededGenerator("interleavings")
            var model: [Int: (sequence: Int64, keys: [Int], flagged: Bool)] = [:]
            for _ in 0..<10_000 {
                let number = 1 + chance.below(10)
                let sequence = Int64(1 + chance.below(400))
                let keys = chance.below(4) == 0 ? [] : [1 + chance.below(2)]
                let flagged = chance.below(2) == 0
                let outcome = try ResponseActions.save(
                    ResponseActions.Arrival(
                        number: number, keys: keys, isFlagged: flagged, sequence: sequence, window: "w"),
                    address: attempt.address, employee: attempt.employeeID, now: now, in: db)
                let kept = model[number]?.sequence ?? 0
                if sequence > kept { model[number] = (sequence, keys, flagged) }
                #expect(outcome.isSuperseded == (sequence < kept))
                #expect(outcome.sequence == max(sequence, kept))
            }
            let saved = try AttemptStore.responses(of: attempt.id, in: db)
            for line in lines {
                let expected = try #require(model[line.number])
                let response = try #require(saved[line.number])
                #expect(response.sequence == expected.sequence)
                #expect(response.isFlagged == expected.flagged)
                #expect(response.chosen == ChoiceSet(expected.keys.map { line.order[$0 - 1] }))
            }
        }
    }

    @Test func `a page without script saves what was answered on it, and tells of another window`() async throws {
        let office = try SampleOffice()
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        func save(_ number: Int, _ key: Int, at sequence: Int64) async throws {
            let now = office.clock.now()
            try await office.database.write { db in
                _ = try ResponseActions.save(
                    ResponseActions.Arrival(
                        number: number, keys: [key], isFlagged: false, sequence: sequence, window: "w"),
                    address: attempt.address, employee: attempt.employeeID, now: now, in: db)
            }
        }
        /// A page that showed answer 1 to questions 1 and 2 and nothing to 3 comes back with these answers.
        func savePage(_ keys: [Int]) async throws -> Bool {
            let now = office.clock.now()
            let visitor = try #require(try office.visitor("yachu"))
            return try await office.database.write { db in
                try ResponseActions.savePage(
                    keys.enumerated().map { place, key in
                        ResponseActions.Arrival(
                            number: place + 1, keys: [key], isFlagged: false, sequence: now.milliseconds, window: "")
                    },
                    shown: [
                        1: ShownAnswer(number: 1, sequence: 100, keys: [1]),
                        2: ShownAnswer(number: 2, sequence: 100, keys: [1]), 3: ShownAnswer(number: 3, sequence: 0),
                    ], address: attempt.address,
                    by: ActionContext(actor: visitor.actor, origin: "test", now: now), in: db)
            }
        }
        func keys() throws -> [Int?] {
            let (lines, saved) = try office.database.readAndWait { db in
                (try AttemptStore.lines(of: attempt.id, in: db), try AttemptStore.responses(of: attempt.id, in: db))
            }
            return (1...3).map { number in
                saved[number]?.chosen.places.first.flatMap { lines[number - 1].order.firstIndex(of: $0) }.map { $0 + 1 }
            }
        }
        try await save(1, 1, at: 100)
        try await save(2, 1, at: 100)
        // The page is shown; meanwhile another window answers question 2 again, which the page leaves as it was.
        try await save(2, 2, at: 200)
        #expect(try await savePage([2, 1, 1]) == false)
        #expect(try keys() == [2, 2, 1])
        office.advance(milliseconds: 1)
        // The same old page once more, with another answer to question 1: the last answer wins, and is told of.
        #expect(try await savePage([3 - 1, 1, 2]) == true)
        #expect(try keys() == [2, 2, 2])
    }
}
