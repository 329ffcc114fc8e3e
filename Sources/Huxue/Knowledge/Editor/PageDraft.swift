import Foundation

/// What somebody is writing and has not saved yet; nobody else sees it.
struct PageDraft: Sendable {
    /// Names the draft among those of its author.
    let key: String
    /// Nil for a new page.
    let page: ID<Page>?
    /// The page's code; empty for a new page.
    let code: String
    /// The revision that is changed; 0 for a new page.
    let base: Int
    let form: PageForm
    let updatedAt: Moment

    /// Names this state of it.
    var mark: String { "\(updatedAt)" }

    /// Of a change of this page.
    static func key(of page: ID<Page>) -> String { "page-\(page)" }

    /// Of a new page: random, so that sending twice makes one draft.
    static func newKey(using generator: inout some RandomNumberGenerator) -> String {
        (0..<4).map { _ in
            let text = String(UInt32.random(in: 0...UInt32.max, using: &generator), radix: 16)
            return String(repeating: "0", count: 8 - text.utf8.count) + text
        }.joined()
    }

    static func isNewKey(_ text: String) -> Bool { text.wholeMatch(of: /[0-9a-f]{32}/) != nil }
}

extension PageForm {
    /// As drafts are kept.
    var json: String {
        let names = Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(names)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// Fields that this program does not know are left out.
    init(json: String) {
        let names = (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
        self.init(
            Dictionary(
                names.compactMap { name, value in PageField(rawValue: name).map { ($0, value) } },
                uniquingKeysWith: { first, _ in first }))
    }
}
