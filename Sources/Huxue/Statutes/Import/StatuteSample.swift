import Foundation

/// The made-up rule's amendment, which waits in the demo to be brought in.
struct StatuteSample: Sendable {
    let name: String
    let content: Data
    private let digests: [String: String]

    /// Where the made-up rule stands among the resources, the one that the demo begins with and its amendment.
    static let before = "samples/local-rule/2025.json"
    static let after = "samples/local-rule/2026.json"

    /// - Throws: `StatuteFileRefusal`, or when the file is missing.
    init(resources: Resources) throws {
        content = try resources.data(Self.after)
        var found: [(pcode: String, name: String, digest: String)] = []
        _ = try StatuteFile.read(StatuteFile(content)) { found.append(($0.pcode, $0.name, $0.digest)) }
        digests = Dictionary(found.map { ($0.pcode, $0.digest) }) { first, _ in first }
        name = "\(found.first?.name ?? "")（範例修正案）"
    }

    /// The amendment that waits in a demo office; nil elsewhere.
    init?(of office: Office) throws {
        guard office.isDemo else { return nil }
        try self.init(resources: office.resources)
    }

    var pcodes: [String] { digests.keys.sorted() }

    /// Whether the office has an earlier edition of it.
    ///
    /// `known`: the digests of the editions that it has, by pcode.
    func isWaiting(known: [String: String]) -> Bool {
        digests.contains { pcode, digest in known[pcode].map { $0 != digest } ?? false }
    }
}
