import Foundation
import GRDB

/// The order in which readers of Traditional Chinese look names up: by strokes, as ICU has it for Taiwan.
enum NameOrder {
    private static let locale = Locale(identifier: "zh_Hant_TW")

    static func compare(_ one: String, _ other: String) -> ComparisonResult {
        one.compare(other, options: [], range: nil, locale: locale)
    }

    /// For `ORDER BY … COLLATE nameOrder`; never in the schema, which other programs read too.
    static let collation = DatabaseCollation("nameOrder") { compare($0, $1) }
}
