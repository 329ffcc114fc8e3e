enum Component {
    static func badge(_ tone: Tone, _ word: String) -> HTML {
        "<span class=\"badge\" data-tone=\"\(tone.rawValue)\">\(tone.icon)\(word)</span>"
    }

    /// A badge without a judgement, with an icon of its own.
    static func badge(icon: HTML, _ word: String) -> HTML {
        "<span class=\"badge\">\(icon)\(word)</span>"
    }

    /// `lead`: the bold first sentence; `text` follows it, `next` is what to do.
    static func banner(_ tone: Tone, _ lead: String, _ text: String = "", next: HTML = .empty) -> HTML {
        """
        <div class="banner" data-tone="\(tone.rawValue)">\(tone.icon)<p>\(when: !lead.isEmpty, "<strong>\(lead)</strong>")\(text)</p>\
        \(when: !next.isEmpty, "<p>\(next)</p>")</div>
        """
    }

    /// Prints the page; the script shows it.
    static let printButton: HTML = """
        <button class="button button-quiet" type="button" data-print hidden>\(Icon.print)列印</button>
        """

    /// What the visitor has just done, first on the page that follows; nothing for nil.
    static func done(_ sentence: String?) -> HTML {
        guard let sentence else { return .empty }
        return
            "<div class=\"banner\" data-tone=\"pass\" role=\"status\">\(Icon.tick)<p><strong>\(sentence)</strong></p></div>"
    }

    static func empty(_ icon: HTML, title: String, text: String, action: HTML = .empty) -> HTML {
        "<div class=\"empty\">\(icon)<h3>\(title)</h3><p class=\"soft\">\(text)</p>\(action)</div>"
    }

    /// First in a page whose form was not accepted; `problems` lead to their fields.
    ///
    /// `title`: what did not happen; nil to say how many places need mending.
    static func errorSummary(_ problems: [(field: String, sentence: String)], title: String? = nil) -> HTML {
        guard !problems.isEmpty else { return .empty }
        return """
            <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="error-summary-title">\
            <h2 id="error-summary-title">\(title ?? "有 \(problems.count) 處需要修正，其他內容已保留")</h2><ul>\
            \(each: problems, { "<li><a href=\"#\($0.field)\">\($0.sentence)</a></li>" })</ul></div>
            """
    }

    /// Links to the pages of a long list; nothing when all fit on one.
    ///
    /// `noun`: what is counted, as 人 or 題.
    static func pagination(_ paging: Paging, noun: String, address: (Int) -> Address) -> HTML {
        let (page, last) = (paging.page, paging.last)
        guard last > 1 else { return .empty }
        let near = (1...last).filter { $0 == 1 || $0 == last || abs($0 - page) <= 2 }
        let end = min(paging.offset + paging.size, paging.total)
        return """
            <nav class="pagination" aria-label="分頁">\
            \(when: page > 1, "<a href=\"\(address(page - 1))\">上一頁</a>")\
            \(each: near, { link(to: $0, isCurrent: $0 == page, address: address) })\
            \(when: page < last, "<a href=\"\(address(page + 1))\">下一頁</a>")\
            <span class="soft">第 \(paging.offset + 1)–\(end) \(noun)，共 \(paging.total) \(noun)</span></nav>
            """
    }

    private static func link(to number: Int, isCurrent: Bool, address: (Int) -> Address) -> HTML {
        if isCurrent { return "<span aria-current=\"page\">\(number)</span>" }
        return "<a href=\"\(address(number))\">\(number)</a>"
    }
}
