import NIOCore

extension Channel {
    /// Returns once nothing waits to be read on this connection, at once on a channel without a `ConnectionHandler`.
    ///
    /// A closed channel says so at the next write.
    func turnToWrite() async {
        try? await triggerUserOutboundEvent(ConnectionHandler.Turn()).get()
    }

    /// Runs `body`, and cancels it when the other side goes away.
    func whileAttended<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let work = Task(operation: body)
        triggerUserOutboundEvent(ConnectionHandler.Departure()).whenSuccess { work.cancel() }
        return try await work.value
    }
}
