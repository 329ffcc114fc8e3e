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
        NavigationEntry(icon: Icon.law, title: "法規", address: "/statutes", action: nil),
        NavigationEntry(icon: Icon.book, title: "知識庫", address: "/pages", action: nil),
    ]

    /// Entries that belong together; the heading is the first whose action the person has.
    private struct Group: Sendable {
        let headings: [(action: Action, title: String)]
        let entries: [NavigationEntry]
    }

    private static let groups = [
        Group(
            headings: [(.manageExams, "測驗承辦"), (.browseQuestions, "題庫管理"), (.readCompliance, "查閱成績")],
            entries: [
                NavigationEntry(icon: Icon.year, title: "年度測驗", address: "/manage/exams", action: .manageExams),
                NavigationEntry(icon: Icon.bank, title: "題庫", address: "/questions", action: .browseQuestions),
                NavigationEntry(icon: Icon.warning, title: "法規異動", address: "/amendments", action: .browseQuestions),
                NavigationEntry(icon: Icon.results, title: "測驗成績", address: "/manage/results", action: .readCompliance),
            ]),
        Group(
            headings: [(.editPages, "知識庫管理"), (.followReadings, "公告")],
            entries: [
                NavigationEntry(icon: Icon.clock, title: "待複核條目", address: "/pages?due=1", action: .editPages),
                NavigationEntry(icon: Icon.warning, title: "法規異動", address: "/amendments", action: .editPages),
                NavigationEntry(icon: Icon.announcement, title: "必讀公告", address: "/announcements", action: nil),
            ]),
        Group(
            headings: [(.manageStaff, "系統管理"), (.readStaff, "機關人員")],
            entries: [
                NavigationEntry(icon: Icon.people, title: "人員", address: "/staff", action: .readStaff),
                NavigationEntry(icon: Icon.units, title: "單位", address: "/units", action: .readStaff),
                NavigationEntry(icon: Icon.log, title: "稽核紀錄", address: "/audit", action: .readAudit),
            ]),
    ]

    /// The groups that `visitor` sees, without those that would be empty.
    static func groups(for visitor: Visitor) -> [(title: String, entries: [NavigationEntry])] {
        var shown: Set<Address> = []
        return groups.compactMap { group in
            guard let title = group.headings.first(where: { visitor.may($0.action) })?.title else { return nil }
            // What belongs to two kinds of work stands once, with the first.
            return (title, group.entries.filter { $0.isOpen(to: visitor) && shown.insert($0.address).inserted })
        }
    }

    /// The audit log is the whole office's alone.
    private func isOpen(to visitor: Visitor) -> Bool {
        guard let action else { return true }
        return action == .readAudit ? Policy.permitsEverywhere(action, for: visitor.actor) : visitor.may(action)
    }
}
