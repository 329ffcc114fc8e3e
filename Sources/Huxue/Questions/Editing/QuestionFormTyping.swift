import Foundation

/// Reading what the editor's form sends, and what its buttons change without a script.
extension QuestionForm {
    /// Right choices come as checked boxes, or as the judgement of a statement.
    init(typed form: Form) throws {
        try self.init(sent: form)
        // Nothing in a question turns the direction of text, or is there without being seen.
        for field in QuestionField.allCases { self[field] = Self.typed(self[field]) }
        let isStatement = self[.type] == QuestionType.trueFalse.rawValue
        self[.answer] = isStatement ? try form.text("truth") : form.all("right").joined(separator: "、")
        self[.citations] = Self.items(self[.citations]).joined(separator: "、")
    }

    /// A line that is typed outside of a form, as the form would take it.
    static func line(_ text: String) -> String { typed(text).trimmingCharacters(in: .whitespacesAndNewlines) }

    /// The same without empty choices between others.
    var compacted: QuestionForm {
        guard self[.type] != QuestionType.trueFalse.rawValue else { return self }
        return arranged(QuestionField.choices.indices.filter { !self[QuestionField.choices[$0]].isEmpty })
    }

    /// What a button does to the choices: `up-2`, `down-2`, `remove-2`; nil for any other button.
    func rearranged(_ intent: String) -> QuestionForm? {
        if intent == "more" { return self }
        let parts = intent.split(separator: "-")
        guard parts.count == 2, let number = Int(parts[1]), QuestionField.choices.indices.contains(number - 1) else {
            return nil
        }
        var places = Array(QuestionField.choices.indices)
        switch parts[0] {
        case "remove": places.remove(at: number - 1)
        case "up" where number > 1: places.swapAt(number - 1, number - 2)
        case "down" where number < places.count: places.swapAt(number - 1, number)
        case "up", "down": break
        default: return nil
        }
        return arranged(places)
    }

    /// The choices of these places in this order, right ones among them right.
    private func arranged(_ places: [Int]) -> QuestionForm {
        var form = self
        let right = Set(Self.items(self[.answer]).compactMap(Int.init))
        for (place, field) in QuestionField.choices.enumerated() {
            form[field] = places.indices.contains(place) ? self[QuestionField.choices[places[place]]] : ""
        }
        let kept = places.enumerated().filter { right.contains($0.element + 1) }.map { "\($0.offset + 1)" }
        form[.answer] = kept.joined(separator: "、")
        return form
    }

    /// As an examinee would see what is written so far.
    var sketch: QuestionRevision {
        let type = QuestionType(rawValue: self[.type]) ?? .single
        let written = QuestionField.choices.map { self[$0] }.filter { !$0.isEmpty }
        return QuestionRevision(
            id: ID(rawValue: 0), questionID: ID(rawValue: 0), number: 1, type: type,
            level: QuestionLevel(rawValue: self[.level]) ?? .understand, stem: self[.stem],
            choices: type == .trueFalse ? QuestionRevision.trueFalseChoices : written, key: .none, explanation: "",
            citations: [], createdAt: Moment(milliseconds: 0))
    }
}
