/// The pages that keep typed text beyond the end of a session, so that it can be sent after signing in again.
enum ExpiredFormViews {
    static func signIn(_ expired: ExpiredForm, problem: String? = nil, chrome: Chrome) -> HTML {
        Layout.gate(
            "請重新登入", chrome: chrome,
            content: """
                <div class="page-head"><h1>請重新登入</h1></div>
                \(Component.banner(.warn, "您閒置太久，系統已登出。", "剛才填寫的內容都還在這一頁，登入後再按一次送出就好。"))
                \(problem.map { Component.banner(.fail, "沒有登入。", $0) })
                <form class="form" method="post" action="/session">
                <input type="hidden" name="resendTo" value="\(expired.address)">
                \(each: expired.fields, { "<input type=\"hidden\" name=\"resend.\($0.name)\" value=\"\($0.value)\">" })
                \(FieldViews.text("login", label: "帳號", attributes: "autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\" required"))
                \(FieldViews.text("password", label: "密碼", attributes: "autocomplete=\"current-password\" required", type: "password"))
                <button class="button button-wide">登入</button>
                </form>
                """)
    }

    /// The page after signing in: the same form, with the new session's token.
    static func sendAgain(_ expired: ExpiredForm, token: SessionToken, chrome: Chrome) -> HTML {
        sendAgain(
            expired, formToken: token.formToken,
            banner: Component.banner(.pass, "已重新登入。", "剛才填寫的內容還沒有送出，請按下面的按鈕。"), chrome: chrome)
    }

    /// The page for a form from before a sign-in in another window, which may have been by another person.
    static func sendAgain(_ stale: StaleForm, chrome: Chrome) -> HTML {
        sendAgain(
            stale.form, formToken: stale.visitor.formToken,
            banner: Component.banner(
                .warn, "還沒有送出。",
                "這一頁是先前登入時打開的，內容都還在。您現在以「\(stale.visitor.name)」登入；要用這個身分送出，請按下面的按鈕。"),
            chrome: chrome)
    }

    private static func sendAgain(
        _ expired: ExpiredForm, formToken: String, banner: HTML, chrome: Chrome
    ) -> HTML {
        Layout.gate(
            "送出剛才的內容", chrome: chrome,
            content: """
                <div class="page-head"><h1>送出剛才的內容</h1></div>
                \(banner)
                <form class="row" method="post" action="\(expired.address)">
                <input type="hidden" name="token" value="\(formToken)">
                \(each: expired.fields, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
                <button class="button">送出剛才的內容</button><a class="button button-quiet" href="/">不送，回首頁</a>
                </form>
                """)
    }
}
