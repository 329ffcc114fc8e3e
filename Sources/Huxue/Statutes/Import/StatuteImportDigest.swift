import Crypto
import Foundation

extension StatuteImport {
    /// SHA-256 over all that it would do and leave undone: equal digests, equal imports.
    var digest: String {
        var hash = SHA256()
        func add(_ fields: [String]) {
            for field in ["\(fields.count)"] + fields { hash.update(data: Data("\(field.utf8.count):\(field)".utf8)) }
        }
        add([
            published?.description ?? "", "\(unchanged)", "\(older)", "\(passedOver)", "\(dated.count)",
            "\(changes.count)",
        ])
        add(vanished.map(\.pcode))
        add(returned)
        for change in changes {
            add([change.pcode, change.name])
            switch change.step {
            case .first: add(["first"])
            case .refreshed: add(["refreshed"])
            case .next(let comparison):
                add(["next", "\(comparison.isRepealed)", "\(comparison.isRevived)", comparison.renaming?.new ?? ""])
                for article in comparison.articles { add([article.number.plain, "\(article.change)"]) }
            }
            for finding in change.findings {
                add([
                    finding.work.subject.code, finding.work.code, finding.work.passage.description,
                    finding.change.rawValue, "\(finding.isCitedPartTouched)", finding.promulgated.description,
                    finding.opens?.description ?? "",
                ])
            }
        }
        return hash.finalize().map { padded(Int($0), to: 3) }.joined()
    }
}

extension Generation {
    /// Moves whenever a work that rests on the law is written, changed, reviewed or confirmed.
    static let works = Generation("works")
}

/// The state on which a preview was computed; the preview is valid as long as this is unchanged.
struct StatuteImportBasis: Equatable, Sendable {
    /// SHA-256 over the editions that the office has.
    let editions: String
    /// See `Generation.works`.
    let works: Int64
    let today: Day

    init(digests: [String: String], works: Int64, today: Day) {
        var hash = SHA256()
        for (pcode, digest) in digests.sorted(by: { $0.key < $1.key }) {
            hash.update(data: Data("\(pcode) \(digest)\n".utf8))
        }
        editions = hash.finalize().map { padded(Int($0), to: 3) }.joined()
        self.works = works
        self.today = today
    }
}
