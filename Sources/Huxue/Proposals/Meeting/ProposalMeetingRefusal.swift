/// What is refused about meetings.
enum ProposalMeetingRefusal: Refusal, Equatable {
    case missing
    /// The call is not in review.
    case notReady
    case notInMeeting
    case invalid([ProposalMeetingProblem])
    /// Somebody else saved the list of those present.
    case changedMeanwhile
    /// Somebody else has written about the same proposal.
    case elsewhere(Moment)
    /// Proposals of the call that the person may know of are undecided.
    case undecided(Int)
    /// The person has an interest in a proposal of the call.
    case deputyNeeded

    var kind: RefusalKind {
        switch self {
        case .missing: .missing
        case .invalid: .invalid
        case .notReady, .notInMeeting, .changedMeanwhile, .elsewhere, .undecided, .deputyNeeded: .conflict
        }
    }

    var problems: [ProposalMeetingProblem] {
        if case .invalid(let problems) = self { problems } else { [] }
    }

    var sentence: String {
        switch self {
        case .missing: "這次會議沒有這件提案。可能是網址不完整，或您應該迴避。請由「評審會議」重新進入。"
        case .notReady: "這次徵件現在不在評審中，不能開始評審會議，資料沒有變動。"
        case .notInMeeting: "評審會議還沒有開始，或已經結束，這次沒有存入。"
        case .invalid(let problems): problems.map(\.sentence).joined(separator: "；") + "。內容都還在這一頁，請修正後再儲存。"
        case .changedMeanwhile: "出席紀錄剛才有人改過，您的內容還在表單裡；看過以後再按一次儲存，就以您的為準。"
        case .elsewhere(let time): "另一個視窗在 \(ROCDate.seconds(time)) 改了這一件的紀錄，這裡的內容還沒有存入。"
        case .undecided(let count): "還有 \(count) 件沒有決議，會議還不能結束，資料沒有變動。"
        case .deputyNeeded: "這次徵件有您應迴避的提案，請另一位提案承辦人結束會議，資料沒有變動。"
        }
    }
}
