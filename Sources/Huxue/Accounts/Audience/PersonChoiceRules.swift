import Foundation

/// Finds the person whom somebody means by a staff number, a name, or both as `PersonChoice.text` writes them.
enum PersonChoiceRules {
    /// What may be the staff number in `text`: all of it, or what stands in brackets at its end.
    static func numbers(in text: String) -> [String] {
        guard let last = text.last, "）)".contains(last),
            let opening = text.lastIndex(where: { "（(".contains($0) })
        else { return [text] }
        let inner = text[text.index(after: opening)...].dropLast()
        return inner.isEmpty ? [text] : [text, String(inner)]
    }

    /// The people whom `text` may mean, among those found for it: one by number, or everybody of that name.
    ///
    /// Of people of one name, those who leave count only when nobody of that name stays.
    static func candidates(for text: String, among people: [PersonChoice]) -> [PersonChoice] {
        for number in numbers(in: text) {
            if let person = people.first(where: { $0.staffNumber == number }) { return [person] }
        }
        let namesakes = people.filter { $0.name == text }
        let staying = namesakes.filter { !$0.leaves }
        return staying.isEmpty ? namesakes : staying
    }

    /// The one person whom `text` means; nil for nobody and for several.
    static func person(meant text: String, among people: [PersonChoice]) -> PersonChoice? {
        let found = candidates(for: text, among: people)
        return found.count == 1 ? found[0] : nil
    }
}
