/// The fields of something that people write, named as forms send them and drafts keep them.
protocol WrittenField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What they are the fields of, in drafts: `page`.
    static var subjectKind: String { get }

    /// Those that are compared and merged as a whole.
    static var content: [Self] { get }

    /// The one that is compared and merged line by line; nil when there is none.
    static var text: Self? { get }

    /// The lines of that one.
    static func lines(of text: String) -> [String]

    /// What people call it.
    var name: String { get }

    /// A value as it is read, not as it is written.
    func shown(_ value: String) -> String

    /// Whether two values say the same, in whatever way each is written.
    func isSame(_ one: String, _ other: String) -> Bool
}

extension WrittenField {
    static func lines(of text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    func shown(_ value: String) -> String { value }
    func isSame(_ one: String, _ other: String) -> Bool { one == other }
}
