import Foundation
import Testing

/// The rooms of the code and their doors, read from the files themselves.
@Suite struct LayeringTests {
    private struct Source {
        let feature: String
        let name: String
        let lines: [Substring]
        var imports: [String] {
            lines.filter { $0.hasPrefix("import ") || $0.hasPrefix("@testable import ") }
                .compactMap { $0.split(separator: " ").last.map(String.init) }
        }
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Sources/Huxue").standardized

    private static func sources() throws -> [Source] {
        let paths = try #require(FileManager.default.enumerator(atPath: root.path))
        return try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.map { path in
            let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            let parts = path.split(separator: "/")
            return Source(
                feature: String(parts[0]), name: String(parts[1].dropLast(6)),
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    private static let features: Set = ["Accounts", "Search", "Statutes", "Questions", "Exams", "Knowledge"]

    /// What a file of a feature may import, by its name's ending; the first that fits counts.
    private static let layers: [(ending: String, modules: Set<String>)] = [
        ("Commands", ["ArgumentParser", "Foundation"]), ("Command", ["ArgumentParser", "Foundation"]),
        ("Routes", ["Hummingbird", "HTTPTypes", "Logging"]), ("Gate", ["Hummingbird"]),
        ("Actions", ["GRDB"]), ("Store", ["Foundation", "GRDB"]), ("Schema", ["GRDB"]), ("Pages", ["Foundation"]),
        ("Rules", ["Foundation"]), ("Refusal", ["Foundation"]), ("File", ["Foundation", "Yams", "Synchronization"]),
        ("Cache", ["Synchronization"]), ("Sweeper", ["Logging", "ServiceLifecycle"]),
    ]

    /// Files of no layer that need more than Foundation: cryptography and what is shared between threads.
    private static let apart: [String: Set<String>] = [
        "AttachmentDigest": ["Crypto"],
        "AuditChain": ["Crypto"], "DeviceKey": ["Crypto"], "LoginThrottle": ["Crypto", "Synchronization"],
        "PasswordHash": ["CArgon2"],
        "PasswordHasher": ["Synchronization"], "SessionToken": ["Crypto"], "SeededGenerator": ["Crypto"],
        "StaffImportDigest": ["Crypto"], "StatuteDigest": ["Crypto"], "StatuteDirectory": ["Synchronization"],
        "StatuteImportDigest": ["Crypto"], "FeedIdentity": ["Crypto"], "FeedToken": ["Crypto"],
    ]

    @Test func `a file imports what its suffix allows, and without one Foundation alone`() throws {
        for source in try Self.sources() where Self.features.contains(source.feature) {
            let layer = Self.layers.first { source.name.hasSuffix($0.ending) }
            let allowed = layer?.modules ?? Self.apart[source.name, default: []].union(["Foundation"])
            let beyond = Set(source.imports).subtracting(allowed)
            #expect(beyond.isEmpty, "\(source.feature)/\(source.name) imports \(beyond.sorted())")
        }
    }

    @Test func `the framework is known to routes and gates alone, the database to stores, schemas and actions`() {
        let knowing = { (module: String) in
            Self.layers.filter { $0.modules.contains(module) }.map(\.ending)
        }
        #expect(knowing("Hummingbird") == ["Routes", "Gate"])
        #expect(knowing("GRDB") == ["Actions", "Store", "Schema"])
        #expect(!Self.apart.values.contains { $0.contains("GRDB") || $0.contains("Hummingbird") })
    }

    @Test func `SQL stands in stores and schemas alone`() throws {
        let speech = /\b(?:SELECT|INSERT|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA) |\bsql:/
        for source in try Self.sources() where Self.features.contains(source.feature) {
            guard !source.name.hasSuffix("Store"), !source.name.hasSuffix("Schema") else { continue }
            for line in source.lines {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                #expect(!code.contains(speech), "\(source.feature)/\(source.name): \(line)")
            }
        }
    }

    /// Types that a feature declares and others may not use, by the arrows of the architecture.
    private static let arrows: [String: Set<String>] = [
        "Database": ["Web"], "Documents": ["Web", "Database"], "Web": ["Database", "Accounts", "Documents"],
        "Accounts": ["Web", "Database", "Documents"], "Search": ["Web", "Database", "Accounts"],
        "Statutes": ["Search", "Web", "Database", "Documents", "Accounts"],
        "Questions": ["Statutes", "Search", "Web", "Database", "Documents", "Accounts"],
        "Knowledge": ["Statutes", "Search", "Web", "Database", "Documents", "Accounts"],
        "Exams": ["Questions", "Statutes", "Web", "Database", "Documents", "Accounts"],
    ]

    @Test func `a feature knows only those the architecture lets it know`() throws {
        let sources = try Self.sources()
        var owners: [String: String] = [:]
        let declaration =
            /^(?:public |final |private |fileprivate )*(?:struct|enum|class|protocol|actor) ([A-Z][A-Za-z]+)/
        for source in sources {
            for line in source.lines where !line.hasPrefix("private") && !line.hasPrefix("fileprivate") {
                if let found = line.firstMatch(of: declaration) { owners[String(found.1)] = source.feature }
            }
        }
        #expect(owners.count > 150)
        for source in sources {
            guard let allowed = Self.arrows[source.feature] else { continue }
            for line in source.lines {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                for word in code.matches(of: /\b[A-Z][A-Za-z]+/).map({ String($0.output) }) {
                    guard let owner = owners[word], owner != source.feature else { continue }
                    // The commands' shared support and the schema's list are App's gift to all.
                    guard
                        owner != "App"
                            || ![
                                "CommandSession", "DataOptions", "Console", "CommandRefusal", "ProgressBar",
                                "CommandLine", "Schema", "Features", "CitationSources",
                            ].contains(word)
                    else { continue }
                    // The framework's own `Response`, of which `WebResponse` is our name.
                    guard !line.contains("Hummingbird.Response") else { continue }
                    #expect(allowed.contains(owner), "\(source.feature)/\(source.name) uses \(word) of \(owner)")
                }
            }
        }
    }

    @Test func `only the owner's stores and schemas name its tables`() throws {
        let sources = try Self.sources()
        var owners: [String: String] = [:]
        for source in sources where source.name.hasSuffix("Schema") {
            for line in source.lines {
                if let found = line.firstMatch(of: /CREATE TABLE (\w+)/) { owners[String(found.1)] = source.feature }
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
                    #expect(owner == source.feature, "\(source.feature)/\(source.name) names \(found.1)")
                }
            }
        }
    }

    /// The reader's language stands in what is shown, told, refused or read: by feature, by suffix, and by name.
    private static let speakingFeatures: Set = ["Web", "Documents", "Statutes"]
    private static let speakingSuffixes = [
        "Pages", "View", "Refusal", "Problem", "Terms", "Words", "Command", "Commands", "File", "Schema",
    ]

    /// Others that need it, and what for.
    private static let speakingFiles = [
        "CommandLine": "help", "CommandMessages": "help", "CommandSupport": "help", "Doctor": "findings",
        "HomeRoutes": "names of figures", "OfficeFoundation": "the first account's name",
        "StaffImportRules": "what is wrong in a row", "StaffImportStore": "details of the audit log",
        "AnnouncementDraft": "the text of a page", "PageReader": "names of parts of a file",
        "QuestionBankImport": "details of the audit log",
        "QuestionActions": "the bank's name in the audit log",
        "QuestionReader": "names of parts of a file", "QuestionRevision": "the choices of true-false questions",
        "Audience": "全所 in an audience", "ExamForm": "units of numbers", "ExamRules": "units of numbers",
        "SearchQuery": "words of a question that name nothing",
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
            !Self.speakingFeatures.contains(source.feature)
                && !Self.speakingSuffixes.contains { source.name.hasSuffix($0) } && Self.speaks(source)
        }
        #expect(Set(others.map(\.name)) == Set(Self.speakingFiles.keys))
    }

    @Test func `no file outgrows a screen or two`() throws {
        for source in try Self.sources() {
            #expect(source.lines.count <= 260, "\(source.feature)/\(source.name) has \(source.lines.count) lines")
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
