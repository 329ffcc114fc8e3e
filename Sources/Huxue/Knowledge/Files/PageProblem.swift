/// Something wrong in a page or its file.
struct PageProblem: Hashable, Sendable {
    /// As the person named it: `kb/faq/late.md`.
    let file: String
    /// Counted from 1.
    let line: Int
    let kind: Kind

    enum Kind: Hashable, Sendable {
        case yaml(String)
        case field(YAMLFieldProblem)
        case tooLarge(kibibytes: Int)
        case notText
        case noFrontMatter
        case frontMatterWithoutEnd
        case wrongPlace(expected: String)
        case wrongCode(String)
        case duplicateCode(String, file: String)
        case wrongReviewMonths
        case notTrueOrFalse(String)
        case fieldOfInterpretations(String)
        case noBody
        case unknownPart(String)
        case unknownFact(String)
        case partOutOfOrder(String)
        case partTwice(String)
        case deadLink(String)
        /// A link to a heading that is not on the page.
        case deadAnchor(String)
        case missingAttachment(String)
        case citation(String, String)
        /// An article that a statute never had as the office has it.
        case missingArticle(String)
        /// An article of a statute of which nobody here knows.
        case unknownStatute(String, name: String)
        /// An article without its statute: nobody is told when it is amended.
        case noStatute(String)
        /// Markup that would be too much, and is shown as text.
        case excess(MarkdownExcess.Kind)
        case unknownOwner(String)
        case unknownUnit(String)
        case controlCharacter(String)
        /// A character that only an office's own fonts show.
        case privateCharacter(Unicode.Scalar, in: PageField)
        /// The writer may not open it, or it is not there.
        case closedAttachment(String)
        /// Only who manages the unit's pages puts it on a public page.
        case attachmentForEveryone(String)
        /// A link, a folder or a device in the place of a file.
        case notAFile
        case linkedFolder
        case unreadable
        /// A file beside the pages that cannot be an attachment, in a sentence.
        case attachment(String)
    }
}

extension PageProblem: CustomStringConvertible {
    /// As compilers print it: `kb/faq/late.md:12: …`.
    var description: String { "\(file):\(line): \(kind.sentence)" }
}

extension PageProblem.Kind {
    /// Whether it is about another page or file.
    var isOfNeighbours: Bool {
        switch self {
        case .deadLink(let target), .deadAnchor(let target): target.contains(".md")
        case .missingAttachment: true
        default: false
        }
    }

    /// The field that it is about, beside the text; nil for the text.
    var field: PageField? {
        if case .privateCharacter(_, let field) = self, field != .body { field } else { nil }
    }

    var isMissingArticle: Bool { if case .missingArticle = self { true } else { false } }

    var sentence: String {
        switch self {
        case .yaml(let sentence): sentence
        case .field(let problem): problem.sentence
        case .tooLarge(let size): "檔案超過 \(size) KB，沒有讀取。請分成幾頁。"
        case .notText: "檔案有不是 UTF-8 的文字。請用 UTF-8 編碼另存新檔。"
        case .noFrontMatter: "檔案要以「---」一行開頭，接著是欄位，再一行「---」。"
        case .frontMatterWithoutEnd: "開頭的欄位沒有以「---」一行結束。"
        case .wrongPlace(let expected): "依 kind 與 id，這個檔案應該放在 \(expected)。"
        case .wrongCode(let code): "代號「\(code)」只能用小寫英文字母、數字與 -，以字母開頭，最多 64 字，不能是 new、drafts、preview。"
        case .duplicateCode(let code, let file): "代號「\(code)」已經用在 \(file)，不得重複。"
        case .wrongReviewMonths: "reviewMonths 是幾個月複核一次，請填 1 到 60。"
        case .notTrueOrFalse(let name): "欄位「\(name)」只能是 true 或 false。"
        case .fieldOfInterpretations(let name): "欄位「\(name)」只用在函釋（interpretation）。"
        case .noBody: "沒有內容。"
        case .unknownPart(let title):
            "標準作業程序沒有「\(title)」這一段。"
                + (PagePart(meantBy: title).map { "這些內容請放在「\($0.title)」。" } ?? "")
                + "可用的依序是 \(PagePart.allCases.map(\.title).joined(separator: "、"))。"
        case .unknownFact(let text):
            "「{{\(text)}}」不是本所資料的項目；可用的有 \(LocalFact.allCases.map(LocalFactTerms.name).joined(separator: "、"))，寫成 {{本所：項目}}。"
        case .partOutOfOrder(let title): "「\(title)」的位置不對，依序是 \(PagePart.allCases.map(\.title).joined(separator: "、"))。"
        case .partTwice(let title): "「\(title)」寫了兩次。"
        case .deadLink(let target): "連結「\(target)」指向不存在的條目。"
        case .deadAnchor(let target): "連結「\(target)」指向的那一頁沒有這個標題。"
        case .missingAttachment(let name): "找不到附件「\(name)」。"
        case .closedAttachment(let name): "附件「\(name)」不存在，或您沒有查閱的權限，不能放進條目。請拿掉這個連結，或請知識庫管理人員加入。"
        case .attachmentForEveryone(let name):
            "這個條目對外公開，加入附件「\(name)」需要替這個單位管理知識庫的權限。請拿掉這個連結，或請知識庫管理人員加入。"
        case .notAFile: "不是一般的檔案（是連結、資料夾或裝置），沒有讀取。請放檔案本身。"
        case .linkedFolder: "這個資料夾是連結，沒有讀取。請放資料夾本身。"
        case .unreadable: "檔案無法讀取。請確認權限。"
        case .citation(let text, let doubt): "「\(text)」無法連到條文：\(doubt)"
        case .missingArticle(let text): "「\(text)」無法連到條文：\(CitationDoubt.missingArticle.sentence)"
        case .unknownStatute(let text, let name):
            "「\(text)」無法連到條文：沒有收錄「\(name)」。請看看法規名稱有沒有寫錯；沒有寫錯就不必理會，也可以自己加上連結。"
        case .noStatute(let text):
            "「\(text)」沒有寫明是哪一部法規，不會連到條文，修正時也不會提醒。請把法規名稱寫在條號前面。"
        case .excess(.nesting): "引言或清單超過 \(MarkdownContainers.limit) 層，更深的照原文顯示。請減少層數。"
        case .excess(.table): "表格缺的儲存格太多，照原文顯示。請讓每一列的欄數與標題列相同，或分成幾個表格。"
        case .excess(.reference): "這個名稱的網址太長又用得太多次，照原文顯示。請縮短網址，或少用幾次。"
        case .excess(.text): "整篇的標記太多，照原文顯示，沒有標題、清單與連結。請減少標記，或分成幾頁。"
        case .unknownOwner(let owner): "負責人「\(owner)」不是角色，也不是在職帳號。"
        case .unknownUnit(let name): "找不到單位「\(name)」。"
        case .privateCharacter(let scalar, let field):
            InvisibleText.sentence(onPrivate: scalar, in: "「\(PageTerms.name(of: field))」") + "。"
        case .controlCharacter(let sentence), .attachment(let sentence): sentence
        }
    }
}

/// Every problem of the files that were to be read; nothing was changed.
struct PageProblems: Refusal {
    let problems: [PageProblem]

    var kind: RefusalKind { .invalid }
    var sentence: String {
        problems.map(\.description).joined(separator: "\n") + "\n共 \(problems.count) 個問題，知識庫沒有任何變動。請修正後再試一次。"
    }
}
