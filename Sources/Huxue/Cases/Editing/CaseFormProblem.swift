/// Something that keeps a case study from being saved or submitted, and the field where it stands.
struct CaseFormProblem: Equatable, Sendable {
    let field: CaseField
    let kind: Kind

    enum Kind: Equatable, Sendable {
        case missing
        case tooLong(limit: Int)
        case tooMany(limit: Int)
        case severalLines
        case unreadable(String)
        /// Both wordings of a place that two people changed are still there.
        case undecided
        case citation(CitationRefusal)
        /// There is no such attachment, or none that the writer may open.
        case closedAttachment(String)
        /// No share can be read behind this author.
        case noShare(String)
        /// What all shares are together, in hundredths of a per cent.
        case sharesOff(Int)
        case personNotHere(String)
        case severalOfName(String, [PersonChoice])
        case misnamed(PersonChoice, name: String)
        case twice(String)
        /// Whoever began the case study is not among its authors.
        case creatorMissing
        /// Only who began the case study changes its authors.
        case notYours
    }

    init(_ field: CaseField, _ kind: Kind) {
        (self.field, self.kind) = (field, kind)
    }

    var sentence: String {
        switch kind {
        case .missing: "請填「\(field.name)」。"
        case .tooLong(let limit): "「\(field.name)」最多 \(limit) 個字，請縮短，或把細節放進附件。"
        case .tooMany(let limit): "「\(field.name)」最多 \(limit) 項，請減少。"
        case .severalLines: "「\(field.name)」只能有一行。"
        case .unreadable(let text): "「\(field.name)」的「\(text)」看不懂。"
        case .undecided: "「\(field.name)」還有沒有選定的地方。請留下要用的文字，刪去三行標記。"
        case .citation(let refusal): refusal.sentence
        case .closedAttachment(let name): "附件「\(name)」不存在，或不是您上傳的。請在下面上傳，或刪去這一行。"
        case .noShare(let person): "「\(person)」後面請寫貢獻比例，例如：60%（最多兩位小數）。"
        case .sharesOff(let sum): "貢獻比例加起來是 \(ProposalAuthorFile.percent(sum))，要正好 100%。"
        case .personNotHere(let text): "同仁中沒有員工編號或姓名是「\(text)」的人，請更正或刪除。"
        case .severalOfName(let name, let people): AccountTerms.severalOfName(name, people) + "。"
        case .misnamed(let person, let name): AccountTerms.misnamed(person, name: name) + "。"
        case .twice(let name): "\(name)寫了兩次，請合併成一行。"
        case .creatorMissing: "開始寫這個案例的人要在作者之中。"
        case .notYours: "作者與貢獻比例由開始寫這個案例的人修改，請保留原來的內容。"
        }
    }
}
