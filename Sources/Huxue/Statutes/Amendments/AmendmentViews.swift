/// 法規異動: which statutes were amended lately, and what rests on them and waits for a decision.
enum AmendmentViews {
    /// Which flags a form decides on: those that stand beside it.
    static let shownField = "flags"

    static func shown(_ flags: [AmendmentFlag]) -> HTML {
        "<input type=\"hidden\" name=\"\(shownField)\" value=\"\(flags.map(\.id.rawValue).max() ?? 0)\">"
    }

    /// What a form says of it; nil when it says nothing, and no flag at all when that is no number.
    static func shown(in form: Form) throws -> Int64? {
        form.has(shownField) ? Int64(try form.number(shownField) ?? 0) : nil
    }

    /// The field by which a form says that it stands on this page, where its answer leads back.
    static let listField = "list"

    /// A work with flags.
    struct Entry: Sendable {
        let subject: CitedSubject
        let work: FlaggedWork
        let flags: [AmendmentFlag]

        /// With what is in force of it, when the work says that it was written by later law than all of that; nil otherwise.
        ///
        /// `shown`: flags raised after this one are left out; nil for none.
        func dated(on today: Day, shown: Int64? = nil) -> Entry? {
            let opened = narrowed { flag in
                flag.phase(on: today) == .opened && (shown.map { flag.id.rawValue <= $0 } ?? true)
            }
            let isDated = opened?.flags.allSatisfy { flag in
                max(flag.promulgated, flag.opens ?? .latest) <= flag.checkedAsOf
            }
            return isDated ?? false ? opened : nil
        }

        /// The same with some of its flags; nil when none of them is left.
        func narrowed(_ isWanted: (AmendmentFlag) -> Bool) -> Entry? {
            let wanted = flags.filter(isWanted)
            return wanted.isEmpty ? nil : Entry(subject: subject, work: work, flags: wanted)
        }
    }

    struct Contents: Sendable {
        let amendments: [Amendment]
        /// What waits, of all features, in the order of codes.
        let entries: [Entry]
        let decided: [Entry]
        /// By the version that raised a flag.
        let comparisons: [ID<StatuteVersion>: AmendmentLink]
        /// The names of those who decided, by what the flags keep.
        let deciders: [String: String]
        /// The kinds of work on which the reader decides.
        let deciding: Set<CitedSubject>
        let today: Day
    }

    /// `done`: how many works were just confirmed in one step.
    static func list(_ contents: Contents, done: Int? = nil, chrome: Chrome) -> HTML {
        let opened = contents.entries.compactMap { $0.narrowed { $0.phase(on: contents.today) == .opened } }
        let touched = opened.filter { $0.flags.contains(where: \.isCitedPartTouched) }
        let others = opened.filter { !$0.flags.contains(where: \.isCitedPartTouched) }
        let coming = contents.entries.compactMap { $0.narrowed { $0.phase(on: contents.today) == .coming } }
        let isEmpty = contents.amendments.isEmpty && contents.entries.isEmpty && contents.decided.isEmpty
        return Layout.page(
            "法規異動", chrome: chrome, section: "/amendments", crumbs: [Crumb("首頁", "/"), Crumb("法規異動")],
            head: "<p>最近修正的法規，以及引用它們、還沒有複核的試題與條目。待複核的試題不會被抽進新的測驗；已經發布的測驗不受影響。</p>",
            content: isEmpty
                ? none
                : """
                \(Component.done(done.map { "已確認 \($0) 項仍然正確。" }))\(dated(contents, chrome))
                \(AmendmentTableViews.amendments(contents))
                \(AmendmentTableViews.section("touched", "引用的部分修正了", touched, contents, chrome))
                \(AmendmentTableViews.section("coming", "已公布、還沒有施行的修正", coming, contents, chrome))
                \(AmendmentTableViews.section("others", "同一條的其他部分修正了，仍可使用", others, contents, chrome))
                \(when: contents.entries.isEmpty, "<p>沒有待複核的試題或條目。</p>")
                \(AmendmentTableViews.decided(contents))
                """)
    }

    /// The button that confirms every work written by the amended law already.
    private static func dated(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let dated = contents.entries.filter { contents.deciding.contains($0.subject) && $0.work.mayDecide }
            .compactMap { $0.dated(on: contents.today) }
        guard !dated.isEmpty else { return .empty }
        return """
            <section class="card card-lined stack" aria-labelledby="dated"><h2 id="dated">已依新法寫成的 \(dated.count) 項</h2>\
            <p>這些試題與條目寫明依據的法規日期，都在修正施行之後。內容確實是照新條文寫的，可以一次確認；有疑問的請逐項看過。</p>\
            <details><summary>看是哪些</summary><ul class="link-list">\(each: dated, { entry in
                "<li><a href=\"\(entry.work.address)\">\(entry.work.title)</a></li>"
            })</ul></details>\
            <form method="post" action="/amendments/confirmation">\(Layout.token(chrome))\(shown(dated.flatMap(\.flags)))\
            <button class="button button-quiet">\(dated.count) 項都仍然正確</button></form></section>
            """
    }

    private static var none: HTML {
        let empty = Component.empty(
            Icon.law, title: "沒有待複核的試題或條目", text: "匯入新的法規檔之後，修正的法規與引用它的試題、條目會列在這裡。")
        return
            "<section aria-labelledby=\"list\"><h2 class=\"visually-hidden\" id=\"list\">待複核的試題與條目</h2>\(empty)</section>"
    }

    /// What happened, and from when it counts.
    static func words(_ flag: AmendmentFlag, today: Day) -> String {
        let change = StatuteTerms.name(of: flag.change)
        guard let opens = flag.opens else { return "\(change)，施行日期未定" }
        return opens > today ? "\(change)，\(ROCDate.long(opens))施行" : change
    }

    /// Links to the comparisons of these flags' amendments, each once.
    static func comparisons(_ flags: [AmendmentFlag], _ links: [ID<StatuteVersion>: AmendmentLink]) -> HTML {
        var seen: Set<AmendmentLink> = []
        let found = flags.compactMap { flag in links[flag.version].map { (flag, $0) } }
            .filter { seen.insert($0.1).inserted }
        return found.reduce(into: HTML.empty) { html, pair in
            let (flag, link) = pair
            html.append(
                """
                <div><a href="\(link.address)">\(link.isComparison ? "新舊條文對照" : "看條文與沿革")\
                <span class="visually-hidden">：\(flag.statute)</span></a></div>
                """)
        }
    }

    /// How flags of one kind stand to the work that they are on.
    enum Standing {
        /// What it cites was amended.
        case waiting
        /// The article was, but not what is cited of it.
        case untouched
        case coming

        fileprivate var lead: String {
            switch self {
            case .waiting: "依據的法規修正過，待複核。"
            case .untouched: "引用的條文已修正，引用部分未變。仍可使用。"
            case .coming: "依據的法規將有修正，施行後待複核。"
            }
        }
    }

    /// Above a work whose law was amended; nothing when there are no such flags.
    static func banner(
        _ flags: [AmendmentFlag], _ standing: Standing, links: [ID<StatuteVersion>: AmendmentLink], today: Day
    ) -> HTML {
        guard !flags.isEmpty else { return .empty }
        let named = flags.map { "\($0.citation)（\(words($0, today: today))）" }.joined(separator: "、")
        return Component.banner(
            standing == .waiting ? .warn : .info, standing.lead, named,
            next: "\(comparisons(flags, links))<a href=\"/amendments\">看全部的法規異動</a>")
    }
}
