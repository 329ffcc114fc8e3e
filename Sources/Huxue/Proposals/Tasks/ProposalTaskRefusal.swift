/// What is refused about the tasks of adopted proposals.
enum ProposalTaskRefusal: Refusal, Equatable {
    case missing
    case notAdopted
    case invalid([ProposalTaskProblem])
    case changedMeanwhile
    /// There are reports on it.
    case hasProgress
    /// Only those who answer for a task report on it.
    case notYours

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .invalid: .invalid
        case .notYours: .forbidden
        case .notAdopted, .changedMeanwhile, .hasProgress: .conflict
        }
    }

    var problems: [ProposalTaskProblem] {
        if case .invalid(let problems) = self { problems } else { [] }
    }

    var sentence: String {
        switch self {
        case .missing: "找不到這項執行工作。請由提案的「執行情形」重新進入。"
        case .notAdopted: "這件提案還沒有決議，或沒有採行，沒有要執行的工作；資料沒有變動。"
        case .invalid(let problems): problems.map(\.sentence).joined(separator: "；") + "。內容都還在這一頁，請修正後再儲存。"
        case .changedMeanwhile: "這項工作剛才有人改過，您的內容沒有存入。請看過現在的內容再改。"
        case .hasProgress: "這項工作已經有進度，不能刪除；可以修改內容或期限。資料沒有變動。"
        case .notYours: "只有負責這項工作的人、該單位的主管或提案承辦人可以填進度，資料沒有變動。"
        }
    }
}
