enum StaffViews {
    struct Contents: Sendable {
        let member: StaffMember
        let grants: [GrantEntry]
        /// The units at which the reader may revoke the person's roles.
        let revocable: Set<ID<Unit>>
        /// Units at which the reader may grant roles.
        let grantableUnits: UnitChoice
        let mayReset: Bool
        /// Whether the reader manages the staff of the person's unit.
        let mayChange: Bool
        let today: Day
        /// Whether the reader must enter their password to change anything; see `SessionRules.isConfirmed`.
        let asksPassword: Bool
        var problem: (any Refusal)?
        var chosenRole: Role?
        var done: String?
    }

    static func member(_ contents: Contents, chrome: Chrome) -> HTML {
        let employee = contents.member.employee
        return Layout.page(
            employee.name, chrome: chrome, section: "/staff",
            crumbs: [Crumb("首頁", "/"), Crumb("人員", "/staff"), Crumb(employee.name)],
            head: "<p class=\"soft\">\(contents.member.unitName)　\(employee.position)</p>",
            content: """
                \(contents.problem.map {
                    Component.errorSummary([(field: problemField(contents), sentence: $0.sentence)])
                })
                \(Component.done(contents.done))
                \(facts(contents))
                \(roles(contents, chrome: chrome))
                \(when: contents.mayReset, password(contents.member))
                """)
    }

    private static func facts(_ contents: Contents) -> HTML {
        let member = contents.member
        let employee = member.employee
        let change: HTML = """
            <p class="row"><a class="button button-quiet" href="/staff/\(employee.id)/change">變更資料</a></p>
            """
        return """
            <dl class="facts"><dt>員工編號</dt><dd>\(employee.staffNumber)</dd>
            <dt>單位</dt><dd>\(member.unitName)</dd><dt>職稱</dt><dd>\(employee.position)</dd>
            <dt>帳號</dt><dd>\(member.login ?? "（沒有）")</dd><dt>臨櫃</dt><dd>\(employee.servesCounter ? "是" : "否")</dd>
            <dt>到職日</dt><dd>\(employee.startsOn.map(ROCDate.long) ?? "未填")</dd>
            <dt>離職日</dt><dd>\(employee.endsOn.map(ROCDate.long) ?? "在職中")</dd>
            <dt>狀態</dt><dd>\(StaffListViews.state(member, today: contents.today))</dd></dl>
            \(when: contents.mayChange, change)
            """
    }

    private static func roles(_ contents: Contents, chrome: Chrome) -> HTML {
        """
        <section class="stack" aria-labelledby="roles-title">\
        <div class="section-head"><h2 id="roles-title">角色</h2></div>
        \(contents.grants.isEmpty ? "<p class=\"soft\">只有「同仁」：應試、看自己的成績。</p>" : grantTable(contents, chrome: chrome))
        \(when: !contents.grantableUnits.units.isEmpty, grantForm(contents, chrome: chrome))
        </section>
        """
    }

    private static func grantTable(_ contents: Contents, chrome: Chrome) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack">\
        <caption class="visually-hidden">已授予的角色</caption><thead><tr><th scope="col">角色</th>\
        <th scope="col">範圍</th><th scope="col">授予時間</th><th scope="col">動作</th></tr></thead><tbody>
        \(each: contents.grants, { grant in
            """
            <tr><th scope="row">\(RoleTerms.name(of: grant.role))</th><td data-label="範圍">\(grant.unitName)</td>\
            <td data-label="授予時間">\(ROCDate.withTime(grant.grantedAt))</td><td data-label="動作">\
            \(when: contents.revocable.contains(grant.unitID), revokeLink(grant))</td></tr>

            """
        })
        </tbody></table></div>
        """
    }

    private static func revokeLink(_ grant: GrantEntry) -> HTML {
        let address: Address = "/staff/\(grant.employee)/grants/\(segment: grant.role.rawValue)/\(grant.unitID)/end"
        return """
            <a href="\(address)">收回<span class="visually-hidden">\(RoleTerms.name(of: grant.role))</span></a>
            """
    }

    private static func grantForm(_ contents: Contents, chrome: Chrome) -> HTML {
        """
        <form class="form" method="post" action="/staff/\(contents.member.employee.id)/grants">\(Layout.token(chrome))
        <h3>授予角色</h3>
        \(FieldViews.select(
            "role", label: "角色",
            options: Policy.grantableRoles.map {
                FieldViews.Option(value: $0.rawValue, words: RoleTerms.name(of: $0))
            }, chosen: contents.chosenRole?.rawValue ?? "",
            error: contents.problem is StaffRefusal ? contents.problem?.sentence : nil))
        \(UnitFieldViews.field(
            "unit", label: "範圍", hint: "角色及於這個單位與其下所有單位", choice: contents.grantableUnits,
            error: contents.problem is UnitRefusal ? contents.problem?.sentence : nil))
        \(ownPassword(contents))
        <p class="row"><button class="button">授予角色</button></p></form>
        """
    }

    /// The way to the page that asks before a password is replaced.
    private static func password(_ member: StaffMember) -> HTML {
        let words = passwordWords(member)
        return """
            <section class="stack" aria-labelledby="reset-title">\
            <div class="section-head"><h2 id="reset-title">密碼</h2></div>
            <p class="row"><a class="button button-quiet" href="/staff/\(member.employee.id)/password">\(words)</a></p></section>
            """
    }

    private static func passwordWords(_ member: StaffMember) -> String { member.hasPassword ? "重設密碼" : "核發密碼" }

    /// Asks before a password is issued; what follows shows it this once.
    ///
    /// `issued`: how many times a password was issued for this person. The form sends this number back, so that
    /// submitting it twice does not replace the password just handed out.
    static func reset(
        of member: StaffMember, issued: Int, asksPassword: Bool, problem: (any Refusal)? = nil, chrome: Chrome
    ) -> HTML {
        let (name, words) = (member.employee.name, passwordWords(member))
        let page: Address = "/staff/\(member.employee.id)"
        let isOfForm = isOfForm(problem)
        return Layout.page(
            words, chrome: chrome, section: "/staff",
            crumbs: [Crumb("首頁", "/"), Crumb("人員", "/staff"), Crumb(name, page), Crumb(words)],
            head: "<p class=\"soft\">\(name)（\(member.employee.staffNumber)）　\(member.unitName)</p>",
            content: """
                \(problem.map { Component.errorSummary([(field: isOfForm ? "reset" : "reset-password", sentence: $0.sentence)]) })
                <p>要為 \(name) \(words)嗎？系統會產生一組 72 小時內有效的一次性密碼，只顯示這一次；\(name)登入後要改成自己的密碼。\
                \(when: member.hasPassword, "<strong>原來的密碼立即失效，所有裝置上的登入都會結束。</strong>")</p>
                <form class="form" id="reset" method="post" action="\(page)/password">\(Layout.token(chrome))
                <input type="hidden" name="issued" value="\(issued)">\
                \(when: asksPassword || (problem != nil && !isOfForm), stepUpField(
                    "reset", error: isOfForm ? nil : problem?.sentence))
                <p class="row"><button class="button \(when: member.hasPassword, "button-danger")">\(words)</button>\
                <a class="button button-quiet" href="\(page)">返回</a></p></form>
                """)
    }

    private static func ownPassword(_ contents: Contents) -> HTML {
        let isAtFault = contents.problem != nil && !isOfForm(contents.problem)
        guard isAtFault || contents.asksPassword else { return .empty }
        return stepUpField("grant", error: isAtFault ? contents.problem?.sentence : nil)
    }

    /// The name of the field to correct, to which the error summary links.
    private static func problemField(_ contents: Contents) -> String {
        if contents.problem is UnitRefusal { return "unit" }
        return contents.problem is StaffRefusal ? "role" : "grant-password"
    }

    /// Whether the problem is about the change itself and not about the reader's own password.
    private static func isOfForm(_ problem: (any Refusal)?) -> Bool {
        problem is StaffRefusal || problem is UnitRefusal
    }

    /// The field for the reader's own password, which confirms a sensitive action.
    static func stepUpField(_ form: String, error: String?) -> HTML {
        let id = "\(form)-password"
        return """
            <div class="field"><label for="\(id)">您自己的密碼</label>\
            <span class="hint" id="\(id)-hint">離上次輸入密碼已超過 \(SessionRules.confirmedMinutes) 分鐘，請確認是您本人</span>\
            <input class="input" id="\(id)" name="ownPassword" type="password" autocomplete="current-password" \
            aria-describedby="\(id)-hint\(when: error != nil, " \(id)-error")" \
            \(when: error != nil, "aria-invalid=\"true\" ")required>\
            \(FieldViews.error(id, error))</div>
            """
    }

    static func revocation(
        _ grant: GrantEntry, asksPassword: Bool, problem: (any Refusal)? = nil, chrome: Chrome
    ) -> HTML {
        let address: Address = "/staff/\(grant.employee)/grants/\(segment: grant.role.rawValue)/\(grant.unitID)/end"
        return Layout.page(
            "收回角色", chrome: chrome, section: "/staff",
            crumbs: [
                Crumb("首頁", "/"), Crumb("人員", "/staff"), Crumb(grant.name, "/staff/\(grant.employee)"), Crumb("收回角色"),
            ],
            content: """
                \(problem.map { Component.errorSummary([(field: "revoke-password", sentence: $0.sentence)]) })
                <p>要收回 \(grant.name) 在「\(grant.unitName)」的「\(RoleTerms.name(of: grant.role))」嗎？立即生效；需要時可以再授予。</p>
                <form class="form" method="post" action="\(address)">\(Layout.token(chrome))
                \(when: asksPassword, stepUpField("revoke", error: problem?.sentence))
                <p class="row"><button class="button button-danger">收回角色</button>\
                <a class="button button-quiet" href="/staff/\(grant.employee)">返回</a></p></form>
                """)
    }
}
