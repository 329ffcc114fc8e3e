/// Words for what is wrong with question files of other formats.
enum FormatProblemTerms {
    /// Where, as a person looks for it.
    static func words(_ place: QuestionPlace) -> String {
        switch place {
        case .file: "整個檔案"
        case .line(let line): "第 \(line) 行"
        case .field(let line, let column): column.isEmpty ? "第 \(line) 行" : "第 \(line) 行「\(column)」"
        case .cell(let sheet, _, let name): "工作表「\(sheet)」\(name)"
        case .item(let number, let name, let line):
            name.isEmpty ? "第 \(number) 題（第 \(line) 行）" : "第 \(number) 題「\(name)」（第 \(line) 行）"
        }
    }

    static func words(_ file: String, _ place: QuestionPlace, _ sentence: String) -> String {
        "\(file)：\(words(place))：\(sentence)"
    }

    static func name(of type: FormatProblem.UnsupportedType) -> String {
        switch type {
        case .essay: "申論題"
        case .shortAnswer: "簡答題"
        case .matching: "配合題"
        case .numerical: "數值題"
        case .description: "沒有題目的說明文字"
        case .cloze: "克漏字題"
        case .calculated: "計算題"
        case .dragging: "拖放題"
        case .other(let name): "「\(name)」"
        }
    }

    static func name(of field: WrittenQuestion.Field) -> String {
        switch field {
        case .code: "代號"
        case .topic: "主題"
        case .type: "題型"
        case .level: "認知層次"
        case .state: "狀態"
        case .unit: "單位"
        case .lawAsOf: "依據法規日期"
        case .stem: "題幹"
        case .answer: "答案"
        case .explanation: "詳解"
        case .citations: "法源依據"
        case .choice(let place): "選項\(place + 1)"
        }
    }

    static func sentence(_ kind: FormatProblem.Kind) -> String {
        switch kind {
        case .document(let sentence): sentence
        case .rule(let kind): kind.sentence
        case .notUTF8: "這一行有無法辨識的文字（不是 UTF-8，也不是 Big5）。請用 UTF-8 編碼另存新檔。"
        case .utf16: "這個檔案是 Unicode（UTF-16）文字，沒有讀取。請用 UTF-8 編碼另存新檔。"
        case .unsupportedType(let type): "\(name(of: type))不支援（題庫只有單選、複選與是非），沒有讀入這一題。"
        case .media: "這一題有圖片、影音或公式，題庫只收文字，沒有讀入這一題。請改寫成文字後另外匯入。"
        case .unknownResource(let name): "「\(name)」不是試題，沒有讀入。"
        case .unclosedBrace: "這一行的「{」沒有結束；答案要以「}」結束，中間不能有空白行。文字裡的大括號要寫成 \\{ 與 \\}。"
        case .unopenedBrace: "這一行的「}」前面沒有「{」。文字裡的大括號要寫成 \\{ 與 \\}。"
        case .secondBrace: "這一題有兩組答案。請在兩題之間空一行；文字裡的大括號要寫成 \\{ 與 \\}。"
        case .unreadableAnswer: "大括號裡的答案看不懂。選項要以 = 或 ~ 開頭；是非題寫 {T} 或 {F}。"
        case .noRightAnswer: "沒有標明正確答案。"
        case .severalRightAnswers: "單選題有兩個以上的正確答案。請改成複選題，或只留一個。"
        case .wrongLevel(let text): "「\(text)」不是認知層次，只能是 \(QuestionTableFile.words(QuestionTableFile.levels))。"
        case .wrongState(let text): "「\(text)」不是狀態，只能是 \(QuestionTableFile.words(QuestionTableFile.states))。"
        case .wrongDay(let text): "「\(text)」不是正確的日期，請寫成 113/10/11 或 2024-10-11。"
        case .wrongType(let text): "「\(text)」不是題型，只能是 \(QuestionTableFile.words(QuestionTableFile.types))。"
        case .wrongAnswer(let text):
            "答案「\(text)」看不懂：選擇題寫正確選項的號碼，例如 2 或 1,3；是非題寫 ○ 或 ×。"
        case .missing(let field): "沒有\(name(of: field))，請補上。"
        case .missingTopic: "沒有主題。請在檔案裡寫明，或在匯入時選一個主題（命令列用 --topic）。"
        case .missingCitations:
            "沒有法源依據。請在檔案裡寫明（各格式寫在哪裡，見匯入頁的說明），或在匯入時填上共同的法源依據。"
        case .tooLong(let field, let limit): "\(name(of: field))超過 \(limit) 字。"
        case .severalLines(let field): "\(name(of: field))只能寫一行。"
        case .forbidden(let code): "有看不見、會改變文字方向或不能用的字元（\(code)），請刪除。"
        case .stackedMarks: "有一個字疊了超過 \(StreamSafeText.markLimit) 個附加符號，請刪除。"
        case .duplicateCode(let code, let first): "代號「\(code)」已經用在\(words(first))，全題庫不得重複。"
        case .duplicateStem(let code, let first, let isSame):
            "題幹與\(code.map { "「\($0)」" } ?? "")（\(words(first))）相同，答案\(isSame ? "也相同" : "卻不同")"
                + "（標點、全形半形與空白不計）。請改寫題幹，或刪除其中一題。"
        case .codeInUse(let code, let topic): "代號「\(code)」在題庫裡是主題「\(topic)」的另一道試題。請為這一題換一個代號。"
        case .closedTopic(let name): "題庫還沒有主題「\(name)」，新的主題由全機關的出題人員新增。請改用已有的主題。"
        case .codeTaken(let code): "代號「\(code)」已有人使用。請為這一題換一個代號，或留空由系統編號。"
        case .othersBank(let code): QuestionRefusal.othersBank(code).sentence
        case .sealed(let code): "您正在作答的試卷裡有試題「\(code)」，交卷以前不能匯入這一題。"
        case .inReview(let code): "試題「\(code)」在審題中，由出題人撤回以後才能匯入這一題。"
        case .formulaError(let text): "這一格的公式算不出來（\(text)）。請直接填上文字。"
        case .noSheet(let names):
            "找不到試題的工作表：沒有一張的第一列有「題型」「題幹」「答案」這些標題。檔案裡的工作表有\(quoted(names))。請使用範本。"
        case .severalSheets(let names): "\(quoted(names))都像試題的工作表，無法確定是哪一張。請只留一張，或把它命名為「\(QuestionTableFile.sheet)」。"
        case .missingColumns(let names): "缺少欄位：\(names.joined(separator: "、"))。第一列要有這些標題，請使用範本。"
        case .doubledColumn(let name): "欄位「\(name)」出現兩次，請刪去一欄。"
        case .surplusFields(let count, let columns): "有 \(count) 格，標題列只有 \(columns) 格；請檢查逗號與雙引號。"
        default: notice(kind)
        }
    }

    /// What keeps nothing out.
    private static func notice(_ kind: FormatProblem.Kind) -> String {
        switch kind {
        case .partialCredit: "部分給分不支援，只採計完全正確的選項。"
        case .droppedFeedback: "個別選項的回饋沒有對應的欄位，沒有匯入。"
        case .unknownTag(let tag): "標籤「\(tag)」沒有對應的欄位，沒有匯入。"
        case .foreignCode(let code): "代號「\(code)」是別的系統的寫法，不採用，會另編代號。"
        case .knownStem(let code): "題幹與題庫的「\(code)」相同，當作同一題。"
        case .defaultLevel: "沒有認知層次，先設為「\(QuestionTerms.name(of: QuestionIntake.defaultLevel))」。"
        case .defaultDay(let day): "沒有依據法規日期，先設為今天（\(ROCDate.plain(day))）。"
        case .defaultExplanation: "沒有詳解，先寫成「見」加上法源依據。"
        case .foundCitations(let citations): "法源依據取自詳解的文字：\(citations.joined(separator: "、"))。請看過是否正確。"
        case .movedBank(let code, to: ""): "試題「\(code)」會移到共用題庫，各單位都可以用。"
        case .movedBank(let code, to: let unit): "試題「\(code)」會移到單位「\(unit)」的題庫。"
        case .newTopic(let name): "題庫還沒有主題「\(name)」，會新增。"
        case .ignoredColumns(let names): "不讀的欄位：\(names.joined(separator: "、"))。"
        default: ""
        }
    }

    static let noManifest = "壓縮檔裡沒有 imsmanifest.xml，不是 QTI 的套件。"
    static let doubledFile = "imsmanifest.xml 把這個檔案列了不只一次。"
    static let missingFile = "imsmanifest.xml 列了這個檔案，壓縮檔裡卻沒有。"

    static func sentence(_ failure: ZipListing.Failure) -> String {
        switch failure {
        case .malformed: "壓縮檔損壞了或沒有下載完，沒有讀取。請重新下載或匯出一次。"
        case .tooManyEntries, .tooLarge: "壓縮檔解開後太大，沒有讀取。請分成幾個檔案。"
        case .encrypted: "壓縮檔設了密碼，沒有讀取。請先取消密碼。"
        case .unsafeName: "壓縮檔裡有不安全的檔名，沒有讀取。請重新壓縮一次。"
        }
    }

    private static func quoted(_ names: [String]) -> String { names.map { "「\($0)」" }.joined(separator: "、") }
}

extension FormatProblem {
    var sentence: String { FormatProblemTerms.sentence(kind) }
}
