/// The steps of setting up a new office, on the home page of its administrator.
enum HomeSetupViews {
    /// The steps that concern people.
    static func steps(hasStaff: Bool, hasRoles: Bool) -> [SetupStep] {
        [
            SetupStep(
                title: "匯入人員", sentence: "以 CSV 檔一次匯入，或一位一位新增；單位會一起建立。",
                link: ("/staff/import", "匯入人員"), isDone: hasStaff, place: 1),
            SetupStep(
                title: "授予角色", sentence: "在同仁的頁面授予「測驗承辦人」「出題人員」「知識庫管理」「主管」等角色。",
                link: ("/staff", "人員名冊"), isDone: hasRoles, place: 2),
        ]
    }

    static func section(_ steps: [SetupStep]) -> HTML {
        """
        <section class="stack" aria-labelledby="setup"><div class="section-head"><h2 id="setup">開始使用</h2>\
        <span class="soft">已完成 \(steps.count { $0.isDone })／\(steps.count)</span></div>
        <ol class="link-list">\(each: steps, step)</ol></section>
        """
    }

    private static func step(_ step: SetupStep) -> HTML {
        """
        <li>\(step.isDone ? Component.badge(.pass, "已完成") : Component.badge(.warn, "未完成")) <strong>\(step.title)</strong>\
        \(when: !step.isDone, toDo(step))</li>

        """
    }

    private static func toDo(_ step: SetupStep) -> HTML {
        """
        <span class="soft">\(step.sentence)</span>\
        \(step.link.map { "<a href=\"\($0.address)\">\($0.words)</a>" as HTML })
        """
    }
}
