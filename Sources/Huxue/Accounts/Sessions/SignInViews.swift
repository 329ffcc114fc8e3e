enum SignInViews {
    /// `login`: what was typed before.
    ///
    /// `next`: where to go afterwards.
    /// `problem`: why the sign-in was refused; nil before the first attempt.
    static func form(login: String = "", next: Address?, problem: String? = nil, chrome: Chrome) -> HTML {
        Layout.gate(
            "登入", chrome: chrome,
            content: """
                \(problem.map { Component.errorSummary([(field: "login", sentence: $0)], title: "沒有登入") })
                <div class="page-head"><h1>登入</h1><p>法令測驗、題庫與學習紀錄。限本機關同仁使用。</p></div>
                <form class="form" method="post" action="/session">
                \(next.map(destination))
                <div class="field"><label for="login">帳號</label><span class="hint" id="login-hint">不分大小寫</span>\
                <input class="input" id="login" name="login" value="\(login)" autocomplete="username" \
                autocapitalize="none" spellcheck="false" aria-describedby="login-hint" required></div>
                <div class="field"><label for="password">密碼</label>\
                <input class="input" id="password" name="password" type="password" autocomplete="current-password" \
                required></div>
                <button class="button button-wide">登入</button>
                </form>
                <p class="soft">第一次登入請用系統管理者核發的一次性密碼，登入後改成自己的密碼。忘記密碼請洽系統管理者。</p>
                <p class="soft">不用登入：<a href="/public">辦理程序與常見問答</a></p>
                """)
    }

    private static func destination(_ next: Address) -> HTML {
        "<input type=\"hidden\" name=\"next\" value=\"\(next)\">"
    }
}
