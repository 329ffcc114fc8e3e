import Foundation
import Testing

/// The rooms of the code and their doors, read from the files themselves.
@Suite struct LayeringTests {
    private struct Source {
        /// Below Sources/Huxue, from the floor to the file.
        let path: String
        let lines: [Substring]

        var floor: String { String(path.prefix { $0 != "/" }) }
        /// Of the file, without its ending.
        var name: String { String((path.split(separator: "/").last ?? "").dropLast(".swift".count)) }

        var imports: [String] {
            lines.filter { $0.hasPrefix("import ") || $0.hasPrefix("@testable import ") }
                .compactMap { $0.split(separator: " ").last.map(String.init) }
        }

        /// Without comments.
        var code: [Substring] {
            lines.map { $0.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? "" }
        }
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Sources/Huxue").standardized

    private static func sources() throws -> [Source] {
        let paths = try #require(FileManager.default.enumerator(atPath: root.path))
        return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path in
            let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            return Source(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// From the lowest to the highest: each knows only those before it.
    private static let floors = [
        "Database", "Web", "Documents", "Accounts", "Contracts", "Search", "Writing", "Attachments", "Statutes",
        "Questions", "Exams", "Knowledge", "Rubrics", "Proposals", "Cases", "App",
    ]

    /// Those whose files are of a layer, by their suffix.
    private static let features = Set(floors.drop { $0 != "Accounts" }.dropLast())

    /// What a file of a feature may import, by its name's ending; the first that fits counts.
    private static let layers: [(ending: String, modules: Set<String>)] = [
        ("Commands", ["ArgumentParser", "Foundation"]), ("Command", ["ArgumentParser", "Foundation"]),
        ("Feature", ["ArgumentParser", "GRDB", "Logging", "ServiceLifecycle"]), ("FeatureList", ["ArgumentParser"]),
        ("Source", ["Foundation", "GRDB"]), ("Desk", ["GRDB"]), ("Owner", ["GRDB"]), ("Vocabulary", ["GRDB"]),
        ("Follower", ["GRDB"]),
        ("Routes", ["Hummingbird", "HTTPTypes", "Logging", "NIOCore"]),
        ("Actions", ["GRDB"]), ("Store", ["Foundation", "GRDB"]), ("Schema", ["GRDB"]), ("Views", ["Foundation"]),
        ("Rules", ["Foundation"]), ("Refusal", ["Foundation"]), ("File", ["Foundation", "Yams"]),
        ("Cache", ["GRDB", "Synchronization"]), ("Terms", ["Foundation"]), ("Problem", ["Foundation", "Yams"]),
        ("Deed", []),
        ("Sweeper", ["Logging", "ServiceLifecycle"]),
    ]

    /// Files of no layer that need more than Foundation: cryptography and what is shared between threads.
    private static let apart: [String: Set<String>] = [
        "Answering": ["HTTPTypes", "Hummingbird", "Logging", "NIOHTTP1", "Synchronization"],
        "Gate": ["HTTPTypes", "Hummingbird", "NIOCore"],
        "IssuedPasswordGate": ["Hummingbird"], "SignedInContext": ["Hummingbird", "NIOCore"], "Site": ["Hummingbird"],
        "StaticRoutes": ["HTTPTypes", "Hummingbird"], "UploadIntake": ["HTTPTypes", "Hummingbird"],
        "VisitContext": ["Hummingbird", "NIOCore", "Synchronization"],
        "DataOptions": ["ArgumentParser"], "SessionCookie": ["HTTPTypes"], "DeviceCookie": ["HTTPTypes"],
        "AttachmentDigest": ["Crypto"],
        "AuditChain": ["Crypto"], "DeviceKey": ["Crypto"], "SignInThrottle": ["Crypto", "Synchronization"],
        "RefusalPace": ["Synchronization"],
        "PasswordHash": ["CArgon2"],
        "PasswordHasher": ["Synchronization"], "SessionToken": ["Crypto"], "SeededGenerator": ["Crypto"],
        "StaffImportPlanDigest": ["Crypto"], "StatuteEditionDigest": ["Crypto"],
        "StatuteImportDigest": ["Crypto"], "FeedIdentity": ["Crypto"], "FeedToken": ["Crypto"],
    ]

    @Test func `a file imports what its suffix allows, and without one Foundation alone`() throws {
        for source in try Self.sources() where Self.features.contains(source.floor) {
            let layer = Self.layers.first { source.name.hasSuffix($0.ending) }
            let allowed = layer?.modules ?? Self.apart[source.name, default: []].union(["Foundation"])
            let beyond = Set(source.imports).subtracting(allowed)
            #expect(beyond.isEmpty, "\(source.path) imports \(beyond.sorted())")
        }
    }

    @Test func `the framework is known to routes and visits, the database to stores and what calls them`() {
        let knowing = { (module: String) in
            Self.layers.filter { $0.modules.contains(module) }.map(\.ending)
        }
        #expect(knowing("Hummingbird") == ["Routes"])
        #expect(
            knowing("GRDB") == [
                "Feature", "Source", "Desk", "Owner", "Vocabulary", "Follower", "Actions", "Store", "Schema", "Cache",
            ])
        #expect(!Self.apart.values.contains { $0.contains("GRDB") })
    }

    @Test func `SQL stands in stores and schemas alone`() throws {
        let speech = /\b(?:SELECT|INSERT|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA) |\bsql:/
        for source in try Self.sources() where Self.features.contains(source.floor) {
            guard !source.name.hasSuffix("Store"), !source.name.hasSuffix("Schema") else { continue }
            for line in source.lines {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                #expect(!code.contains(speech), "\(source.path): \(line)")
            }
        }
    }

    @Test func `routes call actions, never stores`() throws {
        for source in try Self.sources() where source.name.hasSuffix("Routes") {
            for line in source.code {
                #expect(!line.contains(/\b[A-Z][A-Za-z]*Store\b/), "\(source.path): \(line)")
            }
        }
    }

    @Test func `policy and audit stand in actions alone`() throws {
        for source in try Self.sources() where source.name.hasSuffix("Store") && source.name != "AuditStore" {
            for line in source.code {
                #expect(!line.contains("Policy.") && !line.contains("AuditStore."), "\(source.path): \(line)")
            }
        }
        for source in try Self.sources() where source.name.hasSuffix("Routes") {
            for line in source.code { #expect(!line.contains("AuditStore."), "\(source.path): \(line)") }
        }
    }

    /// Writes of routes that have nobody's rights to read: somebody who is only about to sign in, and the file of a form
    /// that was refused.
    private static let rightless: Set = ["SignInRoutes", "AttachmentRoutes"]

    @Test func `routes write with the rights of that instant`() throws {
        var count = 0
        for source in try Self.sources() where source.name.hasSuffix("Routes") {
            for line in source.code where line.contains("database.write") {
                count += 1
                #expect(
                    line.contains("database.write(as:") || Self.rightless.contains(source.name),
                    "\(source.path): \(line)")
            }
        }
        #expect(count > 40)
    }

    @Test func `a floor knows only those below it`() throws {
        let sources = try Self.sources()
        #expect(Set(sources.map(\.floor)).isSubset(of: Self.floors))
        var owners: [String: String] = [:]
        let declaration =
            /^(?:public |final |indirect )*(?:struct|enum|class|protocol|actor|typealias) ([A-Z][A-Za-z]+)/
        for source in sources {
            for line in source.lines {
                if let found = line.firstMatch(of: declaration) { owners[String(found.1)] = source.floor }
            }
        }
        #expect(owners.count > 500)
        let height = Dictionary(uniqueKeysWithValues: Self.floors.enumerated().map { ($0.element, $0.offset) })
        for source in sources {
            for line in source.code {
                // The framework's own `Response`, of which `WebResponse` is our name; and names in strings.
                let code = line.replacing("Hummingbird.Response", with: "").replacing(/"[^"\\]*"/, with: "")
                for word in code.matches(of: /\b[A-Z][A-Za-z]+/).map({ String($0.output) }) {
                    guard let owner = owners[word] else { continue }
                    #expect(
                        height[owner, default: 0] <= height[source.floor, default: 0],
                        "\(source.path) uses \(word) of \(owner)")
                }
            }
        }
    }

    @Test func `App names no type of a feature, but for the list of features and the demo`() throws {
        let sources = try Self.sources()
        let features: Set = [
            "Attachments", "Statutes", "Questions", "Exams", "Knowledge", "Rubrics", "Proposals", "Cases",
        ]
        var owned: Set<String> = []
        let declaration = /^(?:final )*(?:struct|enum|class|protocol|actor) ([A-Z][A-Za-z]+)/
        for source in sources where features.contains(source.floor) {
            for line in source.lines {
                if let found = line.firstMatch(of: declaration) { owned.insert(String(found.1)) }
            }
        }
        for source in sources where source.floor == "App" && source.name != "Features" {
            guard !source.name.hasPrefix("Demo") else { continue }
            for line in source.code {
                let words = line.replacing(/"[^"\\]*"/, with: "").matches(of: /\b[A-Z][A-Za-z]+/).map {
                    String($0.output)
                }
                #expect(owned.isDisjoint(with: words), "\(source.path): \(line)")
            }
        }
    }

    @Test func `a file is named after what it is about`() throws {
        let declaration =
            /^(?:public |private |fileprivate |final |indirect |@\w+ )*(?:struct|enum|class|protocol|actor|typealias|extension) ([A-Z][A-Za-z0-9]+)/
        for source in try Self.sources() {
            let names = source.lines.compactMap { $0.firstMatch(of: declaration).map { String($0.1) } }
            // `StaffCommands` begins with `StaffCommand`, `CitationReadingLists` extends `CitationReading`.
            let free = source.lines.contains { $0.hasPrefix("func ") }
            #expect(names.contains { source.name.hasPrefix($0) } || free, "\(source.path) declares \(names)")
        }
    }

    @Test func `no folder outgrows what a person can look through`() throws {
        let folders = Dictionary(grouping: try Self.sources()) { source in
            source.path.split(separator: "/").dropLast().joined(separator: "/")
        }
        for (folder, files) in folders {
            #expect(files.count <= 45, "\(folder) has \(files.count) files: it wants rooms, by noun")
        }
    }

    @Test func `only the owner's stores and schemas name its tables`() throws {
        let sources = try Self.sources()
        var owners: [String: String] = [:]
        for source in sources where source.name.hasSuffix("Schema") {
            for line in source.lines {
                if let found = line.firstMatch(of: /CREATE TABLE (?:IF NOT EXISTS )?(\w+)/) {
                    owners[String(found.1)] = source.floor
                }
            }
        }
        #expect(owners.count > 15)
        let query = /(?:FROM|JOIN|INTO|UPDATE|TABLE) (\w+)/
        for source in sources {
            for line in source.lines {
                for found in line.matches(of: query) {
                    guard let owner = owners[String(found.1)], owner != "Database" else { continue }
                    // An answer is saved with one query, which needs the question's type: a thousand people at once.
                    if source.name == "ResponseStore", found.1 == "questionRevision" { continue }
                    // Its migration carries over what it used to read in the audit log.
                    if source.name == "QuestionSchema", ["auditEntry", "employee", "account"].contains(found.1) {
                        continue
                    }
                    // Drafts of pages once had a table of their own.
                    if source.name == "PageSchema", found.1 == "draft" { continue }
                    #expect(owner == source.floor, "\(source.path) names \(found.1)")
                }
            }
        }
    }

    /// The reader's language stands in what is shown, told, refused or read: by feature, by suffix, and by name.
    private static let speakingFeatures: Set = ["Web", "Documents", "Statutes"]
    private static let speakingSuffixes = [
        "Views", "View", "Refusal", "Problem", "Terms", "Deed", "Words", "Command", "Commands", "File", "Schema",
    ]

    /// Others that need it, and what for.
    private static let speakingFiles = [
        "CommandLine": "help", "CommandMessages": "help", "DataOptions": "help", "Doctor": "findings",
        "Answering": "a request that is no HTTP", "Gate": "what is not taken",
        "Layout": "the frame of every page", "SearchKind": "words of counts",
        "OfficeFoundation": "the first account's name",
        "StaffImportRules": "what is wrong in a row", "StaffDoubt": "what may be wrong in a row",
        "StaffImportPlan": "values of fields",
        "AnnouncementDraft": "the text of a page", "PageReader": "names of parts of a file",
        "QuestionActions": "the bank's name in the audit log",
        "ExamFileReader": "names of parts of a file",
        "QuestionReader": "names of parts of a file", "QuestionRevision": "the choices of true-false questions",
        "QuietCitations": "words between citations",
        "Audience": "全所 in an audience", "ExamField": "names of fields", "PagePart": "names of parts",
        "ExamForm": "units of numbers", "ExamRules": "units of numbers",
        "SearchVariants": "characters that mean the same", "UnitRules": "characters that mean the same",
    ]

    private static func speaks(_ source: Source) -> Bool {
        source.lines.contains { line in
            let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            return code.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
        }
    }

    @Test func `Han text stands where the reader's language is spoken`() throws {
        let others = try Self.sources().filter { source in
            !Self.speakingFeatures.contains(source.floor)
                && !Self.speakingSuffixes.contains { source.name.hasSuffix($0) } && Self.speaks(source)
        }
        #expect(Set(others.map(\.name)) == Set(Self.speakingFiles.keys))
    }

    @Test func `no file outgrows a screen or two`() throws {
        for source in try Self.sources() {
            #expect(source.lines.count <= 260, "\(source.path) has \(source.lines.count) lines")
        }
    }

    @Test func `nothing starts another process or builds SQL from text`() throws {
        for source in try Self.sources() {
            for line in source.lines {
                #expect(!line.contains("Process("), "\(source.name)")
                #expect(!line.contains("fatalError("), "\(source.name)")
                #expect(!line.contains("try!"), "\(source.name)")
            }
        }
    }
}
