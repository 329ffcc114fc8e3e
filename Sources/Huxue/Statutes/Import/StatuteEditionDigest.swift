import Crypto
import Foundation

extension StatuteEdition {
    /// SHA-256 over everything the file says of the statute: equal digests, equal editions.
    var digest: String {
        var hash = SHA256()
        func add(_ text: String) {
            hash.update(data: Data(text.utf8))
            hash.update(data: [0])
        }
        for text in [name, level, category, effectiveNote, histories] { add(text) }
        add("\(modified.map(\.description) ?? "") \(effective) \(isRepealed)")
        for part in parts {
            switch part {
            case .heading(let heading): add("\(heading.depth) \(heading.title)")
            case .article(let article):
                add(article.number.plain)
                add(article.text)
            }
        }
        return hash.finalize().map { padded(Int($0), to: 3) }.joined()
    }
}
