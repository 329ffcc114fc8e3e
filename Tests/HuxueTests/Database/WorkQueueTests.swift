import Foundation
import Synchronization
import Testing

@testable import Huxue

struct WorkQueueTests {
    @Test func `groups are served in turn however much one of them brings`() {
        var queue = WorkQueue<String>()
        for number in 1...100 { queue.add("crowd \(number)", of: "crowd") }
        queue.add("A 1", of: "A")
        queue.add("B 1", of: "B")
        queue.add("A 2", of: "A")
        #expect((1...6).map { _ in queue.next() } == ["crowd 1", "A 1", "B 1", "crowd 2", "A 2", "crowd 3"])
    }

    @Test func `the newest of a group comes first where that is asked for`() {
        var queue = WorkQueue<Int>(newestFirst: true)
        for number in 1...3 { queue.add(number, of: "office") }
        #expect([queue.next(), queue.next()] == [3, 2])
        queue.add(4, of: "office")
        #expect([queue.next(), queue.next(), queue.next()] == [4, 1, nil])
    }

    @Test(arguments: [false, true])
    func `everything comes out once`(newestFirst: Bool) {
        var queue = WorkQueue<Int>(newestFirst: newestFirst)
        for number in 0..<300 { queue.add(number, of: "group \(number % 7)") }
        var seen: Set<Int> = []
        while let number = queue.next() { #expect(seen.insert(number).inserted) }
        #expect(seen.count == 300)
    }

    @Test func `a pool runs what came late of another group before the rest of a crowd`() async throws {
        let pool = WorkPool(width: 1, waitingLimit: 1000, newestFirst: true)
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for _ in 0..<60 { tasks.addTask { try await pool.run(of: "crowd") { order.add("crowd", after: 0.02) } } }
            try await Task.sleep(for: .milliseconds(300))
            tasks.addTask { try await pool.run(of: order.arrival()) { order.add("colleague", after: 0) } }
            try await tasks.waitForAll()
        }
        let place = try #require(order.names.firstIndex(of: "colleague"))
        #expect(order.names.count == 61 && place <= order.before + 3)
    }
}

private final class Order: Sendable {
    private let written = Mutex<[String]>([])
    private let done = Mutex(0)
    /// How many pieces were done when the colleague arrived.
    var before: Int { done.withLock { $0 } }
    var names: [String] { written.withLock { $0 } }

    /// Notes how much is done, and names the colleague's group.
    func arrival() -> String {
        let count = names.count
        done.withLock { $0 = count }
        return "colleague"
    }

    func add(_ name: String, after seconds: Double) {
        Thread.sleep(forTimeInterval: seconds)
        written.withLock { $0.append(name) }
    }
}
