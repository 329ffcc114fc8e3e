/// The layouts of pages: with navigation, a single card for people who are not signed in, and bare for a test.
enum Layout {
    /// A page of the signed-in person: bar, navigation, breadcrumbs, head, content.
    ///
    /// `section`: address of the navigation entry this page belongs to.
    /// `crumbs`: from the home page to this page; fewer than two show none.
    /// `head`: content under the title; may be empty.
    /// `badge`: content beside the title.
    /// `refreshes`: whether a browser without JavaScript reloads the page every few seconds.
    /// `isEditor`: whether people write on it, so that it loads the editor's scripts.
    static func page(
        _ title: String, chrome: Chrome, section: Address, crumbs: [Crumb] = [], head: HTML = .empty,
        badge: HTML = .empty, refreshes: Bool = false, isEditor: Bool = false, content: HTML
    ) -> HTML {
        document(
            title: title, chrome: chrome, refreshes: refreshes, isEditor: isEditor,
            body: """
                <body class="shell">
                <a class="skip-link" href="#content">跳到主要內容</a>
                \(topbar(chrome))
                \(navigation(chrome, section: section))
                <main id="content">
                <div class="page">
                \(breadcrumbs(crumbs))
                <p class="paper-only paper-office">\(chrome.officeName)</p>
                \(pageHead(title, head: head, badge: badge))
                \(content)
                </div>
                </main>
                \(footer(chrome))
                </body>
                """)
    }

    /// A page of a single card without navigation, for people who are not signed in and for errors.
    static func gate(_ title: String, chrome: Chrome, content: HTML) -> HTML {
        document(
            title: title, chrome: chrome,
            body: """
                <body class="gate">
                <header class="topbar">\(brand(chrome))</header>
                <main id="content"><div class="gate-card">
                \(content)
                </div></main>
                \(footer(chrome))
                </body>
                """)
    }

    /// A whole HTML document with the given body.
    static func document(
        title: String, chrome: Chrome, refreshes: Bool = false, isEditor: Bool = false, body: HTML
    ) -> HTML {
        """
        <!doctype html>
        <html lang="zh-Hant-TW"\(theme(chrome))>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)｜\(Terms.product)</title>
        \(when: refreshes, "<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>")
        <link rel="icon" href="\(chrome.seal)">
        <link rel="stylesheet" href="\(chrome.css)">
        \(each: chrome.scripts + (isEditor ? chrome.editorScripts : []), { "<script type=\"module\" src=\"\($0)\"></script>" })
        </head>
        \(body)
        </html>

        """
    }

    static func brand(_ chrome: Chrome) -> HTML {
        """
        <a class="brand" href="/"><span class="seal" aria-hidden="true">戶學</span><span><b>戶學</b>\
        <span>\(chrome.officeName)</span></span></a>
        """
    }

    /// The hidden field with the session's form token, without which every form is refused.
    static func token(_ chrome: Chrome) -> HTML {
        "<input type=\"hidden\" name=\"token\" value=\"\(chrome.visitor?.formToken)\">"
    }

    private static func theme(_ chrome: Chrome) -> HTML {
        switch chrome.visitor?.theme {
        case .light: " data-theme=\"light\""
        case .dark: " data-theme=\"dark\""
        case .system, nil: ""
        }
    }

    private static func topbar(_ chrome: Chrome) -> HTML {
        """
        <header class="topbar">
        <button class="bar-button menu-button" type="button" popovertarget="menu">\(Icon.menu)選單</button>
        \(brand(chrome))
        \(when: chrome.visitor != nil, search(chrome))
        \(chrome.visitor.map { account($0, chrome: chrome) })
        </header>
        """
    }

    /// The script completes names from the address in `data-suggestions` while somebody types.
    private static func search(_ chrome: Chrome) -> HTML {
        """
        <form class="search" role="search" aria-label="全站搜尋" method="get" action="/search" \
        data-suggestions="/search/suggestions"><label class="visually-hidden" for="site-search">搜尋法規、知識庫與試題</label>\
        <input id="site-search" name="q" type="search" value="\(chrome.searched)" maxlength="200" autocomplete="off" \
        placeholder="搜尋，例如：戶籍法48、補領身分證"><button>\(Icon.search)<span class="visually-hidden">搜尋</span></button></form>
        """
    }

    private static func account(_ visitor: Visitor, chrome: Chrome) -> HTML {
        let themes: [(Theme, String)] = [(.system, "依電腦設定"), (.light, "淺色"), (.dark, "深色")]
        return """
            <details class="account" data-login="\(visitor.login)"><summary>\(Icon.person)<span class="label-wide">\(visitor.name)</span>\
            <span class="visually-hidden">的帳號選單</span></summary><div class="stack-tight">
            <form class="stack-tight" method="post" action="/preferences">\(token(chrome))\
            <fieldset class="stack-tight"><legend class="label">畫面明暗</legend>
            \(each: themes, { themeChoice($0.0, $0.1, isChosen: $0.0 == visitor.theme) })\
            </fieldset><button class="button button-quiet">儲存設定</button></form>
            <hr><p><a href="/account">帳號與密碼</a></p>
            <form method="post" action="/session/end">\(token(chrome))\
            <button class="button button-quiet button-wide">登出</button></form></div></details>
            """
    }

    private static func themeChoice(_ theme: Theme, _ words: String, isChosen: Bool) -> HTML {
        """
        <label class="check"><input type="radio" name="theme" value="\(theme.rawValue)"\
        \(when: isChosen, " checked")>\(words)</label>

        """
    }

    private static func navigation(_ chrome: Chrome, section: Address) -> HTML {
        guard let visitor = chrome.visitor else { return .empty }
        return """
            <nav class="sidenav" id="menu" popover aria-label="主選單">
            <button class="button button-quiet button-wide menu-close" type="button" popovertarget="menu" \
            popovertargetaction="hide">關閉選單</button>
            \(each: NavigationGroup.groups(chrome.navigation, for: visitor), { group($0.title, $0.entries, section: section, waiting: visitor.waiting) })
            </nav>
            """
    }

    private static func group(
        _ title: String?, _ entries: [NavigationEntry], section: Address, waiting: [Address: Int]
    ) -> HTML {
        "\(title.map { "<h2>\($0)</h2>" as HTML })\(self.entries(entries, section: section, waiting: waiting))"
    }

    private static func entries(
        _ entries: [NavigationEntry], section: Address, waiting: [Address: Int]
    ) -> HTML {
        """
        <ul>
        \(each: entries, { link($0, isCurrent: $0.address == section, waiting: waiting[$0.address] ?? 0) })\
        </ul>
        """
    }

    private static func link(_ entry: NavigationEntry, isCurrent: Bool, waiting: Int) -> HTML {
        """
        <li><a href="\(entry.address)"\(when: isCurrent, " aria-current=\"page\"")>\(entry.icon)\(entry.title)\(count(waiting))</a></li>

        """
    }

    private static func count(_ waiting: Int) -> HTML {
        guard waiting > 0 else { return .empty }
        return "<span class=\"count\">\(waiting)<span class=\"visually-hidden\"> 件等您處理</span></span>"
    }

    private static func breadcrumbs(_ crumbs: [Crumb]) -> HTML {
        guard crumbs.count > 1 else { return .empty }
        return """
            <nav class="breadcrumbs" aria-label="所在位置"><ol>\
            \(each: crumbs, { step($0) })</ol></nav>
            """
    }

    private static func step(_ crumb: Crumb) -> HTML {
        guard let address = crumb.address else { return "<li aria-current=\"page\">\(crumb.title)</li>" }
        return "<li><a href=\"\(address)\">\(crumb.title)</a></li>"
    }

    private static func pageHead(_ title: String, head: HTML, badge: HTML) -> HTML {
        if badge.isEmpty { return "<header class=\"page-head\"><h1>\(title)</h1>\(head)</header>" }
        return """
            <header class="page-head"><div class="row row-spread"><h1>\(title)</h1>\(badge)</div>\(head)</header>
            """
    }

    static func footer(_ chrome: Chrome) -> HTML {
        """
        <footer class="site-foot">戶學　\(chrome.officeName)\
        \(when: chrome.isDemo, "　<strong>示範機關，人員均為虛構</strong>")</footer>
        """
    }
}
