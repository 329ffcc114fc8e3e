/// 匯入法規: how far a file has come, and what became of it.
enum StatuteProgressViews {
    /// `total`: nil while nobody knows how many statutes there are.
    static func state(
        of upload: StatuteUpload, done: Int, total: Int?, amended: [StatuteUpload.Amended], chrome: Chrome
    ) -> HTML {
        Layout.page(
            "匯入法規", chrome: chrome, section: "/statutes", crumbs: StatuteImportViews.crumbs,
            head: "<p class=\"soft\">\(upload.fileName)</p>", refreshes: upload.state.isUnderWay,
            content: """
                <div class="stack stack-wide"\(when: upload.state.isUnderWay, " data-progress")>\
                \(content(upload, done: done, total: total, amended: amended, chrome))</div>
                """)
    }

    private static func content(
        _ upload: StatuteUpload, done: Int, total: Int?, amended: [StatuteUpload.Amended], _ chrome: Chrome
    ) -> HTML {
        switch upload.state {
        case .checking:
            return """
                \(Component.banner(.info, "正在檢查檔案，法規還沒有變動。", "讀完之後，這裡會列出會改變什麼。離開這一頁不會中斷。"))
                \(bar("已讀", done, of: nil))
                """
        case .running:
            return """
                \(Component.banner(.info, "正在匯入。", "離開這一頁不會中斷；同仁作答與查閱不受影響。"))
                \(bar("已寫入", done, of: total))
                """
        case .done: return finished(upload, amended, chrome)
        case .refused:
            return "\(Component.banner(.fail, "這個檔案不能匯入，法規沒有變動。", upload.problem))\(again)"
        case .failed:
            return "\(Component.banner(.fail, "匯入沒有完成。", upload.problem))\(again)"
        case .interrupted where upload.startedAt != nil:
            return """
                \(Component.banner(.warn, "伺服器在匯入途中重新啟動，匯入中斷了。", "已經寫入的法規都還在。請再匯入同一個檔案一次，會接著做完。"))\(again)
                """
        case .ready, .interrupted:
            return """
                \(Component.banner(.warn, "檔案不在了，法規沒有變動。", "檔案只留到匯入、一天之後或伺服器重新啟動為止。請重新選擇檔案。"))\(again)
                """
        case .replaced:
            return "\(Component.banner(.info, "後來又選了另一個檔案，這個檔案沒有匯入。"))\(again)"
        }
    }

    private static let again: HTML =
        "<p class=\"row\"><a class=\"button\" href=\"/statutes/import\">重新選擇檔案</a></p>"

    private static func bar(_ word: String, _ done: Int, of total: Int?) -> HTML {
        guard let total, total > 0 else {
            return
                "<p class=\"row\" role=\"status\"><progress aria-label=\"\(word)\"></progress><span>\(word) \(done) 部</span></p>"
        }
        return """
            <p class="row" role="status"><progress value="\(min(done, total))" max="\(total)" aria-label="\(word)"></progress>\
            <span>\(word) \(done)／\(total) 部</span></p>
            """
    }

    private static func finished(_ upload: StatuteUpload, _ amended: [StatuteUpload.Amended], _ chrome: Chrome) -> HTML
    {
        guard let outcome = upload.outcome else { return .empty }
        let mayLook = chrome.visitor.map { $0.may(.browseQuestions) || $0.may(.editPages) } ?? false
        return """
            \(Component.done("匯入完成。"))
            \(StatutePreviewViews.tiles(
                added: outcome.added, amended: outcome.amended, regrouped: outcome.regrouped, same: outcome.same,
                older: outcome.older))
            <p>\(outcome.flags > 0 ? "\(outcome.flags) 處引用受到影響，列為待複核；引用的部分修正了的試題，複核之前不會抽進新的測驗。" : "沒有新的試題或條目需要複核。")</p>
            \(comparisons("amended", "修正的法規", amended.filter { !$0.isRegroupedOnly }))
            \(comparisons("regrouped", "只調整項次的法規", amended.filter(\.isRegroupedOnly)))
            <p class="row">\(when: mayLook && outcome.flags > 0, "<a class=\"button\" href=\"/amendments\">看待複核的項目</a>")\
            <a class="button button-quiet" href="/statutes">看法規</a>\
            <a class="button button-quiet" href="/statutes/import">再匯入一個檔案</a></p>
            """
    }

    private static func comparisons(
        _ id: StaticString, _ title: String, _ amended: [StatuteUpload.Amended]
    ) -> HTML {
        guard !amended.isEmpty else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="\(id.description)"><h2 id="\(id.description)">\(title)</h2><ul class="link-list">\
            \(each: amended, { "<li><a href=\"\($0.comparison)\">\($0.name)</a><span class=\"soft\">新舊條文對照</span></li>" })</ul></section>
            """
    }
}
