/// The layout of the pages for everybody: the same for whoever looks, signed in or not.
enum PublicLayoutViews {
    /// What stands around it: the office, and nothing of a visitor.
    struct Frame: Sendable {
        let officeName: String
        let isDemo: Bool
        let css: Address
        let seal: Address

        init(_ chrome: Chrome) {
            officeName = chrome.officeName
            isDemo = chrome.isDemo
            css = chrome.css
            seal = chrome.seal
        }
    }

    /// `search`: what stands in the search box.
    ///
    /// `crumbs`: from the front page; fewer than two show none.
    static func page(
        _ title: String, frame: Frame, crumbs: [Crumb] = [], search: String = "", head: HTML = .empty, content: HTML
    ) -> HTML {
        """
        <!doctype html>
        <html lang="zh-Hant-TW">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="index, follow">
        <title>\(title)｜\(frame.officeName)</title>
        <link rel="icon" href="\(frame.seal)">
        <link rel="stylesheet" href="\(frame.css)">
        <link rel="alternate" type="application/atom+xml" title="\(frame.officeName)公開資訊" href="\(PublicAddress.feed)">
        </head>
        <body class="public">
        <a class="skip-link" href="#content">跳到主要內容</a>
        <header class="topbar">
        <a class="brand" href="\(PublicAddress.front)"><span class="seal" aria-hidden="true">戶政</span>\
        <span><b>公開資訊</b><span>\(frame.officeName)</span></span></a>
        <form class="search" method="get" action="\(PublicAddress.search)" role="search">\
        <label class="visually-hidden" for="q">查詢</label>\
        <input id="q" name="q" type="search" value="\(search)" placeholder="想辦什麼？例如 遷入、補領身分證" maxlength="100">\
        <button>查詢</button></form>
        </header>
        <main id="content"><div class="page">
        \(breadcrumbs(crumbs))
        <header class="page-head"><h1>\(title)</h1>\(head)</header>
        \(content)
        </div></main>
        <footer class="site-foot">\(frame.officeName)　<a href="\(PublicAddress.faq)">常見問答</a>　\
        <a href="\(PublicAddress.feed)">訂閱（Atom）</a>\(when: frame.isDemo, "　<strong>示範機關，人員均為虛構</strong>")</footer>
        </body>
        </html>

        """
    }

    private static func breadcrumbs(_ crumbs: [Crumb]) -> HTML {
        guard crumbs.count > 1 else { return .empty }
        return """
            <nav class="breadcrumbs" aria-label="所在位置"><ol>\(each: crumbs, { crumb in
                crumb.address.map { "<li><a href=\"\($0)\">\(crumb.title)</a></li>" }
                    ?? "<li aria-current=\"page\">\(crumb.title)</li>"
            })</ol></nav>
            """
    }
}
