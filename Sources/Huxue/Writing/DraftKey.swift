/// Random identifiers for drafts of new records, sent with the form so that sending it twice makes one draft.
enum DraftKey {
    static func random(using generator: inout some RandomNumberGenerator) -> String {
        (0..<4).map { _ in
            let text = String(UInt32.random(in: 0...UInt32.max, using: &generator), radix: 16)
            return String(repeating: "0", count: 8 - text.utf8.count) + text
        }.joined()
    }

    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return random(using: &generator)
    }

    static func isKey(_ text: String) -> Bool { text.wholeMatch(of: /[0-9a-f]{32}/) != nil }
}
