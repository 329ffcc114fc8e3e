import Foundation

/// The content of an editor's form: the text of each field, valid or not.
struct WrittenForm<Field: WrittenField>: Hashable, Sendable {
    private(set) var values: [Field: String]

    subscript(field: Field) -> String {
        get { values[field] ?? "" }
        set { values[field] = newValue.isEmpty ? nil : newValue }
    }

    init(_ values: [Field: String] = [:]) {
        self.values = values.filter { !$0.value.isEmpty }
    }

    /// Reads a submitted form and turns its line breaks into LF; signs of direction stay in short fields, to be refused.
    init(sent form: Form) throws {
        self.init()
        for field in Field.allCases where field != Field.text {
            self[field] = try form.text(field.rawValue, keepingTurns: true)
        }
        guard let text = Field.text else { return }
        self[text] = Self.typed(try form.verbatim(text.rawValue))
    }

    /// Text of several lines as it was sent, without what nobody sees and with LF as line breaks.
    static func typed(_ sent: String) -> String {
        InvisibleText.removed(from: sent).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// The JSON in which drafts are stored.
    var json: String {
        let names = Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(names)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// Reads a stored draft; unknown fields are ignored.
    init(json: String) {
        let names = (try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))) ?? [:]
        self.init(
            Dictionary(
                names.compactMap { name, value in Field(rawValue: name).map { ($0, value) } },
                uniquingKeysWith: { first, _ in first }))
    }

    /// The lines of `Field.text`; empty when there is no such field.
    var lines: [String] { Field.text.map { Field.lines(of: self[$0]) } ?? [] }
}
