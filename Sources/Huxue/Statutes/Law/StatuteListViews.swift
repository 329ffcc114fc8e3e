/// 法規: the list of those that the office keeps.
enum StatuteListViews {
    struct Listing: Sendable {
        let statutes: [StatuteSummary]
        let query: StatuteQuery
        /// How many the office keeps in all.
        let total: Int
        let data: StatuteDataVersion?
        let mayImport: Bool
    }

    static let limit = 200

    static func list(_ listing: Listing, chrome: Chrome) -> HTML {
        Layout.page(
            "法規", chrome: chrome, section: "/statutes", crumbs: [Crumb("首頁", "/"), Crumb("法規")],
            head: "<p>條文、沿革與新舊對照。<span class=\"soft\">\(listing.data.map(words))</span></p>",
            content: listing.total == 0 ? none(listing) : table(listing))
    }

    static func words(of data: StatuteDataVersion) -> String {
        let published = data.published.map { "資料版本：\(ROCDate.long($0))，" } ?? ""
        return "\(published)\(ROCDate.withTime(data.importedAt)) 匯入。"
    }

    private static func none(_ listing: Listing) -> HTML {
        let next =
            listing.mayImport
            ? "由全國法規資料庫（law.moj.gov.tw）下載中央法規的 JSON 檔，就可以匯入。" : "由知識庫管理或系統管理者匯入之後，這裡就有條文與沿革。"
        let empty = Component.empty(
            Icon.law, title: "還沒有匯入法規", text: "\(next)在那之前，引用的條文會連到全國法規資料庫的公開網頁。",
            action: listing.mayImport ? "<p><a class=\"button\" href=\"/statutes/import\">匯入法規</a></p>" : .empty)
        return
            "<section aria-labelledby=\"list\"><h2 class=\"visually-hidden\" id=\"list\">收錄的法規</h2>\(empty)</section>"
    }

    private static func table(_ listing: Listing) -> HTML {
        let search = listing.query.search
        return """
            <div class="row row-spread"><form class="row" method="get" action="/statutes" role="search" aria-label="找法規">
            <label class="visually-hidden" for="q">法規名稱</label><input class="input input-auto" id="q" name="q" value="\(search)" placeholder="名稱、簡稱或舊名稱">\
            \(when: listing.query.state != nil, "<input type=\"hidden\" name=\"state\" value=\"\(listing.query.state?.rawValue)\">")
            <button class="button button-quiet">尋找</button></form>\
            \(when: listing.mayImport, "<a class=\"button button-quiet\" href=\"/statutes/import\">匯入法規</a>")</div>
            <nav class="chips" aria-label="篩選">\(chip("全部", nil, listing.query))\(chip("現行", .inForce, listing.query))\
            \(chip("已廢止", .repealed, listing.query))</nav>
            \(listing.statutes.isEmpty ? nothing(listing.query) : rows(listing))
            <p class="soft">\(when: listing.statutes.count == limit, "只列前 \(limit) 部，請輸入名稱縮小範圍。")本系統收錄 \(listing.total) 部法規。</p>
            """
    }

    private static func chip(_ word: String, _ state: StatuteQuery.State?, _ query: StatuteQuery) -> HTML {
        let address = Address("/statutes").with([("q", query.search), ("state", state?.rawValue ?? "")])
        return "<a href=\"\(address)\"\(when: state == query.state, " aria-current=\"true\"")>\(word)</a>"
    }

    private static func nothing(_ query: StatuteQuery) -> HTML {
        let words = query.search.isEmpty ? "沒有這樣的法規。" : "沒有名稱、簡稱或舊名稱含「\(query.search)」的法規。"
        return "<p>\(words)<a href=\"/statutes\">看全部</a></p>"
    }

    private static func rows(_ listing: Listing) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">法規</caption>
        <thead><tr><th scope="col">名稱</th><th scope="col">位階</th><th scope="col">最近修正</th><th scope="col" class="num">條數</th></tr></thead>
        <tbody>\(each: listing.statutes, { row($0) })</tbody></table></div>
        """
    }

    private static func row(_ statute: StatuteSummary) -> HTML {
        """
        <tr><th scope="row"><a href="\(StatuteAddress.statute(statute.pcode))">\(statute.name)</a>\
        \(when: statute.isRepealed, " \(Component.badge(.fail, "已廢止"))")\
        \(when: statute.missingSince != nil, " \(Component.badge(.warn, "新檔案裡沒有"))")</th>\
        <td data-label="位階">\(statute.level)</td><td data-label="最近修正">\(statute.modified.map(ROCDate.plain))</td>\
        <td class="num" data-label="條數">\(statute.articles)</td></tr>

        """
    }
}
