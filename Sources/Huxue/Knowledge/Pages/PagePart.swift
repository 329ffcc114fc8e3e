/// The parts of a procedure, in the order in which a clerk needs them; each may be missing.
enum PagePart: String, CaseIterable, Sendable {
    case applicants, place, deadline, papers, fee, steps, basis, cautions, forms

    /// The heading in the page's text.
    var title: String {
        switch self {
        case .applicants: "申請人"
        case .place: "受理地點"
        case .deadline: "申請期限"
        case .papers: "應備文件"
        case .fee: "規費"
        case .steps: "辦理步驟"
        case .basis: "法律依據"
        case .cautions: "注意事項"
        case .forms: "相關表單"
        }
    }

    /// The part that answers what is asked.
    init(_ aspect: SearchAspect) {
        self =
            switch aspect {
            case .papers: .papers
            case .fee: .fee
            case .deadline: .deadline
            case .applicants: .applicants
            case .place: .place
            case .steps: .steps
            }
    }

    init?(title: String) {
        guard let found = Self.allCases.first(where: { $0.title == title }) else { return nil }
        self = found
    }
}
