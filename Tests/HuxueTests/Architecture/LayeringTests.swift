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

    private static let features: Set = ["Accounts", "Statutes", "Questions", "Exams"]

    /// What a file of a feature may import, by its name's ending; the first that fits counts.
    private static let layers: [(ending: String, modules: Set<String>)] = [
        ("Commands", ["ArgumentParser", "Foundation"]), ("Command", ["ArgumentParser", "Foundation"]),
        ("Routes", ["Hummingbird", "HTTPTypes", "Logging"]), ("Store", ["Foundation", "GRDB"]),
        ("Schema", ["GRDB"]), ("Pages", ["Foundation"]), ("Rules", ["Foundation"]), ("Refusal", ["Foundation"]),
        ("File", ["Foundation", "Yams", "Synchronization"]),
    ]

    @Test func `a layer imports what its suffix allows`() throws {
        for source in try Self.sources() where Self.features.contains(source.feature) {
            guard let layer = Self.layers.first(where: { source.name.hasSuffix($0.ending) }) else { continue }
            #expect(Set(source.imports).isSubset(of: layer.modules), "\(source.feature)/\(source.name)")
        }
    }

    @Test func `the framework is known to routes and middlewares alone, SQL to stores alone`() throws {
        for source in try Self.sources() where Self.features.contains(source.feature) {
            if source.imports.contains("Hummingbird") {
                #expect(
                    source.name.hasSuffix("Routes") || source.name.hasSuffix("Gate"), "\(source.feature)/\(source.name)"
                )
            }
            if source.name.hasSuffix("Pages") || source.name.hasSuffix("Rules") || source.name.hasSuffix("Routes") {
                #expect(!source.imports.contains("GRDB"), "\(source.feature)/\(source.name)")
            }
        }
    }

    /// Types that a feature declares and others may not use, by the arrows of the architecture.
    private static let arrows: [String: Set<String>] = [
        "Database": ["Web"], "Documents": ["Web", "Database"], "Web": ["Database", "Accounts", "Documents"],
        "Accounts": ["Web", "Database", "Documents"], "Statutes": ["Web", "Database", "Documents", "Accounts"],
        "Questions": ["Statutes", "Web", "Database", "Documents", "Accounts"],
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
                                "CommandLine", "Schema",
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
                    // A paper's questions are immutable revisions, scored where the answers are.
                    if source.feature == "Exams", found.1 == "questionRevision" { continue }
                    #expect(owner == source.feature, "\(source.feature)/\(source.name) names \(found.1)")
                }
            }
        }
    }

    private static let wordy = [
        "Pages", "Refusal", "Terms", "Commands", "Command", "Words", "View", "Text", "Problem", "Slip", "Table",
    ]

    /// Files that speak the reader's language beside those whose suffix says so: parsers and the words they read.
    private static let readers: Set = [
        "AccountSchema", "QuestionSchema", "ExamSchema", "StaffFile", "StaffImportRules", "StaffImportStore",
        "StaffImportPlan", "StaffRow", "CSVReader", "CSVWriter", "TextDecoding", "CSV", "PasswordRules",
        "OfficeFoundation", "LawText", "Citation", "CitationFile", "ArticleText", "StatuteFile", "ExamFile",
        "ExamForm", "ExamRules", "AudienceRules", "Exam", "ResultFile", "ResultQuery", "StaffExport", "StaffQuery",
        "Doctor", "CommandMessages", "CommandSupport", "CommandLine", "ServeCommand", "HomeRoutes", "SignInRefusal",
        "AuditRoutes",
    ]

    @Test func `Han text stands where the reader's language is spoken`() throws {
        for source in try Self.sources() {
            let speaks =
                source.feature == "Web" || source.feature == "Documents"
                || Self.wordy.contains { source.name.hasSuffix($0) } || source.name.hasPrefix("Question")
                || Self.readers.contains(source.name)
            guard !speaks else { continue }
            for line in source.lines {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
                let han = code.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
                #expect(!han, "\(source.feature)/\(source.name): \(line)")
            }
        }
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
