enum AccountViews {
    struct Contents: Sendable {
        let unitName: String
        let position: String
        let grants: [GrantEntry]
        let sessions: [Session]
        let phoneExtension: String
        let minimumLength: Int
        var problem: (any Refusal)?
        var done: String?
    }

    static func account(_ contents: Contents, visitor: Visitor, chrome: Chrome) -> HTML {
        Layout.page(
            visitor.mustChangePassword ? "改成自己的密碼" : "帳號與密碼", chrome: chrome, section: "/account",
            crumbs: [Crumb("首頁", "/"), Crumb("帳號與密碼")],
            head: "<p class=\"soft\">\(visitor.name)　\(contents.unitName)　\(contents.position)</p>",
            content: """
                \(contents.problem.map {
                    Component.errorSummary([(field: field(of: $0), sentence: $0.sentence)], title: "密碼沒有變更")
                })
                \(Component.done(contents.done))
                \(when: visitor.mustChangePassword, mustChange)
                \(passwordForm(contents, chrome: chrome))
                \(when: !visitor.mustChangePassword, details(contents, visitor: visitor, chrome: chrome))
                """)
    }

    /// Asks for the password again before a sensitive action; `next` is the page to go to afterwards.
    static func confirmation(next: Address?, problem: (any Refusal)?, chrome: Chrome) -> HTML {
        Layout.page(
            "請再輸入一次密碼", chrome: chrome, section: "/account",
            crumbs: [Crumb("首頁", "/"), Crumb("請再輸入一次密碼")],
            content: """
                \(problem.map {
                    Component.errorSummary([(field: "confirmation-password", sentence: $0.sentence)], title: "還沒有繼續")
                })
                <p>這份資料含有個人成績，離開座位太久時要再確認一次是您本人。</p>
                <form class="form" method="post" action="/account/confirmation">\(Layout.token(chrome))
                \(next.map(destination))
                \(StaffViews.stepUpField("confirmation", error: problem?.sentence))
                <p class="row"><button class="button">繼續</button></p></form>
                """)
    }

    private static func destination(_ next: Address) -> HTML {
        "<input type=\"hidden\" name=\"next\" value=\"\(next)\">"
    }

    static func confirmed(next: Address?, chrome: Chrome) -> HTML {
        Layout.page(
            "密碼正確", chrome: chrome, section: "/account", crumbs: [Crumb("首頁", "/"), Crumb("密碼正確")],
            content: """
                \(Component.banner(.pass, "已確認是您本人。", "請按下面的按鈕，接著做剛才的事。"))
                <p class="row"><a class="button" href="\(next ?? "/")">繼續</a></p>
                """)
    }

    private static let mustChange = Component.banner(
        .warn, "您用的是一次性密碼。", "請先改成只有自己知道的密碼，才能使用其他功能。")

    private static func field(of problem: any Refusal) -> String {
        switch problem as? PasswordRefusal {
        case .wrongCurrent, nil: "current"
        case .unequal: "again"
        default: "new"
        }
    }

    private static func passwordForm(_ contents: Contents, chrome: Chrome) -> HTML {
        let field = contents.problem.map(field) ?? ""
        func error(_ name: String) -> String? { name == field ? contents.problem?.sentence : nil }
        return """
            <section class="stack" aria-labelledby="password-title">\
            <div class="section-head"><h2 id="password-title">變更密碼</h2></div>
            <form class="form" method="post" action="/account/password">\(Layout.token(chrome))
            <input type="hidden" name="username" value="\(chrome.visitor?.login)" autocomplete="username">
            \(FieldViews.text(
                "current", label: "目前的密碼", error: error("current"),
                attributes: "autocomplete=\"current-password\" required", type: "password"))
            \(FieldViews.text(
                "new", label: "新密碼",
                hint: "至少 \(contents.minimumLength) 個字元，文字不限；一句只有自己知道的話最好記。改了以後不會定期要求再改。",
                error: error("new"), attributes: "autocomplete=\"new-password\" required", type: "password"))
            \(FieldViews.text(
                "again", label: "再輸入一次新密碼", error: error("again"),
                attributes: "autocomplete=\"new-password\" required", type: "password"))
            <p class="row"><button class="button">變更密碼</button></p>
            </form></section>
            """
    }

    private static func details(_ contents: Contents, visitor: Visitor, chrome: Chrome) -> HTML {
        """
        <section class="stack" aria-labelledby="extension-title">\
        <div class="section-head"><h2 id="extension-title">分機</h2></div>
        <form class="form" method="post" action="/account/extension">\(Layout.token(chrome))
        \(FieldViews.text(
            "extension", label: "我的分機", value: contents.phoneExtension, hint: "印在您交給民眾的一次告知單上",
            attributes: "inputmode=\"tel\" maxlength=\"20\"", classes: "input input-short"))
        <p class="row"><button class="button button-quiet">儲存分機</button></p></form></section>
        <section class="stack" aria-labelledby="sessions-title">\
        <div class="section-head"><h2 id="sessions-title">登入中的裝置</h2></div>
        <div class="table-scroll"><table class="table table-stack">\
        <caption class="visually-hidden">登入中的裝置</caption>\
        <thead><tr><th scope="col">裝置</th><th scope="col">登入時間</th><th scope="col">最近使用</th>\
        <th scope="col">動作</th></tr></thead><tbody>
        \(each: contents.sessions, { session in
            """
            <tr><th scope="row">\(session.device.isEmpty ? "不明的瀏覽器" : session.device)\
            \(when: session.id == visitor.session, "（這一台）")</th>\
            <td data-label="登入時間">\(ROCDate.withTime(session.startedAt))</td>\
            <td data-label="最近使用">\(ROCDate.withTime(session.lastSeenAt))</td>\
            <td data-label="動作"><form method="post" action="/account/sessions/\(session.id)/end">\
            \(Layout.token(chrome))<button class="button button-quiet">登出這一台</button></form></td></tr>

            """
        })
        </tbody></table></div>
        <form method="post" action="/account/sessions/end">\(Layout.token(chrome))\
        <button class="button button-danger">登出所有裝置</button></form></section>
        <p><a href="/feeds">訂閱知識庫的新版條目</a></p>
        <section class="stack" aria-labelledby="roles-title">\
        <div class="section-head"><h2 id="roles-title">我的角色</h2></div>
        <ul><li>\(RoleTerms.name(of: .employee))　\(contents.unitName)</li>\
        \(each: contents.grants, { "<li>\(RoleTerms.name(of: $0.role))　\($0.unitName)</li>" })</ul></section>
        """
    }
}
