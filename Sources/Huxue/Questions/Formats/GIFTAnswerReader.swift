/// Reads what stands between the braces of a GIFT question.
struct GIFTAnswerReader {
    enum Outcome {
        case whole
        case unsupported(FormatProblem.Kind)
        case wrong(FormatProblem.Kind)
    }

    /// How texts without a format of their own are written.
    let format: GIFTFormat
    let place: QuestionPlace
    private(set) var notices: Set<FormatProblem.Kind> = []

    init(format: GIFTFormat, place: QuestionPlace) {
        self.format = format
        self.place = place
    }

    mutating func read(_ text: GIFTText, into question: inout WrittenQuestion) -> Outcome {
        var answers = text
        if let general = text.first("####") {
            answers = text.before(general)
            question.explanation = plain(text.after(general, skipping: 4))
        }
        answers = answers.trimmed
        if answers.isEmpty { return .unsupported(.unsupportedType(.essay)) }
        if answers.starts("#") { return .unsupported(.unsupportedType(.numerical)) }
        if answers.first("~") != nil { return choices(answers, into: &question) }
        guard let first = answers.first("=") else { return truth(answers, into: &question) }
        guard answers.before(first).isEmpty else { return .wrong(.unreadableAnswer) }
        return .unsupported(.unsupportedType(answers.first("->") != nil ? .matching : .shortAnswer))
    }

    private func plain(_ text: GIFTText) -> String {
        let (text, format) = GIFTFormat.split(text, inherited: format)
        return format.plain(text)
    }

    private mutating func truth(_ text: GIFTText, into question: inout WrittenQuestion) -> Outcome {
        let word = text.first("#").map(text.before) ?? text
        question.type = .trueFalse
        question.choices = QuestionRevision.trueFalseChoices
        switch word.text.uppercased() {
        case "T", "TRUE": question.key = ChoiceSet([0])
        case "F", "FALSE": question.key = ChoiceSet([1])
        default: return .wrong(.unreadableAnswer)
        }
        var (rest, feedback): (GIFTText, [String]) = (text, [])
        while let mark = rest.first("#") {
            rest = rest.after(mark)
            feedback.append(plain(rest.first("#").map(rest.before) ?? rest))
        }
        takeFeedback(feedback, into: &question)
        return .whole
    }

    private mutating func choices(_ text: GIFTText, into question: inout WrittenQuestion) -> Outcome {
        var (pieces, weights, feedback): ([GIFTText], [Double?], [String]) = ([], [], [])
        var (rest, sign): (GIFTText, Unicode.Scalar?) = (text, nil)
        func end(_ piece: GIFTText) -> Bool {
            guard let sign else { return piece.isEmpty }
            var piece = piece.trimmed
            var weight: Double? = sign == "=" ? 100 : nil
            if sign == "~", let written = Self.weight(of: piece) { (weight, piece) = (written.weight, written.rest) }
            if let mark = piece.first("#") {
                feedback.append(plain(piece.after(mark)))
                piece = piece.before(mark)
            }
            pieces.append(piece)
            weights.append(weight)
            return true
        }
        while let next = rest.first(of: ["=", "~"]) {
            guard end(rest.before(next)) else { return .wrong(.unreadableAnswer) }
            sign = rest.characters[next].scalar
            rest = rest.after(next)
        }
        _ = end(rest)
        for piece in pieces {
            let (text, format) = GIFTFormat.split(piece, inherited: format)
            if format.hasMedia(text) { return .unsupported(.media) }
            question.choices.append(format.plain(text))
        }
        takeFeedback(feedback, into: &question)
        return mark(weights, isSingle: text.first("=") != nil, in: &question)
    }

    /// `%50%` and what follows; nil when the text does not begin with a weight.
    private static func weight(of text: GIFTText) -> (weight: Double, rest: GIFTText)? {
        guard text.starts("%") else { return nil }
        let inside = text.after(text.characters.startIndex)
        guard let end = inside.first("%"), let weight = Double(inside.before(end).text), weight.magnitude <= 100 else {
            return nil
        }
        return (weight, inside.after(end))
    }

    /// Sets the key: with `=` the choices that have it, otherwise those whose weight is positive.
    private mutating func mark(_ weights: [Double?], isSingle: Bool, in question: inout WrittenQuestion) -> Outcome {
        let right = weights.indices.filter { (weights[$0] ?? 0) > (isSingle ? 99 : 0) }
        if isSingle, weights.contains(where: { $0.map { $0 > 0 && $0 <= 99 } ?? false }) {
            notices.insert(.partialCredit)
        }
        guard !right.isEmpty else { return .wrong(.noRightAnswer) }
        guard !isSingle || right.count == 1 else { return .wrong(.severalRightAnswers) }
        question.type = isSingle ? .single : .multiple
        question.key = ChoiceSet(right)
        return .whole
    }

    /// Feedback on single answers explains the question if nothing else does, and has no place otherwise.
    private mutating func takeFeedback(_ texts: [String], into question: inout WrittenQuestion) {
        let texts = texts.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return }
        if question.explanation == nil, texts.count == 1 {
            question.explanation = texts[0]
        } else {
            notices.insert(.droppedFeedback)
        }
    }
}
