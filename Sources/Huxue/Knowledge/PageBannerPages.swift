/// What stands above a page that may not be right any more, for the staff and for everybody.
enum PageBannerPages {
    /// `lead`: what it means for the reader; nothing when there are no such flags.
    static func amended(
        _ flags: [AmendmentFlag], _ tone: Tone, _ lead: String, then rest: String = "", today: Day,
        next: HTML = .empty
    ) -> HTML {
        guard !flags.isEmpty else { return .empty }
        let names = unique(flags.map { "\($0.citation)（\(AmendmentPages.words($0, today: today))）" })
        return Component.banner(tone, lead, names.joined(separator: "、") + "。" + rest, next: next)
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
