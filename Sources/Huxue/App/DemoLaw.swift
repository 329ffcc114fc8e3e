import GRDB

/// The demo's law: the ministry's file if there is one, and always a made-up rule with an amendment still to import.
struct DemoLaw {
    let session: CommandSession

    /// Folders with the questions and pages on the made-up rule, inside the resources folder.
    static let questions = "samples/local-rule/questions"
    static let pages = "samples/local-rule/kb"

    /// Imports the made-up rule as it was before its amendment, unless the office has it already.
    func bringInSample() throws {
        let data = try session.resources().data(StatuteSample.before)
        var pcodes: [String] = []
        _ = try StatuteFile.read(StatuteFile(data)) { pcodes.append($0.pcode) }
        let known = try session.database.readAndWait { [pcodes] db in try StatuteStore.digests(of: pcodes, in: db) }
        guard known.isEmpty else { return }
        try bringIn { StatuteFile(data) }
    }

    /// Imports from the ministry's file the statutes that the office follows.
    /// - Throws: `StatuteRefusal.missingFile`, `StatuteFileRefusal`.
    func bringIn(path: String) throws {
        let followed = try session.database.readAndWait { try StatuteStore.followed(in: $0) }
        try bringIn(only: followed) { try StatuteSource.open(path) }
    }

    private func bringIn(only: Set<String>? = nil, _ open: () throws -> StatuteFile) throws {
        let actions = StatuteImportActions(
            database: session.database, clock: session.clock, sources: Features.all.citations, only: only)
        _ = try actions.run(
            actions.plan(open()), from: open(), by: session.acting)
    }
}
