/// What a row of the audit log says beside its action and subject: named values in an order, stored as a JSON object.
///
/// Nothing in it is a sentence of the program's own: the vocabulary of the feature puts it into words.
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

    /// Another record, such as `exam/5`, that is shown by its name.
    static func record(_ reference: String) -> AuditDetail { ["record": .text(reference)] }
    /// How many were read, sent or taken along.
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
