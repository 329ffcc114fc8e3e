/// Passes and failures as supervisors see them, and whether the office lets them.
enum PassViews {
    /// Empty when the reader may not see them.
    static func section(_ passes: PassList?, of exam: Exam) -> HTML {
        guard let passes else { return .empty }
        let rest = passes.passed + passes.failed - passes.people.count
        return """
            <section class="stack" aria-labelledby="passes"><div class="section-head"><h2 id="passes">及格與不及格</h2>\
            <span class="soft">及格 \(passes.passed) 人，不及格 \(passes.failed) 人</span></div>
            \(when: passes.people.isEmpty, "<p>還沒有人交卷。</p>")\
            <ul class="link-list names">\(each: passes.people, line)</ul>\
            \(when: rest > 0, "<p class=\"soft\">只列出前 \(passes.people.count) 人。</p>")</section>
            """
    }

    private static func line(_ result: ExamResult) -> HTML {
        let entry = result.entry
        let badge = result.passed == true ? Component.badge(.pass, "及格") : Component.badge(.fail, "不及格")
        return """
            <li>\(entry.staffNumber)　<b>\(entry.name)</b>　\(ExamHeadViews.shortName(entry.unitName))　\(badge)</li>
            """
    }

    /// `isAllowed`: nil for a reader who may not decide it.
    static func setting(_ isAllowed: Bool?, chrome: Chrome) -> HTML {
        guard let isAllowed else { return .empty }
        return """
            <section class="stack no-print" aria-labelledby="setting"><h2 id="setting">主管看得到什麼</h2>
            <form class="stack" method="post" action="\(ComplianceViews.section)">\(Layout.token(chrome))
            \(FieldViews.check("passes", words: "成績公布後，主管看得到本單位誰及格、誰不及格（看不到分數）", isChosen: isAllowed))
            <p class="row"><button class="button button-quiet">儲存設定</button></p></form></section>
            """
    }

    static let settingSaved = "已儲存主管看得到什麼。"
}
