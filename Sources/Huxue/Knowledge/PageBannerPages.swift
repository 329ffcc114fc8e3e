/// What stands above a page that may not be right any more, for the staff and for everybody.
enum PageBannerPages {
    /// `lead`: what it means for the reader; nothing when there are no such flags.
    static func amended(
        _ flags: [AmendmentFlag], _ tone: Tone, _ lead: String, then rest: String = "", today: Day,
        next: HTML = .empty
    ) -> HTML {
        guard !flags.isEmpty else { return .empty }
        let names = unique(flags.map { "\($0.citation)（\(AmendmentPages.words($0, today: today))）" })
        guard names.count > namesShown else {
            return Component.banner(tone, lead, names.joined(separator: "、") + "。" + rest, next: next)
        }
        let all: HTML = """
            <details><summary>看是哪 \(names.count) 處</summary><ul>\(each: names, { "<li>\($0)</li>" })</ul></details>\(next)
            """
        return Component.banner(
            tone, lead, "\(statutes(of: flags))，引用的共 \(names.count) 處。" + rest, next: all)
    }

    /// As many citations stand in the banner itself; more would push the text off the screen.
    private static let namesShown = 2

    /// 「戶籍法」等 3 部法規.
    private static func statutes(of flags: [AmendmentFlag]) -> String {
        let names = unique(flags.map(\.statute))
        let first = names.first.map { "「\($0)」" } ?? ""
        return names.count > 1 ? "\(first)等 \(names.count) 部法規" : first
    }

    /// Nothing unless its review is overdue.
    static func overdue(_ page: Page, today: Day) -> HTML {
        guard page.isOverdue(on: today) else { return .empty }
        return Component.banner(.info, "", "這一頁預定在 \(ROCDate.long(page.reviewOn))前複核，還沒有複核；引用前請留意法規是否有變動。")
    }

    static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
