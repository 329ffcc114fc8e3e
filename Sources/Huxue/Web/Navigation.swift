/// The entries of the left navigation, each shown to those who may use it.
struct NavigationEntry: Sendable {
    let icon: HTML
    let title: String
    let address: Address
    /// Nil: for everybody signed in.
    let action: Action?

    static let own = [
        NavigationEntry(icon: Icon.home, title: "首頁", address: "/", action: nil),
        NavigationEntry(icon: Icon.test, title: "測驗", address: "/exams", action: nil),
    ]

    static let groups: [(title: String, entries: [NavigationEntry])] = [
        (
            "測驗承辦",
            [
                NavigationEntry(icon: Icon.year, title: "年度測驗", address: "/manage/exams", action: .manageExams),
                NavigationEntry(icon: Icon.bank, title: "題庫", address: "/questions", action: .browseQuestions),
                NavigationEntry(icon: Icon.results, title: "測驗成績", address: "/manage/results", action: .readCompliance),
            ]
        ),
        (
            "系統管理",
            [
                NavigationEntry(icon: Icon.people, title: "人員", address: "/staff", action: .readStaff),
                NavigationEntry(icon: Icon.units, title: "單位", address: "/units", action: .readStaff),
                NavigationEntry(icon: Icon.log, title: "稽核紀錄", address: "/audit", action: .readAudit),
            ]
        ),
    ]

    /// The groups that `visitor` sees, without those that would be empty.
    static func groups(for visitor: Visitor) -> [(title: String, entries: [NavigationEntry])] {
        groups.map { ($0.title, $0.entries.filter { $0.action.map { visitor.may($0) } ?? true }) }
            .filter { !$0.entries.isEmpty }
    }
}
