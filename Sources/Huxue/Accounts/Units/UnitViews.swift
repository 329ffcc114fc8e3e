enum UnitViews {
    static let pageSize = 100

    struct Row: Sendable {
        let figures: UnitFigures
        /// Whether the reader may rename, move or remove it.
        let mayChange: Bool
    }

    /// One level of the tree: a unit and those directly below it.
    struct Level: Sendable {
        /// The units above it that the reader may see, from the top down.
        let trail: [Unit]
        /// Nil when the reader's own units are listed side by side.
        let opened: Row?
        let rows: [Row]
        let paging: Paging
    }

    static func list(_ level: Level, done: String?, chrome: Chrome) -> HTML {
        let rows = [level.opened].compactMap { $0 } + level.rows
        return Layout.page(
            level.trail.isEmpty ? "單位" : level.opened?.figures.unit.name ?? "單位", chrome: chrome, section: "/units",
            crumbs: crumbs(level),
            head: "<p class=\"soft\">單位由匯入人員檔時建立，之後可由系統管理者改名、移動或刪除；人數為今天在職的同仁。</p>",
            content: rows.isEmpty
                ? Component.empty(Icon.units, title: "還沒有單位", text: "匯入人員檔時，檔案裡的單位會一併建立。")
                : """
                \(Component.done(done))
                \(table(level, rows))
                \(Component.pagination(level.paging, noun: "個下級單位") { page in
                    open(level.opened?.figures.unit, page: page)
                })
                """)
    }

    private static func crumbs(_ level: Level) -> [Crumb] {
        guard !level.trail.isEmpty, let opened = level.opened?.figures.unit else {
            return [Crumb("首頁", "/"), Crumb("單位")]
        }
        return [Crumb("首頁", "/"), Crumb("單位", "/units")] + level.trail.map { Crumb($0.name, open($0)) }
            + [Crumb(opened.name)]
    }

    private static func open(_ unit: Unit?, page: Int = 1) -> Address {
        Address("/units").with([
            ("unit", unit?.id.description ?? ""), ("page", page > 1 ? String(page) : ""),
        ])
    }

    private static func table(_ level: Level, _ rows: [Row]) -> HTML {
        let hasActions = rows.contains(where: \.mayChange)
        return """
            <h2 class="visually-hidden">單位一覽</h2><div class="table-scroll"><table class="table table-stack">\
            <caption class="visually-hidden">單位</caption>\
            <thead><tr><th scope="col">單位</th><th scope="col" class="num">本單位人數</th>\
            <th scope="col" class="num">含下級單位</th><th scope="col">下級單位</th>\
            \(when: hasActions, "<th scope=\"col\">動作</th>")</tr></thead><tbody>
            \(level.opened.map { row($0, depth: 0, isOpened: true, hasActions: hasActions) })\
            \(each: level.rows, { row($0, depth: level.opened == nil ? 0 : 1, isOpened: false, hasActions: hasActions) })
            </tbody></table></div>
            """
    }

    private static func row(_ row: Row, depth: Int, isOpened: Bool, hasActions: Bool) -> HTML {
        let (unit, below) = (row.figures.unit, row.figures.below)
        return """
            <tr><th scope="row">\(when: depth > 0, "　")<a href="\(staff(of: unit))">\(unit.name)</a></th>\
            <td class="num" data-label="本單位人數">\(row.figures.own)</td>\
            <td class="num" data-label="含下級單位">\(row.figures.total)</td>\
            <td data-label="下級單位">\(isOpened || below == 0 ? "\(below) 個" : openLink(unit, below))</td>\
            \(when: hasActions, action(row))</tr>

            """
    }

    private static func openLink(_ unit: Unit, _ below: Int) -> HTML {
        """
        <a href="\(open(unit))">看 \(below) 個<span class="visually-hidden">\(unit.name)的下級單位</span></a>
        """
    }

    private static func action(_ row: Row) -> HTML {
        guard row.mayChange else { return "<td></td>" }
        let unit = row.figures.unit
        return """
            <td data-label="動作"><a href="/units/\(unit.id)">修改<span class="visually-hidden">\(unit.name)</span></a></td>
            """
    }

    private static func staff(of unit: Unit) -> Address {
        Address("/staff").with([("unit", unit.id.description)])
    }
}
