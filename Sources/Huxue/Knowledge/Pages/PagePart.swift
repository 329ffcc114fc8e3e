/// The parts of a procedure, in the order in which a clerk needs them; each may be missing.
enum PagePart: String, CaseIterable, Sendable {
    case applicants, place, deadline, time, papers, fee, steps, flow, basis, cautions, forms

    /// The heading in the page's text.
    var title: String {
        switch self {
        case .applicants: "申請人"
        case .place: "受理地點"
        case .deadline: "申請期限"
        case .time: "處理時限"
        case .papers: "應備文件"
        case .fee: "規費"
        case .steps: "辦理步驟"
        case .flow: "流程"
        case .basis: "法律依據"
        case .cautions: "注意事項"
        case .forms: "相關表單"
        }
    }

    /// The part that somebody means who heads it so; nil when it cannot be told.
    init?(meantBy title: String) {
        let words: [(PagePart, [String])] = [
            (.steps, ["步驟", "作業程序", "辦理方式", "辦理程序"]), (.flow, ["流程"]), (.time, ["處理時", "處理期", "辦理時", "作業時", "時限"]),
            (.deadline, ["期限", "期間"]), (.papers, ["文件", "證件", "附件", "書件", "檢附"]), (.fee, ["費"]),
            (.basis, ["依據", "法規", "法令", "法源"]), (.cautions, ["注意", "備註", "提醒", "附註"]), (.forms, ["表單", "書表", "表格"]),
            (.place, ["地點", "機關", "受理", "窗口"]), (.applicants, ["申請人", "資格", "對象"]),
        ]
        guard let found = words.first(where: { $0.1.contains { title.contains($0) } }) else { return nil }
        self = found.0
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

    /// Where a text sends its reader to a part, with the sign before it or the brackets around it: `，見注意事項`.
    static func references(in text: String) -> [(part: PagePart, place: Range<String.Index>)] {
        text.matches(
            of: /（[請詳參]?見(?:本頁)?「?([^（）「」，；。、]{2,4})」?）|[，；、][請詳參另]?見(?:本頁)?「?([^（）「」，；。、]{2,4})」?(?=[，；。）]|$)/
        )
        .compactMap { match in
            (match.1 ?? match.2).flatMap { PagePart(title: String($0)) }.map { ($0, match.range) }
        }
    }

    init?(title: String) {
        guard let found = Self.allCases.first(where: { $0.title == title }) else { return nil }
        self = found
    }
}
