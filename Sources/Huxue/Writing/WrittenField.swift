/// The fields of a kind of written record, such as a page; raw values are their names in forms and drafts.
protocol WrittenField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The name of the kind in stored drafts, such as `page`.
    static var subjectKind: String { get }

    /// The fields that are compared and merged as a whole.
    static var content: [Self] { get }

    /// The field that is compared and merged line by line; nil when there is none.
    static var text: Self? { get }

    /// The value of the field `text`, divided into lines for comparing and merging.
    static func lines(of text: String) -> [String]

    /// The label of the field.
    var name: String { get }

    /// A value as readers see it, which may differ from how it is typed.
    func shown(_ value: String) -> String

    /// Whether two values mean the same, even if they are typed differently.
    func isSame(_ one: String, _ other: String) -> Bool
}

extension WrittenField {
    static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    func shown(_ value: String) -> String { value }
    func isSame(_ one: String, _ other: String) -> Bool { one == other }
}
