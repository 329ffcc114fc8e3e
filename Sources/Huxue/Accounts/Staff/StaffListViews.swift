enum StaffListViews {
    static let pageSize = 50

    struct Contents: Sendable {
        let members: [StaffMember]
        let paging: Paging
        let filter: StaffFilter
        /// The units that the reader may see, and the one chosen in the filter, if any.
        let units: UnitChoice
        /// Why no unit was found for what was typed; nil when one was.
        let problem: UnitRefusal?
        let today: Day
        /// How many people in service have an account without a password.
        let waitingForPassword: Int
    }

    static func list(_ contents: Contents, done: String?, visitor: Visitor, chrome: Chrome) -> HTML {
        Layout.page(
            "人員", chrome: chrome, section: "/staff", crumbs: [Crumb("首頁", "/"), Crumb("人員")],
            content: """
                \(Component.done(done))
                \(actions(contents, visitor: visitor))
                \(filterForm(contents))
                <h2 class="visually-hidden">名冊</h2>
                \(contents.members.isEmpty ? empty(visitor) : table(contents))
                \(Component.pagination(contents.paging, noun: "人") { address(contents, page: $0) })
                """)
    }

    /// The address of the list with the same filter, on another page or in another order.
    private static func address(
        _ contents: Contents, page: Int = 1, order: StaffFilter.Order? = nil, to path: Address = "/staff"
    ) -> Address {
        let filter = contents.filter
        let isReversed = order == filter.order && !filter.descending
        return path.with([
            ("q", filter.search), ("unit", contents.units.chosen?.id.description ?? ""),
            ("presence", filter.presence == .inService ? "" : filter.presence.rawValue),
            ("sort", (order ?? filter.order) == .unit ? "" : (order ?? filter.order).rawValue),
            ("descending", (order == nil ? filter.descending : isReversed) ? "1" : ""),
            ("page", page > 1 ? String(page) : ""),
        ])
    }

    private static func actions(_ contents: Contents, visitor: Visitor) -> HTML {
        """
        <p class="row">\
        \(when: visitor.may(.manageStaff), adding)\
        \(when: visitor.may(.resetPasswords) && contents.waitingForPassword > 0, """
            <a class="button button-quiet" href="/staff/passwords">核發密碼（\(contents.waitingForPassword) 人還沒有密碼）</a>
            """)\
        <a class="button button-quiet" href="\(address(contents, to: "/staff/export"))">\(Icon.download)匯出 CSV</a></p>
        """
    }

    private static let adding: HTML = """
        <a class="button" href="/staff/new">新增同仁</a><a class="button button-quiet" href="/staff/import">匯入人員</a>
        """

    private static func filterForm(_ contents: Contents) -> HTML {
        let presences: [(StaffFilter.Presence, String)] = [(.inService, "在職"), (.left, "不在職"), (.all, "全部")]
        return """
            <form class="row" method="get" action="/staff" role="search">
            \(FieldViews.text(
                "q", label: "搜尋", value: contents.filter.search,
                attributes: "placeholder=\"姓名、員工編號、職稱、帳號\"", type: "search"))
            \(UnitFieldViews.field(
                "unit", label: "單位", choice: contents.units, all: "全部單位", error: contents.problem?.sentence))
            \(FieldViews.select(
                "presence", label: "在職",
                options: presences.map { FieldViews.Option(value: $0.rawValue, words: $1) },
                chosen: contents.filter.presence.rawValue))
            <button class="button button-quiet">篩選</button></form>
            """
    }

    private static func table(_ contents: Contents) -> HTML {
        let columns: [(StaffFilter.Order, String)] = [
            (.name, "姓名"), (.staffNumber, "員工編號"), (.unit, "單位"), (.position, "職稱"), (.login, "帳號"),
        ]
        return """
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">人員</caption>\
            <thead><tr>\(each: columns, { heading($0.0, $0.1, contents) })\
            <th scope="col">臨櫃</th><th scope="col">狀態</th></tr></thead><tbody>
            \(each: contents.members, { row($0, today: contents.today) })
            </tbody></table></div>
            """
    }

    private static func heading(_ order: StaffFilter.Order, _ words: String, _ contents: Contents) -> HTML {
        let isChosen = order == contents.filter.order
        let icon = !isChosen ? Icon.unsorted : contents.filter.descending ? Icon.descending : Icon.ascending
        let direction: HTML =
            !isChosen
            ? "" : contents.filter.descending ? " aria-sort=\"descending\"" : " aria-sort=\"ascending\""
        return """
            <th scope="col"\(direction)><a class="sort" href="\(address(contents, order: order))">\(words)\(icon)</a></th>
            """
    }

    private static func row(_ member: StaffMember, today: Day) -> HTML {
        let employee = member.employee
        return """
            <tr><th scope="row"><a href="/staff/\(employee.id)">\(employee.name)</a></th>\
            <td data-label="員工編號">\(employee.staffNumber)</td><td class="wide" data-label="單位">\(member.unitName)</td>\
            <td data-label="職稱">\(employee.position)</td><td data-label="帳號">\(member.login)</td>\
            <td data-label="臨櫃">\(employee.servesCounter ? "是" : "否")</td>\
            <td class="wide" data-label="狀態">\(state(member, today: today))</td></tr>

            """
    }

    static func state(_ member: StaffMember, today: Day) -> HTML {
        let employee = member.employee
        if let start = employee.startsOn, today < start { return "\(ROCDate.plain(start)) 到職" }
        if let end = employee.endsOn, end < today { return "\(ROCDate.plain(end)) 離職" }
        if member.account == nil { return "在職，沒有帳號" }
        if !member.hasPassword { return "在職，還沒有密碼" }
        return member.passwordIsIssued ? "在職，還沒改密碼" : "在職"
    }

    private static func empty(_ visitor: Visitor) -> HTML {
        Component.empty(
            Icon.people, title: "沒有符合的人員", text: "換個條件再找；若還沒有人員，請先匯入人員檔。",
            action: visitor.may(.manageStaff) ? "<a class=\"button button-quiet\" href=\"/staff/import\">匯入人員</a>" : "")
    }
}
