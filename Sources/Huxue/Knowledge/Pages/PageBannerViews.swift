/// What stands above a page that may not be right any more, for the staff and for everybody.
enum PageBannerViews {
    /// `lead`: what it means for the reader; nothing when there are no such flags.
    ///
    /// `comparisons`: where each amendment can be looked at; empty for readers who may not.
    static func amended(
        _ flags: [AmendmentFlag], _ tone: Tone, _ lead: String, then rest: String = "", today: Day,
        comparisons: [ID<StatuteVersion>: Address] = [:]
    ) -> HTML {
        guard !flags.isEmpty else { return .empty }
        let lines = unique(
            flags.map { flag in
                Line(
                    words: "\(flag.citation)（\(AmendmentViews.words(flag, today: today))）", statute: flag.statute,
                    comparison: comparisons[flag.version])
            })
        let places = unique(lines.compactMap(\.comparison))
        guard lines.count > namesShown else {
            let next: HTML = "\(each: places, { "<a class=\"nowrap\" href=\"\($0)\">看新舊條文對照</a>　" })"
            return Component.banner(tone, lead, lines.map(\.words).joined(separator: "、") + "。" + rest, next: next)
        }
        return """
            <div class="banner" data-tone="\(tone.rawValue)">\(tone.icon)<p><strong>\(lead)</strong>\(statutes(lines))，\
            引用的共 \(lines.count) 處。\(rest)\(when: places.count == 1, "　\(link(places.first))")</p>\
            <details><summary>看是哪 \(lines.count) 處</summary><ul>\(each: lines, { line in
                "<li>\(line.words)\(when: places.count > 1 && line.comparison != nil, "　\(link(line.comparison))")</li>"
            })</ul></details></div>
            """
    }

    private struct Line: Hashable {
        let words: String
        let statute: String
        let comparison: Address?
    }

    private static func link(_ place: Address?) -> HTML {
        place.map { "<a class=\"nowrap\" href=\"\($0)\">看新舊條文對照</a>" } ?? .empty
    }

    /// How many citations the banner shows; more would push the text off the screen.
    private static let namesShown = 2

    /// 「戶籍法」等 3 部法規.
    private static func statutes(_ lines: [Line]) -> String {
        let names = unique(lines.map(\.statute))
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
