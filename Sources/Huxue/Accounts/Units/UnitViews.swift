enum UnitViews {
    struct Row: Sendable {
        let branch: UnitTree.Branch
        /// In service at the unit itself.
        let own: Int
        /// In service at the unit and all below it.
        let total: Int
        /// Whether the reader may rename, move or remove it.
        let mayChange: Bool
    }

    static func list(_ rows: [Row], done: String, chrome: Chrome) -> HTML {
        let hasActions = rows.contains(where: \.mayChange)
        return Layout.page(
            "單位", chrome: chrome, section: "/units", crumbs: [Crumb("首頁", "/"), Crumb("單位")],
            head: "<p class=\"soft\">單位由匯入人員檔時建立，之後可由系統管理者改名、移動或刪除；人數為今天在職的同仁。</p>",
            content: rows.isEmpty
                ? Component.empty(Icon.units, title: "還沒有單位", text: "匯入人員檔時，檔案裡的單位會一併建立。")
                : """
                \(when: !done.isEmpty, Component.banner(.pass, done))
                <h2 class="visually-hidden">單位一覽</h2><div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">單位</caption>\
                <thead><tr><th scope="col">單位</th><th scope="col" class="num">本單位人數</th>\
                <th scope="col" class="num">含下級單位</th>\(when: hasActions, "<th scope=\"col\">動作</th>")</tr></thead><tbody>
                \(each: rows, { row($0, hasActions: hasActions) })
                </tbody></table></div>
                """)
    }

    private static func row(_ row: Row, hasActions: Bool) -> HTML {
        let unit = row.branch.unit
        return """
            <tr><th scope="row">\(indent(row.branch.depth))<a href="\(staff(of: unit))">\(unit.name)</a></th>\
            <td class="num" data-label="本單位人數">\(row.own)</td>\
            <td class="num" data-label="含下級單位">\(row.total)</td>\
            \(when: hasActions, action(row))</tr>

            """
    }

    private static func action(_ row: Row) -> HTML {
        guard row.mayChange else { return "<td></td>" }
        let unit = row.branch.unit
        return """
            <td data-label="動作"><a href="/units/\(unit.id)">修改<span class="visually-hidden">\(unit.name)</span></a></td>
            """
    }

    private static func staff(of unit: Unit) -> Address {
        Address("/staff").with([("unit", unit.id.description)])
    }

    /// The options of a select, indented as the tree is.
    static func options(_ units: [Unit], chosen: ID<Unit>?) -> HTML {
        """
        \(each: UnitTree.ordered(units), { branch in
            """
            <option value="\(branch.unit.id)"\(when: branch.unit.id == chosen, " selected")>\
            \(indent(branch.depth))\(branch.unit.name)</option>
            """
        })
        """
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "　", count: depth) }
}
