/// The pages for changing and removing one unit.
enum UnitFormViews {
    struct Contents: Sendable {
        let unit: Unit
        /// The units below which it may be placed.
        let parents: UnitChoice
        var typedName: String
        /// Whether the form asks for the reader's password because it was last entered too long ago.
        var asksPassword: Bool
        var problem: (any Refusal)?
    }

    static func unit(_ contents: Contents, chrome: Chrome) -> HTML {
        let unit = contents.unit
        return Layout.page(
            unit.name, chrome: chrome, section: "/units", crumbs: crumbs(unit.name),
            head: "<p class=\"soft\">\(unit.fullName)</p>",
            content: """
                \(contents.problem.map { Component.errorSummary([(field: field(of: $0), sentence: $0.sentence)]) })
                <section class="stack" aria-labelledby="change-title">\
                <div class="section-head"><h2 id="change-title">改名或移動</h2></div>
                <p>人員、角色、測驗與下級單位都跟著這個單位走。以後匯入人員檔時，檔案裡要寫新的名稱，舊的名稱會被當成新單位。</p>
                <form class="form" method="post" action="/units/\(unit.id)">\(Layout.token(chrome))
                \(FieldViews.text(
                    "name", label: "單位名稱", value: contents.typedName, error: error("name", contents),
                    isRequired: true, attributes: "required maxlength=\"64\""))
                \(UnitFieldViews.field(
                    "parent", label: "上級單位", choice: contents.parents, error: error("parent", contents),
                    isRequired: true))
                \(when: contents.asksPassword, StaffViews.stepUpField("change", error: error("change-password", contents)))
                <p class="row"><button class="button">儲存</button>\
                <a class="button button-quiet" href="/units">返回</a></p></form></section>
                <section class="stack" aria-labelledby="removal-title">\
                <div class="section-head"><h2 id="removal-title">刪除</h2></div>
                <p>沒有在職同仁、角色、下級單位，也沒有測驗用到的單位才能刪除。</p>
                <p class="row"><a class="button button-quiet" href="/units/\(unit.id)/removal">刪除這個單位</a></p></section>
                """)
    }

    /// `obstacles`: the reasons why the unit cannot be removed, in words; empty when it can.
    static func removal(_ unit: Unit, obstacles: [String], chrome: Chrome) -> HTML {
        Layout.page(
            "刪除單位", chrome: chrome, section: "/units", crumbs: crumbs("刪除單位"),
            head: "<p class=\"soft\">\(unit.fullName)</p>",
            content: obstacles.isEmpty
                ? """
                <p>要刪除「\(unit.name)」嗎？曾在這個單位的離職同仁會改列上級單位，他們的紀錄都還在。刪除後不能復原；需要時可以再由人員檔建立。</p>
                <form method="post" action="/units/\(unit.id)/removal">\(Layout.token(chrome))\
                <p class="row"><button class="button button-danger">刪除單位</button>\
                <a class="button button-quiet" href="/units/\(unit.id)">返回</a></p></form>
                """
                : """
                \(Component.banner(.warn, "現在不能刪除「\(unit.name)」。", "請先處理下列各項，或改為改名、移動。"))
                <ul>\(each: obstacles, { "<li>\($0)</li>" })</ul>
                <p class="row"><a class="button button-quiet" href="/units/\(unit.id)">返回</a></p>
                """)
    }

    private static func crumbs(_ title: String) -> [Crumb] {
        [Crumb("首頁", "/"), Crumb("單位", "/units"), Crumb(title)]
    }

    private static func field(of problem: any Refusal) -> String {
        switch problem as? UnitRefusal {
        case .belowItself, .tooDeep, .losesPeople, .noSuchName, .severalOfName: "parent"
        case nil: "change-password"
        default: "name"
        }
    }

    private static func error(_ name: String, _ contents: Contents) -> String? {
        contents.problem.flatMap { field(of: $0) == name ? $0.sentence : nil }
    }
}
