/// The page on which a rubric is tried out before anybody scores by it.
enum RubricTrialViews {
    /// `isDone`: whether the sheet was sent.
    static func page(_ sheet: ScoreFormViews.Sheet, of rubric: Rubric, isDone: Bool, chrome: Chrome) -> HTML {
        let own = RubricViews.address(of: rubric.id)
        let total = ScoreFormViews.total(of: sheet)
        return Layout.page(
            "試填評分表", chrome: chrome, section: RubricViews.section,
            crumbs: [
                Crumb("首頁", "/"), RubricTerms.place, Crumb(sheet.plan.title, own), Crumb("試填評分表"),
            ],
            head: "<p class=\"soft\">評審委員看到的就是這張表。這裡填的只算給您看，不會儲存。</p>", isEditor: true,
            content: """
                \(ScoreFormViews.summary(sheet))
                \(when: isDone && sheet.problems.isEmpty, Component.banner(.pass, "可以送出。", "總分 \(total)／\(sheet.plan.total) 分。"))
                \(ScoreFormViews.form(sheet, action: "\(own)/trial", buttons: buttons, chrome: chrome))
                """)
    }

    private static let buttons: HTML = "<p class=\"row\"><button class=\"button\">檢查並計算</button></p>"
}
