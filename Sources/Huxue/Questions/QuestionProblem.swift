/// Something wrong in a question file.
struct QuestionProblem: Error, Hashable, Sendable {
    /// As the person named it: `questions/birth.yaml`.
    let file: String
    /// Counted from 1.
    let line: Int
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case yaml(String)
        case field(YAMLFieldProblem)
        case wrongFileName
        case wrongCode(String)
        case duplicateCode(String, file: String, line: Int)
        case duplicateTopic(String, file: String)
        case duplicateFileName(String, file: String)
        /// Of an earlier question; its code is nil when that could not be read.
        case duplicateStem(code: String?, file: String, line: Int, isSameAnswer: Bool)
        /// Of a question of the bank that is not among the files.
        case stemInBank(code: String, topic: String)
        case statementAsks
        case answerInStem(String)
        case labelledChoices
        case labelInExplanation(String)
        case noQuestions
        /// Of a file that should hold one.
        case severalQuestions(Int)
        /// The file of one question is of another than `wanted`.
        case otherCode(String, wanted: String)
        case tooManyQuestions(limit: Int)
        case choicesOfTrueFalse
        case tooFewChoices
        case tooManyChoices(limit: Int)
        case duplicateChoice(String)
        case answerIsNotTrueOrFalse
        case answerIsNotText
        case answerIsNotAList
        case answerIsNotAChoice(String)
        case duplicateAnswer(String)
        case noAnswers
        case unpairedEmphasis
        case noCitations
        case tooManyCitations(limit: Int)
        case citation(String)
        case duplicateCitation(String)
        case unknownUnit(String)
        /// The actor does not keep that unit's bank; empty for the shared one.
        case othersUnit(String)
        case unknownStatute(String)
        case repealedStatute(String)
        case missingArticle(String)
        case deletedArticle(String)
        case missingParagraph(String)
        case quotationNotFound(String)

        /// Whether a citation could not be read.
        var isOfCitation: Bool {
            if case .citation = self { true } else { false }
        }
    }
}

extension QuestionProblem: CustomStringConvertible {
    /// As compilers print it: `questions/birth.yaml:12: …`.
    var description: String { "\(file):\(line): \(kind.sentence)" }
}

extension QuestionProblem.Kind {
    var sentence: String {
        switch self {
        case .yaml(let sentence): sentence
        case .field(let problem): problem.sentence
        case .wrongFileName: "檔名要以 .yaml 或 .yml 結尾，且不能以「.」開頭、超過 100 個位元組。"
        case .wrongCode(let code): "代號「\(code)」只能用文字、數字與 - _ .，以文字或數字開頭，最多 64 字。"
        case .duplicateCode(let code, let file, let line): "代號「\(code)」已經用在 \(file) 第 \(line) 行，全題庫不得重複。"
        case .duplicateTopic(let topic, let file): "主題「\(topic)」已經在 \(file)，一個主題只能有一個檔案。"
        case .duplicateFileName(let name, let topic): "檔名「\(name)」已經是主題「\(topic)」的檔案，請換一個檔名。"
        case .duplicateStem(let code, let file, let line, let isSameAnswer):
            Self.sameStem("\(code.map { "「\($0)」" } ?? "")（\(file) 第 \(line) 行）", isSameAnswer)
        case .stemInBank(let code, let topic):
            "題幹與題庫裡的「\(code)」（\(topic)）相同（標點、全形半形與空白不計）。請改寫題幹，或改用那一題。"
        case .statementAsks: "是非題的題幹要是一句敘述，這裡卻是問句。請改成敘述，或改成單選題。"
        case .answerInStem(let text): "題幹裡的「\(text)」說出了答案，請刪除。"
        case .labelledChoices: "選項自己帶有代號，出題時選項會打亂順序，代號就對不上。請刪去代號。"
        case .labelInExplanation(let text):
            "詳解裡的「\(text)」以代號或順序指稱選項，出題時選項會打亂順序，就對不上。請改寫成選項的文字。"
        case .noQuestions: "沒有任何試題。"
        case .severalQuestions(let count): "這裡一次寫一題，檔案卻有 \(count) 題。要一次匯入許多題，請用 huxue questions import。"
        case .otherCode(let code, let wanted): "檔案的代號是「\(code)」，要修改的卻是「\(wanted)」。請改成同一個，或刪去 id。"
        case .tooManyQuestions(let limit): "一個檔案最多 \(limit) 題，請分成幾個主題。"
        case .choicesOfTrueFalse: "是非題（trueFalse）不要寫選項。"
        case .tooFewChoices: "至少要有兩個選項。"
        case .tooManyChoices(let limit): "選項最多 \(limit) 個。"
        case .duplicateChoice(let text): "選項「\(text)」重複（全形、半形與空白不計）。"
        case .answerIsNotTrueOrFalse: "是非題的答案只能是 true 或 false，不加引號。"
        case .answerIsNotText: "單選題的答案應該是一個選項的文字。"
        case .answerIsNotAList: "複選題的答案應該是清單，每項以「- 」開頭。"
        case .answerIsNotAChoice(let text): "答案「\(text)」不在選項裡，文字要與選項完全相同。"
        case .duplicateAnswer(let text): "答案「\(text)」寫了兩次。"
        case .noAnswers: "複選題至少要有一個正確答案。"
        case .unpairedEmphasis: "題幹的強調記號 * 不成對。"
        case .noCitations: "至少要有一項法源依據。"
        case .tooManyCitations(let limit): "法源依據最多 \(limit) 項。"
        case .citation(let sentence): sentence
        case .duplicateCitation(let text): "法源依據「\(text)」寫了兩次。"
        case .unknownUnit(let name): "找不到單位「\(name)」。請寫單位的全名，或機關以下的名稱（例如登記一課）；共用題庫的試題不寫單位。"
        case .othersUnit(""): "這一題會進共用題庫，您不管理那裡。請寫明您管理的單位，或在匯入時選一個（命令列用 --unit）。"
        case .othersUnit(let name): "您不管理單位「\(name)」的題庫。請改成您管理的單位，或請那裡的出題人員匯入。"
        case .unknownStatute(let name): "法規檔裡沒有《\(name)》，無法核對。"
        case .repealedStatute(let name): "《\(name)》已經廢止，不能作為法源依據。"
        case .missingArticle(let text): "法規裡沒有「\(text)」這一條，請核對條號。"
        case .deletedArticle(let text): "「\(text)」這一條已經刪除。"
        case .missingParagraph(let text): "「\(text)」：條文沒有這麼多項、款或目。"
        case .quotationNotFound(let text): "詳解引用的「\(text)」不在所列法源依據的條文裡。"
        }
    }
}

extension QuestionProblem.Kind {
    private static func sameStem(_ other: String, _ isSameAnswer: Bool) -> String {
        "題幹與\(other)相同，答案\(isSameAnswer ? "也相同" : "卻不同")（標點、全形半形與空白不計）。請改寫題幹、刪除其中一題或將它停用。"
    }
}

/// Every problem of the files that were to be read; nothing was changed.
struct QuestionProblems: Refusal {
    let problems: [QuestionProblem]

    var kind: RefusalKind { .invalid }
    var sentence: String {
        problems.map(\.description).joined(separator: "\n") + "\n共 \(problems.count) 個問題，題庫沒有任何變動。請修正後再試一次。"
    }
}
