enum UnitPages {
    struct Row: Sendable {
        let branch: UnitTree.Branch
        /// In service at the unit itself.
        let own: Int
        /// In service at the unit and all below it.
        let total: Int
    }

    static func list(_ rows: [Row], chrome: Chrome) -> HTML {
        Layout.page(
            "單位", chrome: chrome, section: "/units", crumbs: [Crumb("首頁", "/"), Crumb("單位")],
            head: "<p class=\"soft\">單位由匯入人員檔時建立；人數為今天在職的同仁。</p>",
            content: rows.isEmpty
                ? Component.empty(Icon.units, title: "還沒有單位", text: "匯入人員檔時，檔案裡的單位會一併建立。")
                : """
                <h2 class="visually-hidden">單位一覽</h2><div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">單位</caption>\
                <thead><tr><th scope="col">單位</th><th scope="col" class="num">本單位人數</th>\
                <th scope="col" class="num">含下級單位</th></tr></thead><tbody>
                \(each: rows, row)
                </tbody></table></div>
                """)
    }

    private static func row(_ row: Row) -> HTML {
        let unit = row.branch.unit
        return """
            <tr><th scope="row">\(indent(row.branch.depth))<a href="\(staff(of: unit))">\(unit.name)</a></th>\
            <td class="num" data-label="本單位人數">\(row.own)</td>\
            <td class="num" data-label="含下級單位">\(row.total)</td></tr>

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
