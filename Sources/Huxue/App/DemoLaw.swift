import GRDB

/// The law of the demo: the ministry's file when there is one, and always a made-up rule whose amendment waits.
struct DemoLaw {
    let session: CommandSession

    /// Where the questions and pages on the made-up rule stand among the resources.
    static let questions = "samples/local-rule/questions"
    static let pages = "samples/local-rule/kb"

    /// Brings in the made-up rule as it stood before its amendment, unless the office has it.
    func bringInSample() throws {
        let data = try session.resources().data(StatuteSample.before)
        var pcodes: [String] = []
        _ = try StatuteFile.read(StatuteFile(data)) { pcodes.append($0.pcode) }
        let known = try session.database.readAndWait { [pcodes] db in try StatuteStore.digests(of: pcodes, in: db) }
        guard known.isEmpty else { return }
        try bringIn { StatuteFile(data) }
    }

    /// Brings in what the office follows of the ministry's file.
    /// - Throws: `StatuteRefusal.missingFile`, `StatuteFileRefusal`.
    func bringIn(path: String) throws {
        let followed = try session.database.readAndWait { try StatuteStore.followed(in: $0) }
        try bringIn(only: followed) { try StatuteSource.open(path) }
    }

    private func bringIn(only: Set<String>? = nil, _ open: () throws -> StatuteFile) throws {
        let actions = StatuteImportActions(
            database: session.database, clock: session.clock, sources: Features.all.citations, only: only)
        _ = try actions.run(
            actions.plan(open()), from: open(), by: session.actor, origin: CommandSession.origin)
    }
}
