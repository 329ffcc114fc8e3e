enum PasswordSlipViews {
    /// The form that asks for the unit whose people are to get passwords.
    ///
    /// `waiting`: how many people have no password yet.
    static func form(
        units: UnitChoice, waiting: Int, asksPassword: Bool, problem: (any Refusal)? = nil, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "核發密碼", chrome: chrome, section: "/staff",
            crumbs: [Crumb("首頁", "/"), Crumb("人員", "/staff"), Crumb("核發密碼")],
            content: waiting == 0
                ? Component.empty(
                    Icon.people, title: "每位在職同仁都有密碼", text: "要換發某一位的密碼，請到那位同仁的頁面重設。",
                    action: "<a class=\"button button-quiet\" href=\"/staff\">看人員名冊</a>")
                : """
                \(problem.map { Component.errorSummary([(field: $0 is UnitRefusal ? "unit" : "issue-password", sentence: $0.sentence)]) })
                <p>有 \(waiting) 位在職同仁還沒有密碼。系統會為選定單位的這些同仁各產生一組 72 小時內有效的一次性密碼，\
                只顯示這一次。請個別交給本人，交付後銷毀名單。</p>
                <form class="form" method="post" action="/staff/passwords">\(Layout.token(chrome))
                \(UnitFieldViews.field(
                    "unit", label: "單位", choice: units, error: problem is UnitRefusal ? problem?.sentence : nil))
                \(when: asksPassword, StaffViews.stepUpField(
                    "issue", error: problem is UnitRefusal ? nil : problem?.sentence))
                <p class="row"><button class="button" name="format" value="page">核發並列印</button>\
                <button class="button button-quiet" name="format" value="csv">核發並下載 CSV</button></p></form>
                """)
    }

    /// The page with the issued passwords, which are shown this once and never again.
    ///
    /// `leftOut`: the people who got no password, and why.
    static func slips(
        _ slips: [PasswordSlip], leftOut: [(slip: PasswordSlip, reason: String)] = [], chrome: Chrome
    ) -> HTML {
        Layout.page(
            "一次性密碼", chrome: chrome, section: "/staff",
            crumbs: [Crumb("首頁", "/"), Crumb("人員", "/staff"), Crumb("一次性密碼")],
            content: """
                \(when: !leftOut.isEmpty, Self.leftOut(leftOut))
                \(when: slips.isEmpty && leftOut.isEmpty, "<p>這個單位的同仁都已經有密碼，沒有再核發。</p>")
                \(when: !slips.isEmpty, Self.table(slips))
                <p class="row no-print">\(when: !slips.isEmpty, printButton)\
                <a class="button button-quiet" href="/staff">回人員名冊</a></p>
                """)
    }

    private static let printButton: HTML = """
        <button class="button" type="button" data-print hidden>\(Icon.print)列印</button>
        """

    private static func leftOut(_ people: [(slip: PasswordSlip, reason: String)]) -> HTML {
        """
        <div class="no-print">\(Component.banner(.warn, AccountTerms.slipsLeftOut(people.count)))
        <ul>\(each: people, { "<li>\($0.slip.name)（\($0.slip.login)）：\($0.reason)。</li>" })</ul></div>
        """
    }

    private static func table(_ slips: [PasswordSlip]) -> HTML {
        """
        <div class="no-print">\(Component.banner(
            .warn, "離開這一頁就看不到了。", "請現在抄下或列印，個別交給本人；72 小時內有效，登入後要改成自己的密碼。"))</div>
        <div class="table-scroll"><table class="table table-stack slips">\
        <caption class="visually-hidden">一次性密碼</caption><thead><tr><th scope="col">姓名</th>\
        <th scope="col">單位</th><th scope="col">帳號</th><th scope="col">一次性密碼</th></tr></thead><tbody>
        \(each: slips, { slip in
            """
            <tr><th scope="row">\(slip.name)</th><td data-label="單位">\(slip.unitName)</td>\
            <td data-label="帳號">\(slip.login)</td>\
            <td data-label="一次性密碼"><code>\(slip.password)</code></td>\
            <td class="paper-only">72 小時內有效，登入後要改成自己的密碼；請勿給別人看。</td></tr>

            """
        })
        </tbody></table></div>
        """
    }
}
