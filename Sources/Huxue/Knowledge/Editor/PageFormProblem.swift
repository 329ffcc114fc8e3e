/// Something that keeps a page from being saved, and the field where it stands.
struct PageFormProblem: Hashable, Sendable {
    let field: PageField
    let kind: Kind
    /// Of the text, from 1; nil where it is about no line or none is known.
    var line: Int?

    enum Kind: Hashable, Sendable {
        case missing(PageField)
        case unreadable(PageField, String)
        /// It has a character that turns the direction of text.
        case turning(PageField, String)
        /// Both wordings of a place that two people changed are still there.
        case undecided
        case reservedCode(String)
        case usedCode(String)
        /// The writer has no say in the unit.
        case foreignUnit
        /// Only who manages the unit's pages may do that.
        case editorsOnly(PageField)
        case file(PageProblem.Kind)
    }

    init(_ field: PageField, _ kind: Kind, line: Int? = nil) {
        (self.field, self.kind, self.line) = (field, kind, line)
    }

    /// `kind`: of something that is wrong with the content itself.
    init(_ kind: PageProblem.Kind, line: Int? = nil) {
        let field: PageField =
            switch kind {
            case .unknownOwner: .owner
            case .unknownUnit: .unit
            case .citation: .restsOn
            default: .body
            }
        self.init(field, .file(kind), line: line)
    }

    var sentence: String {
        switch kind {
        case .missing(let field): field == .reason ? "請寫明為什麼修改。" : "請填「\(PageTerms.name(of: field))」。"
        case .unreadable(.reviewMonths, _): "複核週期請填 1 到 60 的數字。"
        case .unreadable(let field, let text):
            "「\(PageTerms.name(of: field))」的「\(text)」看不懂。日期請寫成 115/11/25。"
        case .turning(let field, let text):
            (InvisibleText.sentence(onTurnsIn: text, in: PageTerms.name(of: field)) ?? "") + "。"
        case .undecided: "內文還有沒有選定的地方。請在「\(WritingTerms.mineMark)」到「\(WritingTerms.theirsMark)」之間留下要用的文字，刪去三行標記。"
        case .reservedCode(let code): "代號「\(code)」是系統保留字，請換一個。"
        case .usedCode(let code): "代號「\(code)」已經有條目使用，請換一個。"
        case .foreignUnit: "您沒有替這個單位管理知識庫的權限。請改選主管單位。"
        case .editorsOnly(let field): PageRefusal.editorsOnly(field).sentence
        case .file(.field(.tooLong(let name, let limit))): "「\(Self.name(name))」超過 \(limit) 字（或項），請縮短。"
        case .file(.field(.missingField(let name))): "請填「\(Self.name(name))」。"
        case .file(.noBody): "請寫內文。"
        case .file(.wrongReviewMonths): "複核週期請填 1 到 60 的數字。"
        case .file(.tooLarge(let size)): "內文超過 \(size) KB。請分成幾個條目。"
        case .file(let kind): kind.sentence
        }
    }

    private static func name(_ field: String) -> String {
        PageField(rawValue: field).map(PageTerms.name) ?? field
    }
}
