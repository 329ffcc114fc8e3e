import Foundation
import Testing

@testable import Huxue

/// The system's own manual names what is there to be pressed, chosen and read.
@Suite struct ManualWordsTests {
    private static let root = URL(fileURLWithPath: SampleOffice.resources).deletingLastPathComponent()

    private static func texts(in folder: String, _ ending: String) throws -> [(name: String, text: String)] {
        let found = FileManager.default.enumerator(
            at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        return try (found?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == ending }
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }

    /// Put together from pieces where they are shown.
    private static let composed: Set = ["主辦單位全體同仁", "標記，稍後再看"]

    @Test func `whatever it quotes stands in the program`() throws {
        let program = try (Self.texts(in: "Sources/Huxue", "swift") + Self.texts(in: "Resources/static", "js"))
            .map { $0.text.replacing(/\\\n\s*/, with: "") }.joined(separator: "\n")
        let manual = try Self.texts(in: "kb/handbook", "md").filter { $0.name.hasPrefix("manual-") }
        #expect(manual.count > 10)
        for (name, text) in manual {
            for match in text.matches(of: /「([^「」]+)」/) where !Self.composed.contains(String(match.1)) {
                let pieces = match.1.split(separator: "…").map { $0.trimmingCharacters(in: .whitespaces) }
                #expect(pieces.allSatisfy { program.contains($0) }, "\(name): \(match.1)")
            }
        }
    }

    @Test func `it offers exactly the roles that can be granted`() throws {
        let admin = try #require(try Self.texts(in: "kb/handbook", "md").first { $0.name == "manual-admin.md" }).text
        let rows = admin.matches(of: /(?m)^\| ([^|（]+?)(?:（[^|]*)? \|/).map { String($0.1) }
        for role in Role.allCases {
            let isListed = rows.contains(RoleTerms.name(of: role))
            #expect(isListed == (role == .employee || Policy.grantableRoles.contains(role)), "\(role)")
        }
    }
}
