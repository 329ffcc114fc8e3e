/// The pages that people see when a request was refused or failed.
enum RefusalViews {
    static func refusal(_ refusal: any Refusal, chrome: Chrome) -> HTML {
        frame(
            title(refusal.kind), chrome: chrome,
            content: """
                \(Component.banner(.warn, "", refusal.sentence))
                <p class="row"><a class="button" href="/">回首頁</a></p>
                """)
    }

    static func fault(mark: String, chrome: Chrome) -> HTML {
        frame(
            "系統發生問題", chrome: chrome,
            content: """
                \(Component.banner(.fail, "這次沒有完成。", "已儲存的資料都還在。請稍後再試；若再發生，請把代碼 \(mark) 告訴系統管理者。"))
                <p class="row"><a class="button" href="/">回首頁</a></p>
                """)
    }

    /// A page with the menu for people who are signed in, and a single card for others.
    private static func frame(_ title: String, chrome: Chrome, content: HTML) -> HTML {
        guard chrome.visitor == nil else {
            return Layout.page(title, chrome: chrome, section: "/none", content: content)
        }
        return Layout.gate(
            title, chrome: chrome, content: "<div class=\"page-head\"><h1>\(title)</h1></div>\(content)")
    }

    private static func title(_ kind: RefusalKind) -> String {
        switch kind {
        case .signedOut: "請先登入"
        case .forbidden: "沒有權限"
        case .missing: "找不到頁面"
        case .conflict: "現在不能這樣做"
        case .tooLarge: "內容太大"
        case .invalid: "內容需要修正"
        case .tooMany: "請稍候"
        case .unavailable: "系統忙碌"
        }
    }
}
