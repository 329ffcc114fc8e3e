/// 匯入法規: where the ministry's file comes from, sending it, and what became of earlier ones.
enum StatuteImportViews {
    struct Form: Sendable {
        let latest: [StatuteUpload]
        let data: StatuteDataVersion?
        /// The name of the demo's amendment while it waits.
        let sample: String?
        /// What was chosen.
        let followedOnly: Bool
    }

    static let crumbs = [Crumb("首頁", "/"), Crumb("法規", "/statutes"), Crumb("匯入法規")]

    static func form(_ form: Form, problem: (any Refusal)?, chrome: Chrome) -> HTML {
        Layout.page(
            "匯入法規", chrome: chrome, section: "/statutes", crumbs: crumbs, head: head(form.data),
            content: """
                \(problem.map { Component.errorSummary([(field: "file", sentence: $0.sentence)], title: "沒有匯入，法規沒有變動") })
                \(form.sample.map { sample($0, chrome) })
                \(source)
                \(upload(form, hasProblem: problem != nil, chrome))
                \(when: !form.latest.isEmpty, latest(form.latest, chrome))
                """)
    }

    static func head(_ data: StatuteDataVersion?) -> HTML {
        guard let data else { return "<p class=\"soft\">還沒有匯入過法規。</p>" }
        return "<p class=\"soft\">\(StatuteListViews.words(of: data))</p>"
    }

    private static func sample(_ name: String, _ chrome: Chrome) -> HTML {
        """
        <section class="card stack" aria-labelledby="sample"><h2 id="sample">示範：有一部法規修正了</h2>
        <p>\(name)等著匯入。先看會改變什麼、哪些試題與條目要複核，確認後才匯入。</p>
        <form method="post" action="/statutes/import/sample">\(Layout.token(chrome))\
        <p class="row"><button class="button">預覽範例修正案</button></p></form></section>
        """
    }

    private static let source: HTML = """
        <section class="stack-tight" aria-labelledby="source"><h2 id="source">檔案從哪裡來</h2>
        <p>法務部的<a href="https://law.moj.gov.tw/" rel="noopener noreferrer">全國法規資料庫</a>（law.moj.gov.tw）以開放資料提供中央法規的全文，格式是 JSON。\
        請在能上網的電腦下載這兩個檔案，再分別匯入：</p>
        <ul class="link-list">
        <li><span><a href="https://law.moj.gov.tw/api/Ch/Law/JSON" rel="noopener noreferrer">法律</a>（/api/Ch/Law/JSON）</span></li>
        <li><span><a href="https://law.moj.gov.tw/api/Ch/Order/JSON" rel="noopener noreferrer">命令</a>（/api/Ch/Order/JSON），施行細則、辦法、標準都在這裡</span></li></ul>
        <p class="soft">下載的 ZIP 檔可以直接匯入，不必解壓縮。本系統不會自行連線到外面。</p></section>
        """

    private static func upload(_ form: Form, hasProblem: Bool, _ chrome: Chrome) -> HTML {
        """
        <section class="stack" aria-labelledby="send"><h2 id="send">選擇檔案</h2>
        <form class="form" method="post" action="/statutes/import" enctype="multipart/form-data" data-upload>\
        \(Layout.token(chrome))
        <fieldset class="stack-tight"><legend class="label">要收的法規</legend>
        \(choice("followed", "只收本機關用到的法規（建議）", "戶政業務引用得到的法規，以及已經收錄的法規。", isChosen: form.followedOnly))
        \(choice("all", "檔案裡的全部法規", "全國一萬多部，第一次匯入需要幾分鐘。", isChosen: !form.followedOnly))</fieldset>
        <div class="field"><label for="file">法規檔（JSON 或 ZIP）</label>\
        <span class="hint" id="file-hint">200 MB 以內。匯入前會先讓您看會改變什麼。</span>\
        <input class="input" id="file" name="file" type="file" accept=".json,.zip,application/json,application/zip" \
        data-limit="209715200" aria-describedby="file-hint"\(when: hasProblem, " aria-invalid=\"true\"") required></div>
        <p class="row"><button class="button">檢查檔案</button></p>\
        <p class="soft" role="status" data-sending hidden>正在傳送檔案，請不要關閉這一頁。</p></form></section>
        """
    }

    private static func choice(_ value: StaticString, _ words: String, _ hint: String, isChosen: Bool) -> HTML {
        """
        <label class="check"><input type="radio" name="scope" value="\(value.description)"\(when: isChosen, " checked")>\
        <span>\(words)<br><span class="soft">\(hint)</span></span></label>
        """
    }

    private static func latest(_ uploads: [StatuteUpload], _ chrome: Chrome) -> HTML {
        """
        <section class="stack" aria-labelledby="latest"><h2 id="latest">最近的匯入</h2>
        <div class="table-scroll"><table class="table table-stack">
        <thead><tr><th scope="col">檔案</th><th scope="col">時間</th><th scope="col">帳號</th><th scope="col">結果</th></tr></thead>
        <tbody>\(each: uploads, { row($0, chrome) })</tbody></table></div></section>
        """
    }

    private static func row(_ upload: StatuteUpload, _ chrome: Chrome) -> HTML {
        let isOwn = upload.account == chrome.visitor?.account
        let name: HTML =
            isOwn ? "<a href=\"/statutes/import/\(upload.id)\">\(upload.fileName)</a>" : "\(upload.fileName)"
        return """
            <tr><th scope="row">\(name)</th><td data-label="時間">\(ROCDate.withTime(upload.sentAt))</td>\
            <td data-label="帳號">\(upload.by)</td><td data-label="結果">\(StatuteTerms.name(of: upload.state))\
            \(upload.outcome.map { "：\(StatuteTerms.words(of: $0))" })</td></tr>

            """
    }
}
