import Foundation

/// Reads questions in Moodle's XML format.
///
/// Source: Moodle documentation, "Moodle XML format".
struct MoodleReader {
    private(set) var bank = WrittenBank()
    private var topic: String?
    private var count = 0

    static func bank(of bytes: [UInt8]) -> WrittenBank {
        var reader = MoodleReader()
        let xml = XMLReader(bytes, depth: 2)
        do throws(XMLProblem) {
            while let element = try xml.next() {
                if element.name == "question" { reader.read(element) }
            }
        } catch {
            reader.bank.note(.document(error.sentence), at: .line(error.line))
        }
        return reader.bank
    }

    private mutating func read(_ element: XMLElement) {
        let type = element.attributes["type"] ?? ""
        if type == "category" {
            topic = element.first("category")?.first("text").flatMap { GIFTReader.lastName(of: $0.text) }
            return
        }
        count += 1
        let name = (element.first("name")?.first("text")?.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let place = QuestionPlace.item(number: count, name: String(name.prefix(60)), line: element.line)
        guard let isChoice = ["multichoice": true, "truefalse": false][type] else {
            return bank.leaveOut(.unsupportedType(Self.unsupported[type] ?? .other(String(type.prefix(60)))), at: place)
        }
        guard !Self.hasMedia(element) else { return bank.leaveOut(.media, at: place) }
        var question = WrittenQuestion(place: place, topic: topic, type: isChoice ? .single : .trueFalse)
        question.code = element.first("idnumber").map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) }
        if question.code == "" { question.code = nil }
        question.stem = element.first("questiontext").map { Self.plain($0, isStem: true) } ?? ""
        question.explanation = element.first("generalfeedback").map { Self.plain($0) }
        if element.first("hidden")?.text == "1" { question.state = .retired }
        let tags = element.first("tags")?.all("tag").compactMap { $0.first("text")?.text } ?? []
        bank.apply(tags.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }, to: &question)
        let answers = element.all("answer")
        if isChoice { readChoices(answers, of: element, into: &question) } else { readTruth(answers, into: &question) }
        takeFeedback(answers, into: &question)
        bank.questions.append(question)
    }

    private static let unsupported: [String: FormatProblem.UnsupportedType] = [
        "shortanswer": .shortAnswer, "numerical": .numerical, "matching": .matching, "essay": .essay,
        "description": .description, "cloze": .cloze, "calculated": .calculated, "calculatedmulti": .calculated,
        "calculatedsimple": .calculated, "ddwtos": .dragging, "ddmarker": .dragging, "ddimageortext": .dragging,
        "gapselect": .cloze, "randomsamatch": .matching,
    ]

    private mutating func readChoices(
        _ answers: [XMLElement], of element: XMLElement, into question: inout WrittenQuestion
    ) {
        let shares = answers.map { Double($0.attributes["fraction"] ?? "") ?? 0 }
        let isSingle = !["false", "0"].contains(element.first("single")?.text ?? "true")
        question.type = isSingle ? .single : .multiple
        question.choices = answers.map { Self.plain($0) }
        let right = shares.indices.filter { shares[$0] > (isSingle ? 99 : 0) }
        question.key = ChoiceSet(right)
        if isSingle, right.count > 1 { bank.note(.severalRightAnswers, at: question.place) }
        if right.isEmpty { bank.note(.noRightAnswer, at: question.place) }
        if isSingle, shares.contains(where: { $0 > 0 && $0 <= 99 }) { bank.remark(.partialCredit, at: question.place) }
    }

    private mutating func readTruth(_ answers: [XMLElement], into question: inout WrittenQuestion) {
        question.choices = QuestionRevision.trueFalseChoices
        let right = answers.first { (Double($0.attributes["fraction"] ?? "") ?? 0) > 99 }
        switch right?.first("text")?.text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() {
        case "true": question.key = ChoiceSet([0])
        case "false": question.key = ChoiceSet([1])
        default: bank.note(.noRightAnswer, at: question.place)
        }
    }

    private mutating func takeFeedback(_ answers: [XMLElement], into question: inout WrittenQuestion) {
        let texts = answers.compactMap { $0.first("feedback") }.map { Self.plain($0) }.filter { !$0.isEmpty }
        guard !texts.isEmpty else { return }
        if (question.explanation ?? "").isEmpty, texts.count == 1 {
            question.explanation = texts[0]
        } else {
            bank.remark(.droppedFeedback, at: question.place)
        }
    }

    private static func hasMedia(_ element: XMLElement) -> Bool {
        if element.name == "file" || isHTML(element) && HTMLText(written(element)).hasMedia { return true }
        // A text has been looked at as a whole, however many stand in one another.
        return element.elements.contains { $0.name != "text" && hasMedia($0) }
    }

    /// The text of an element in which one stands with its format.
    private static func plain(_ element: XMLElement, isStem: Bool = false) -> String {
        let text = written(element)
        guard isHTML(element) else { return text }
        return HTMLText(text, emphasis: isStem ? "*" : "").text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func written(_ element: XMLElement) -> String {
        (element.first("text")?.text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func isHTML(_ element: XMLElement) -> Bool {
        switch element.attributes["format"] {
        case "plain_text", "markdown": false
        case "moodle_auto_format": HTMLText.isLikely(written(element))
        default: true
        }
    }
}
