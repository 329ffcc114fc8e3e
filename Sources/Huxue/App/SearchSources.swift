/// Every feature in which something can be found.
enum SearchSources {
    static func all(clock: OfficeClock) -> [any SearchSource] {
        [
            PageSearchStore(clock: clock), ArticleSearchStore(), StatuteSearchStore(),
            QuestionSearchStore(sealing: AttemptSeal()),
        ]
    }
}

/// Brings the search indexes of an older database in step, in short writes.
enum SearchUpkeep {
    private static let slice = 200

    static func run(in database: OfficeDatabase) throws {
        while try database.writeAndWait({ try StatuteIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
        while try database.writeAndWait({ try QuestionIndexStore.catchUp(limit: slice, in: $0) }) == slice {}
    }
}
