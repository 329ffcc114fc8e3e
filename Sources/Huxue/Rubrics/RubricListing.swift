/// A line of `rubric list --json`.
struct RubricListing: Encodable {
    let id: Int64
    let code: String
    let title: String
    let version: Int
    let total: Int
    let criteria: Int
    let unit: String
    let frozen: Bool
    /// ISO 8601 with Taipei's offset, as all times here.
    let savedAt: String

    init(_ line: RubricLine) {
        id = line.id.rawValue
        code = line.code
        title = line.title
        version = line.number
        total = line.total
        criteria = line.criteria
        unit = line.unitName
        frozen = line.isFrozen
        savedAt = ROCDate.iso(line.savedAt)
    }
}
