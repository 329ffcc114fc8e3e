/// Something that keeps a proposal from being saved or submitted, and the field where it stands.
struct ProposalFormProblem: Equatable, Sendable {
    let field: ProposalField
    let kind: Kind

    enum Kind: Equatable, Sendable {
        case missing
        case tooLong(limit: Int)
        case tooMany(limit: Int)
        case severalLines
        case unreadable(String)
        case notInRange(ClosedRange<Int>)
        /// The call does not want that kind.
        case notWanted
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
        /// Somebody who cannot sign in, and so not agree.
        case noAccount(String)
        /// Whoever began the proposal is not among its authors.
        case creatorMissing
        /// Only who began the proposal changes its authors.
        case notYours
    }

    init(_ field: ProposalField, _ kind: Kind) {
        (self.field, self.kind) = (field, kind)
    }

    var sentence: String {
        switch kind {
        case .missing: "請填「\(field.name)」。"
        case .tooLong(let limit): "「\(field.name)」最多 \(limit) 個字，請縮短，或把細節放進附件。"
        case .tooMany(let limit): "「\(field.name)」最多 \(limit) 項，請減少。"
        case .severalLines: "「\(field.name)」只能有一行。"
        case .unreadable(let text): "「\(field.name)」的「\(text)」看不懂。"
        case .notInRange(let range): "「\(field.name)」請填 \(range.lowerBound) 到 \(range.upperBound) 的整數。"
        case .notWanted: "這次徵件沒有徵求這個類別，請重新選擇。"
        case .undecided: "「\(field.name)」還有沒有選定的地方。請留下要用的文字，刪去三行標記。"
        case .citation(let refusal): refusal.sentence
        case .closedAttachment(let name): "附件「\(name)」不存在，或不是您上傳的。請在下面上傳，或刪去這一行。"
        case .noShare(let person): "「\(person)」後面請寫貢獻比例，例如：60%（最多兩位小數）。"
        case .sharesOff(let sum): Self.sentence(off: sum)
        case .personNotHere(let text): "可以參加這次徵件的同仁中，沒有員工編號或姓名是「\(text)」的人，請更正或刪除。"
        case .severalOfName(let name, let people): AccountTerms.severalOfName(name, people) + "。"
        case .misnamed(let person, let name): AccountTerms.misnamed(person, name: name) + "。"
        case .twice(let name): "\(name)寫了兩次，請合併成一行。"
        case .noAccount(let name): "\(name)沒有帳號，不能表示同意，無法列為提案人。請洽系統管理者建立帳號。"
        case .creatorMissing: "提出這件提案的人要在提案人之中。"
        case .notYours: "提案人與貢獻比例由提出這件提案的人修改，請保留原來的內容。"
        }
    }

    private static func sentence(off sum: Int) -> String {
        let difference = abs(ProposalAuthorFile.whole - sum)
        let off = ProposalAuthorFile.percent(difference)
        return
            "貢獻比例加起來是 \(ProposalAuthorFile.percent(sum))，要正好 100%，\(sum < ProposalAuthorFile.whole ? "還差" : "多了") \(off)。"
    }
}
