/// 訂閱: one's own feed addresses; and what feeds say.
enum FeedViews {
    struct Contents: Sendable {
        /// When the present address was made; nil for none.
        let madeAt: Moment?
        /// Shown once, right after it was made: the server keeps no copy.
        var made: String?
        let subjects: [String]
    }

    static func feeds(_ contents: Contents, chrome: Chrome) -> HTML {
        Layout.page(
            "訂閱知識庫", chrome: chrome, section: "/account",
            crumbs: [Crumb("首頁", "/"), Crumb("帳號與密碼", "/account"), Crumb("訂閱知識庫")],
            head: "<p>以新聞閱讀軟體（Atom）訂閱，條目一有新版就會出現。</p>",
            content: """
                \(contents.made.map { made($0, contents) })
                \(status(contents, chrome: chrome))
                """)
    }

    private static func made(_ address: String, _ contents: Contents) -> HTML {
        """
        \(Component.banner(.pass, "訂閱網址好了，請現在複製。", "離開這一頁就看不到了；忘了可以再產生一次。"))
        <div class="field"><label for="address">訂閱網址</label><span class="hint" id="address-hint">\
        這是您個人的網址，拿到的人就看得到知識庫，請不要給別人</span>\
        <input class="input" id="address" value="\(address)" readonly aria-describedby="address-hint"></div>
        <p>只要一部分時，在網址後面加上 <code>?kind=faq</code>、<code>?subject=\(contents.subjects.first ?? "主題")</code> 這樣的條件，\
        可用 kind、subject、policy、service、audience、unit，以 &amp; 連接。</p>
        """
    }

    private static func status(_ contents: Contents, chrome: Chrome) -> HTML {
        guard let madeAt = contents.madeAt else {
            return """
                <p>您還沒有訂閱網址。</p>
                <form method="post" action="/feeds">\(Layout.token(chrome))\
                <button class="button">產生訂閱網址</button></form>
                """
        }
        return """
            <p>目前的訂閱網址在 \(ROCDate.withTime(madeAt)) 產生。離職或收回後，網址立刻失效。</p>
            <div class="row"><form method="post" action="/feeds">\(Layout.token(chrome))\
            <button class="button button-quiet">換新的網址（舊的失效）</button></form>
            <form method="post" action="/feeds/withdrawal">\(Layout.token(chrome))\
            <button class="button button-danger">收回網址</button></form></div>
            """
    }

    /// Of a person's own feed: each revision, with why it was saved.
    static func staffFeed(
        _ items: [FeedItem], office: String, site: String, selfLink: String, now: Moment
    ) -> AtomFeed {
        AtomFeed(
            id: FeedIdentity.urn(office, "pages"), title: "\(office)知識庫", author: office, selfLink: selfLink,
            link: "\(site)/pages",
            entries: items.map { item in
                AtomFeed.Entry(
                    id: FeedIdentity.urn(office, "pages", item.page.code, "\(item.number)"), title: item.title,
                    updated: item.savedAt, link: site + PageAddress.page(item.page.code).text,
                    summary:
                        "第 \(item.number) 版\(item.reason.isEmpty ? "" : "：\(item.reason)")\u{3000}\(beginning(item))",
                    category: PageTerms.name(of: item.page.kind))
            }, emptySince: now)
    }

    /// Of the public's feed: each page as it is now.
    static func publicFeed(
        _ items: [FeedItem], office: String, site: String, selfLink: String
    ) -> AtomFeed {
        AtomFeed(
            id: FeedIdentity.urn(office, "public"), title: "\(office)公開資訊", author: office, selfLink: selfLink,
            link: "\(site)/public",
            entries: items.map { item in
                AtomFeed.Entry(
                    id: FeedIdentity.urn(office, "public", item.page.code), title: item.page.title,
                    updated: item.savedAt, link: site + PublicAddress.page(item.page.code).text,
                    summary: beginning(item), category: PageTerms.publicName(of: item.page.kind))
            }, emptySince: Moment(milliseconds: 0))
    }

    private static func beginning(_ item: FeedItem) -> String {
        let words = item.plainText.split(whereSeparator: \.isNewline).joined(separator: " ")
        return words.count > 200 ? words.prefix(200) + "…" : words
    }
}
