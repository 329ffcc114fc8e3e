/// Reminding those who have not handed in, and what supervisors read of their people on the home page.
enum ReminderViews {
    /// The button, or why there is none; empty when nobody waits.
    static func button(_ tally: ReminderTally, of exam: Exam, chrome: Chrome) -> HTML {
        guard tally.waiting > 0 else { return .empty }
        guard tally.remindable > 0 else { return "<span class=\"soft\">今天已經提醒過，明天可以再提醒一次</span>" }
        return """
            <form method="post" action="\(ComplianceViews.section)/\(exam.id)/reminder">\(Layout.token(chrome))\
            <button class="button">提醒未交卷的 \(tally.remindable) 人</button></form>
            """
    }

    static func done(_ count: Int) -> String { "已提醒 \(count) 人，他們的首頁會寫「提醒您應試」。" }

    static func notes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "本單位的測驗", link: (ComplianceViews.section, "測驗成績"), notes: notes, place: 0)
    }

    /// Who of the section has not handed in an open test; `names`: the first of them.
    static func waiting(_ exam: Exam, tally: ReminderTally, names: [String]) -> ManagerNote {
        let list = names.joined(separator: "、") + (tally.waiting > names.count ? "等 \(tally.waiting) 人" : "")
        return ManagerNote(
            title: "\(Terms.quoted(exam.plan.title))貴單位還有 \(tally.waiting) 人沒有交卷。",
            sentence: "\(list)，\(ROCDate.shortWithTime(exam.plan.closes)) 截止。",
            links: [("\(ComplianceViews.section)/\(exam.id)", tally.remindable > 0 ? "看名單並提醒" : "看名單")], tone: .warn)
    }

    /// How the section did in a test whose results are out.
    static func outcome(_ exam: Exam, _ passes: PassList) -> ManagerNote {
        ManagerNote(
            title: "\(Terms.quoted(exam.plan.title))貴單位 \(passes.passed) 人及格，\(passes.failed) 人不及格。",
            sentence: "依貴機關的設定，主管看得到本單位的及格與不及格，看不到分數。",
            links: [("\(ComplianceViews.section)/\(exam.id)#passes", "看名單")], tone: .info, waits: false)
    }
}
