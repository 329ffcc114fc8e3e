import ArgumentParser
import GRDB
import Hummingbird

@testable import Huxue

/// 便箋: notes that rest on the law; a feature that only the tests have, with something of everything.
struct ToyFeature: Feature {
    let migrations = [
        Migration(
            name: "2099-01-01 keep notes",
            sql: """
                CREATE TABLE toyNote (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    code TEXT NOT NULL UNIQUE,
                    citation TEXT NOT NULL,
                    unitName TEXT NOT NULL,
                    state TEXT NOT NULL DEFAULT 'new'
                ) STRICT;
                """)
    ]
    let invariants = [Invariant(violation: "便箋沒有編號", sql: "SELECT id FROM toyNote WHERE code = ''")]
    let commands: [any ParsableCommand.Type] = [ToyCommand.self]
    let navigation = [
        NavigationGroup(
            name: NavigationGroup.own,
            entries: [NavigationEntry(icon: Icon.book, title: "便箋", address: "/toy-notes", place: 8)])
    ]
    let uploads = [UploadPlace(path: "/toy-notes/file", action: .readPages, size: .memory)]
    let due: (any DueSource)? = ToySource()
    let notes: (any NoteSource)? = ToySource()
    let figures: (any FigureSource)? = ToySource()
    let citations: [any CitationSource] = [ToySource()]
    let vocabularies: [any AuditVocabulary.Type] = [ToyVocabulary.self]
    let unitFollowers: [any UnitFollower.Type] = [ToyFollower.self]

    func addRoutes(to site: Site) {
        site.signedIn.get("toy-notes/:code") { _, context -> WebResponse in
            let code = try context.text("code")
            let found = try await site.office.database.read {
                try String.fetchOne($0, sql: "SELECT citation FROM toyNote WHERE code = ?", arguments: [code])
            }
            guard let found else { throw CommonRefusal.missing }
            return .page(
                Layout.page(
                    "便箋", chrome: site.office.chrome(for: context.visitor), section: "/toy-notes",
                    content: "<p>\(found)</p>"))
        }
        site.signedIn.post("toy-notes/file") { _, context -> WebResponse in
            .page("<p>\(context.uploads["file"]?.name ?? "")</p>" as HTML)
        }
    }

    func findings(in folder: DataFolder, _ db: Database) throws -> [Finding] {
        try String.fetchAll(db, sql: "SELECT code FROM toyNote WHERE state = 'torn'")
            .map { Finding(check: "便箋破損", detail: $0) }
    }

    func catchUp(_ database: OfficeDatabase) throws {
        try database.writeAndWait { try $0.execute(sql: "UPDATE toyNote SET state = 'filed' WHERE state = 'new'") }
    }

    func searchSources(among features: FeatureList, clock: OfficeClock) -> [any SearchSource] { [ToySource()] }
    func desks(among features: FeatureList) -> [any AmendmentDesk] { [ToySource()] }
}

struct ToySource: DueSource, NoteSource, FigureSource, CitationSource, AmendmentDesk, SearchSource {
    let subject = CitedSubject(code: "toyNote", name: "便箋", counter: "張", consequence: "複核以前先收起來。", place: 9)
    let kind = SearchKind(code: "toyNotes", name: "便箋", counter: "張", outOfForce: "已撕掉", place: 9)
    let reading = Action.browseQuestions
    let deciding = Action.editQuestions

    func due(on visit: HomeVisit, in db: Database) throws -> DueList {
        DueList(items: [
            DueItem(
                due: visit.now.adding(minutes: 90), title: "讀便箋", icon: Icon.book, kind: "便箋", facts: "",
                address: "/toy-notes/a", verb: "讀", isUrgent: false)
        ])
    }

    func notes(on visit: HomeVisit, in db: Database) throws -> [ManagerNotes] {
        let note = ManagerNote(title: "便箋快用完了。", sentence: "", links: [], tone: .info)
        return [ManagerNotes(title: "便箋承辦", link: ("/toy-notes", "全部便箋"), notes: [note], place: 9)]
    }

    func figures(on visit: HomeVisit, in db: Database) throws -> [YearFigure] {
        [YearFigure(name: "便箋張數", value: "7", unit: " 張", link: "/toy-notes", linkWords: "看便箋")]
    }

    func pcodes(in db: Database) throws -> [String] { ["D0030006"] }

    func works(citing pcode: String, in db: Database) throws -> [CitedWork] {
        guard let checked = Day("2024-01-01") else { return [] }
        return try Row.fetchAll(db, sql: "SELECT id, code, citation FROM toyNote ORDER BY code").map { row in
            CitedWork(
                subject: subject, id: row["id"], code: row["code"], title: "便箋 \(row["code"] as String)", pcode: pcode,
                citation: row["citation"], lawAsOf: checked)
        }
    }

    func inUse(_ ids: Set<Int64>, in db: Database) throws -> Set<Int64> { ids }

    func works(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        let rows = try Row.fetchAll(db, sql: "SELECT id, code FROM toyNote")
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let code: String = row["code"]
                return (
                    row["id"] as Int64,
                    FlaggedWork(
                        code: code, title: "便箋 \(code)", shortName: "便箋 \(code)",
                        address: "/toy-notes/\(segment: code)",
                        isInUse: true)
                )
            }
        ).filter { ids.contains($0.key) }
    }

    func readable(_ ids: Set<Int64>, for visitor: Visitor, in db: Database) throws -> [Int64: FlaggedWork] {
        try works(ids, for: visitor, in: db)
    }

    func isOpen(to visitor: Visitor?) -> Bool { visitor != nil }

    func matches(_ request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchMatches {
        request.text == "便箋" ? SearchMatches(ids: [1], count: 1) : SearchMatches()
    }

    func hit(_ id: Int64, of request: SearchRequest, for visitor: Visitor?, in db: Database) throws -> SearchHit? {
        SearchHit(title: .whole("便箋甲", phrases: request.phrases), address: "/toy-notes/a", kindWord: "便箋")
    }

    func suggestions(
        _ request: SearchRequest, for visitor: Visitor?, in db: Database
    ) throws -> [SearchSuggestion] {
        [SearchSuggestion(title: "便箋甲", kindWord: "便箋", address: "/toy-notes/a")]
    }
}

enum ToyVocabulary: AuditVocabulary {
    static let wrote = AuditAction("toy.note", "寫便箋")
    static let actions = [wrote]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        references.contains("toyNote/1") ? ["toyNote/1": AuditName(text: "第一張便箋", address: "/toy-notes/a")] : [:]
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        action == wrote ? detail.number("lines").map { "寫了 \($0) 行" } : nil
    }
}

enum ToyFollower: UnitFollower {
    static func uses(of unit: Unit, in db: Database) throws -> [String] {
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM toyNote WHERE unitName = ?", arguments: [unit.fullName])
        return count == 0 ? [] : ["便箋 \(count ?? 0) 張"]
    }

    static func losses(moving branch: [String: Unit], in db: Database) throws -> [String] { [] }

    static func follow(_ names: [String: String], by acting: ActionContext, in db: Database) throws {
        for (old, new) in names {
            try db.execute(sql: "UPDATE toyNote SET unitName = ? WHERE unitName = ?", arguments: [new, old])
        }
    }
}

struct ToyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "toy-notes", abstract: "便箋。")

    @OptionGroup var options: DataOptions

    @Argument var code: String

    func run() throws {
        let (session, code) = (try options.open(), code)
        try session.database.writeAndWait {
            try $0.execute(
                sql: "INSERT INTO toyNote (code, citation, unitName) VALUES (?, '戶籍法第1條第2項', '南華區戶政事務所/登記一課')",
                arguments: [code])
        }
    }
}
