import Foundation

/// Finds the person whom somebody means by a staff number, a name, or both as `PersonChoice.text` writes them.
enum PersonChoiceRules {
    /// What may be the staff number in `text`: all of it, or what stands in brackets at its end.
    static func numbers(in text: String) -> [String] { [text] + (parts(of: text).map { [$0.number] } ?? []) }

    /// The name and the number in brackets behind it; nil when `text` is not written so.
    private static func parts(of text: String) -> (name: String, number: String)? {
        guard let last = text.last, "）)".contains(last),
            let opening = text.lastIndex(where: { "（(".contains($0) })
        else { return nil }
        let inner = text[text.index(after: opening)...].dropLast()
        return inner.isEmpty ? nil : (String(text[..<opening]), String(inner))
    }

    /// The person of the number in `text`, whose name is not the one that stands before it, and that name.
    ///
    /// Nil when they agree, or no name stands there; so that nobody is chosen in place of somebody else.
    static func misnamed(in text: String, among people: [PersonChoice]) -> (person: PersonChoice, name: String)? {
        guard !people.contains(where: { $0.staffNumber == text }), let (name, number) = parts(of: text),
            let person = people.first(where: { $0.staffNumber == number })
        else { return nil }
        func plain(_ name: String) -> String { name.filter { !$0.isWhitespace } }
        return plain(name).isEmpty || plain(name) == plain(person.name) ? nil : (person, name)
    }

    /// The people whom `text` may mean, among those found for it: one by number, or everybody of that name; nobody when
    /// name and number disagree.
    ///
    /// Of people of one name, those who leave count only when nobody of that name stays.
    static func candidates(for text: String, among people: [PersonChoice]) -> [PersonChoice] {
        guard misnamed(in: text, among: people) == nil else { return [] }
        for number in numbers(in: text) {
            if let person = people.first(where: { $0.staffNumber == number }) { return [person] }
        }
        let namesakes = people.filter { $0.name == text }
        let staying = namesakes.filter { !$0.leaves }
        return staying.isEmpty ? namesakes : staying
    }

    /// What somebody means who has typed a person.
    enum Meaning {
        case person(PersonChoice)
        /// The number is this person's, the name before it another one.
        case misnamed(PersonChoice, name: String)
        case several([PersonChoice])
        case nobody
    }

    static func meaning(of text: String, among people: [PersonChoice]) -> Meaning {
        if let (person, name) = misnamed(in: text, among: people) { return .misnamed(person, name: name) }
        let found = candidates(for: text, among: people)
        guard found.count <= 1 else { return .several(found) }
        return found.first.map(Meaning.person) ?? .nobody
    }

    /// The one person whom `text` means; nil for nobody and for several.
    static func person(meant text: String, among people: [PersonChoice]) -> PersonChoice? {
        let found = candidates(for: text, among: people)
        return found.count == 1 ? found[0] : nil
    }
}
