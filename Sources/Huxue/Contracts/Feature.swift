import ArgumentParser
import GRDB
import Logging
import ServiceLifecycle

/// One feature as the rest of the program knows it.
///
/// Everything has an empty default: a feature offers what it has. `App/Features.swift` lists the features; nothing else
/// outside their folders names them.
protocol Feature: Sendable {
    // MARK: Its data

    /// The steps of its schema, in the order in which they were made.
    var migrations: [Migration] { get }

    /// Queries that must return no row; `huxue doctor` runs them.
    var invariants: [Invariant] { get }

    /// Problems in its data and files that no invariant covers, the gravest first.
    ///
    /// A file that is missing or damaged is a finding, not an error.
    func findings(in folder: DataFolder, _ db: Database) throws -> [Finding]

    /// Rebuilds what it derives from its data, such as a search index, after an update of the program; in short writes.
    func catchUp(_ database: OfficeDatabase) throws

    /// Tidies up what an earlier server left unfinished; called once, before the first request.
    func prepareToServe(_ database: OfficeDatabase, now: Moment) throws

    // MARK: Its pages and commands

    func addRoutes(to site: Site) throws

    /// Services that run beside the server until it stops.
    func services(for office: Office, logger: Logger) -> [any Service]

    /// Commands below `huxue`.
    var commands: [any ParsableCommand.Type] { get }

    /// Commands that it adds below another feature's command, `parent`.
    func commands(below parent: String) -> [any ParsableCommand.Type]

    /// Entries of the menu, for those who may use them.
    var navigation: [NavigationGroup] { get }

    /// Addresses that take files.
    var uploads: [UploadPlace] { get }

    // MARK: What it has for a person

    /// What is due for a person, for the home page; nil when the feature has no such thing.
    var due: (any DueSource)? { get }

    /// What waits for managers, for the home page; made anew for each server, so it may keep what it counted.
    var notes: (any NoteSource)? { get }

    /// What a new office has to fill before people can use it; nil for nothing.
    var setup: (any SetupSource)? { get }

    /// Figures about a person's year, on the home page.
    var figures: (any FigureSource)? { get }

    // MARK: What it has for other features

    /// What can be found in it. `features`: all of them, because another one may hide works of this one.
    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource]

    /// Its works that rest on the law.
    var citations: [any CitationSource] { get }

    /// The same works as people see them. `features`: all of them, because another one may hide works of this one.
    func desks(among features: FeatureList) -> [any AmendmentDesk]

    /// Its works that show attachments; nil when none do.
    var attachmentOwner: (any AttachmentOwner)? { get }

    /// Works of other features that it hides from a person for a time.
    var seals: [any SealSource] { get }

    /// The audit actions that it records, and their words.
    var vocabularies: [any AuditVocabulary.Type] { get }

    /// Its data that refers to units.
    var unitFollowers: [any UnitFollower.Type] { get }

    /// Its data that refers to people by staff number or login.
    var staffFollowers: [any StaffFollower.Type] { get }

    /// Its data that refers to topics of the bank by name.
    var topicFollowers: [any TopicFollower.Type] { get }
}

extension Feature {
    var migrations: [Migration] { [] }
    var invariants: [Invariant] { [] }
    func findings(in folder: DataFolder, _ db: Database) throws -> [Finding] { [] }
    func catchUp(_ database: OfficeDatabase) throws {}
    func prepareToServe(_ database: OfficeDatabase, now: Moment) throws {}
    func addRoutes(to site: Site) throws {}
    func services(for office: Office, logger: Logger) -> [any Service] { [] }
    var commands: [any ParsableCommand.Type] { [] }
    func commands(below parent: String) -> [any ParsableCommand.Type] { [] }
    var navigation: [NavigationGroup] { [] }
    var uploads: [UploadPlace] { [] }
    var due: (any DueSource)? { nil }
    var notes: (any NoteSource)? { nil }
    var setup: (any SetupSource)? { nil }
    var figures: (any FigureSource)? { nil }
    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] { [] }
    var citations: [any CitationSource] { [] }
    func desks(among features: FeatureList) -> [any AmendmentDesk] { [] }
    var attachmentOwner: (any AttachmentOwner)? { nil }
    var seals: [any SealSource] { [] }
    var vocabularies: [any AuditVocabulary.Type] { [] }
    var unitFollowers: [any UnitFollower.Type] { [] }
    var staffFollowers: [any StaffFollower.Type] { [] }
    var topicFollowers: [any TopicFollower.Type] { [] }
}
