/// Something about a question file of any format, with its place.
struct FormatProblem: Hashable, Sendable {
    let place: QuestionPlace
    let kind: Kind

    enum Kind: Hashable, Sendable {
        /// What is wrong with the file as such, whatever it holds.
        case document(String)
        case notUTF8
        case utf16
        /// What the bank's own files may not have either.
        case rule(QuestionProblem.Kind)

        // What the bank does not have.
        case unsupportedType(UnsupportedType)
        case media
        case unknownResource(String)

        // What is wrong with a question.
        case unclosedBrace
        case unopenedBrace
        case secondBrace
        case unreadableAnswer
        case noRightAnswer
        case severalRightAnswers
        case wrongLevel(String)
        case wrongState(String)
        case wrongDay(String)
        case wrongType(String)
        case wrongAnswer(String)
        case missing(WrittenQuestion.Field)
        case missingTopic
        case missingCitations
        case tooLong(WrittenQuestion.Field, limit: Int)
        case severalLines(WrittenQuestion.Field)
        case forbidden(String)
        case stackedMarks
        case duplicateCode(String, first: QuestionPlace)
        case duplicateStem(code: String?, first: QuestionPlace, isSameAnswer: Bool)
        case codeInUse(String, topic: String)
        /// A new topic, which the actor may not add.
        case closedTopic(String)
        case formulaError(String)
        /// Used in a bank that is not shown to the actor.
        case codeTaken(String)
        /// Questions of the bank that the actor may not change now, by their codes.
        case othersBank(String)
        case sealed(String)
        case inReview(String)

        // What is wrong with a table.
        case noSheet([String])
        case severalSheets([String])
        case missingColumns([String])
        case doubledColumn(String)
        case surplusFields(count: Int, columns: Int)

        // What a person should know.
        case partialCredit
        case droppedFeedback
        case unknownTag(String)
        case foreignCode(String)
        case knownStem(String)
        case defaultLevel
        case defaultDay(Day)
        case defaultExplanation
        case foundCitations([String])
        case newTopic(String)
        /// To the bank of the unit of that name; to the shared one when it is empty.
        case movedBank(String, to: String)
        case ignoredColumns([String])
    }

    /// Kinds of questions that other systems have and the bank has not.
    enum UnsupportedType: Hashable, Sendable {
        case essay, shortAnswer, matching, numerical, description, cloze, calculated, dragging
        /// As the file calls it.
        case other(String)
    }
}
