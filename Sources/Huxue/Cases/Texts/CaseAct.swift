/// Something that a form on the page of a case study asks for.
enum CaseAct: Sendable {
    case submit
    /// `unit`: whose staff discusses it, as the form has it.
    case pass(unit: String)
    case giveBack(reason: String)
    /// `revision`: as the page has shown it.
    case conclude(String, revision: Int)
    /// `readBy`: the last day on which everybody must have read it, as it was typed; empty for nobody must.
    case publish(unit: String, readBy: String = "", revision: Int)
    case retire(reason: String)

    var deed: CaseDeed {
        switch self {
        case .submit: .submitted
        case .pass: .passed
        case .giveBack: .returned
        case .conclude: .concluded
        case .publish: .published
        case .retire: .retired
        }
    }
}
