/// What a row of the audit log says beyond its action and subject: ordered named values, stored as a JSON object.
///
/// It holds no sentences written by the program; the feature's `AuditVocabulary` puts the values into words.
struct AuditDetail: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private struct Field: Hashable {
        let name: String
        let value: AuditValue
    }

    private let fields: [Field]

    /// Nil values are left out.
    init(_ pairs: [(String, AuditValue?)]) {
        fields = pairs.compactMap { name, value in value.map { Field(name: name, value: $0) } }
    }

    init(dictionaryLiteral elements: (String, AuditValue?)...) {
        self.init(elements)
    }

    /// A reference to another record, such as `exam/5`, which readers see as the record's name.
    static func record(_ reference: String) -> AuditDetail { ["record": .text(reference)] }
    /// A number of records that were read, sent or exported.
    static func count(_ count: Int) -> AuditDetail { ["count": .number(count)] }
    /// Words that a person wrote: a title, a reason.
    static func words(_ text: String) -> AuditDetail { text.isEmpty ? [:] : ["text": .text(text)] }
    static func change(from old: AuditValue, to new: AuditValue) -> AuditDetail { ["old": old, "new": new] }

    var isEmpty: Bool { fields.isEmpty }
    var pairs: [(name: String, value: AuditValue)] { fields.map { ($0.name, $0.value) } }

    subscript(name: String) -> AuditValue? { fields.first { $0.name == name }?.value }

    func text(_ name: String) -> String? { if case .text(let text) = self[name] { text } else { nil } }
    func number(_ name: String) -> Int? { if case .number(let number) = self[name] { number } else { nil } }
    func list(_ name: String) -> [AuditValue]? { if case .list(let list) = self[name] { list } else { nil } }
    func moment(_ name: String) -> Moment? { text(name).flatMap { Moment($0) } }
    func day(_ name: String) -> Day? { text(name).flatMap { Day($0) } }

    var record: String? { text("record") }
    var count: Int? { number("count") }
    var words: String? { text("text") }
}

/// One value of a detail.
enum AuditValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case list([AuditValue])
    case detail(AuditDetail)

    static func day(_ day: Day) -> AuditValue { .text(day.description) }
    static func moment(_ moment: Moment) -> AuditValue { .text(moment.description) }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var detail: AuditDetail? { if case .detail(let detail) = self { detail } else { nil } }
}
