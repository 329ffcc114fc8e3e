/// The form of what the office says of itself, as it was sent.
struct LocalFactForm: Equatable, Sendable {
    /// What was typed; a field that was not sent stays as it is.
    var texts: [LocalFact: String] = [:]
    /// What the page showed, for the fields of which the form says so.
    var shown: [LocalFact: String] = [:]

    init(_ facts: LocalFacts) {
        for fact in LocalFact.allCases { (texts[fact], shown[fact]) = (facts[fact] ?? "", facts[fact] ?? "") }
    }

    init(_ form: Form) throws {
        for fact in LocalFact.allCases {
            if form.has(fact.rawValue) { texts[fact] = try Self.text(fact.rawValue, form) }
            let mark = Self.mark(of: fact)
            if form.has(mark) { shown[fact] = try Self.text(mark, form) }
        }
    }

    private static func text(_ name: String, _ form: Form) throws -> String {
        try form.text(name).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// The name under which the form sends back what it showed.
    static func mark(of fact: LocalFact) -> String { "shown-\(fact.rawValue)" }

    /// What the form changes in the answers of now.
    func changes(of facts: LocalFacts) -> [LocalFact: String] {
        texts.filter { fact, text in text != (facts[fact] ?? "") && text != shown[fact] }
    }

    /// The answers that the form changes and others have changed since it was opened, as they are now.
    func conflicts(with facts: LocalFacts) -> [LocalFact: String] {
        var found: [LocalFact: String] = [:]
        for fact in changes(of: facts).keys {
            let now = facts[fact] ?? ""
            if let before = shown[fact], before != now { found[fact] = now }
        }
        return found
    }

    /// The form to show again, on top of the answers of now.
    func merged(with facts: LocalFacts) -> LocalFactForm {
        var merged = LocalFactForm(facts)
        for (fact, text) in changes(of: facts) { merged.texts[fact] = text }
        return merged
    }
}
