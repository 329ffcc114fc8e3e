import ArgumentParser

/// A list of features, each after those that it uses, and everything that they offer together.
struct FeatureList: Sendable {
    let all: [any Feature]

    /// The features of this process, for commands: the argument parser makes those without arguments of ours.
    @TaskLocal static var current = FeatureList([])

    init(_ all: [any Feature]) {
        self.all = all
    }

    /// In the order of their dates; of one day in the order of the list.
    var migrations: [Migration] {
        let steps = GenerationSchema.migrations + AccountSchema.migrations + all.flatMap(\.migrations)
        return steps.enumerated().sorted { left, right in
            (left.element.name.prefix(10), left.offset) < (right.element.name.prefix(10), right.offset)
        }.map(\.element)
    }

    var invariants: [Invariant] { AccountSchema.invariants + all.flatMap(\.invariants) }
    var commands: [any ParsableCommand.Type] { all.flatMap(\.commands) }
    func commands(below parent: String) -> [any ParsableCommand.Type] { all.flatMap { $0.commands(below: parent) } }
    var dues: [any DueSource] { all.compactMap(\.due) }
    var notes: [any NoteSource] { all.compactMap(\.notes) }
    var setups: [any SetupSource] { all.compactMap(\.setup) }
    var figures: [any FigureSource] { all.compactMap(\.figures) }
    var citations: [any CitationSource] { all.flatMap(\.citations) }
    var desks: [any AmendmentDesk] { all.flatMap { $0.desks(among: self) } }
    var attachmentOwners: [any AttachmentOwner] { all.compactMap(\.attachmentOwner) }
    var seals: [any SealSource] { all.flatMap(\.seals) }
    var topicFollowers: [any TopicFollower.Type] { all.flatMap(\.topicFollowers) }

    func searchSources(clock: OfficeClock) -> [any SearchSource] {
        all.flatMap { $0.searchSources(among: self, clock: clock) }.sorted { $0.kind.place < $1.kind.place }
    }

    /// What the floors below Contracts need to know of the features.
    var house: House {
        House(
            migrations: migrations, vocabularies: all.flatMap(\.vocabularies),
            unitFollowers: all.flatMap(\.unitFollowers), staffFollowers: all.flatMap(\.staffFollowers),
            navigation: all.flatMap(\.navigation), uploads: all.flatMap(\.uploads),
            waiting: WaitingActions(self))
    }
}
