/// What waits for those who answer for pages, on the home page.
enum PageDutyViews {
    private static let namesShown = 5

    /// Pages of one's own that rest on amended articles.
    static func amended(_ pages: [Page]) -> ManagerNote {
        ManagerNote(
            title: "您負責的 \(pages.count) 個條目因法規修正待複核。", sentence: "看過新舊條文，決定仍然正確、修改，或停用。",
            links: pages.prefix(namesShown).map { (PageAddress.page($0.code), $0.title) }, tone: .warn)
    }

    /// Pages of one's own of which an article was amended, but not what they cite of it.
    static func untouched(_ pages: [Page]) -> ManagerNote {
        ManagerNote(
            title: "您負責的 \(pages.count) 個條目引用的條文修正了其他部分。", sentence: "引用的部分沒有變，仍可使用；有空請看一下。",
            links: pages.prefix(namesShown).map { (PageAddress.page($0.code), $0.title) }, tone: .info, waits: false)
    }

    static func drafts(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "您有 \(count) 份條目草稿還沒有儲存成版本。", sentence: "草稿只有您看得到。",
            links: [("/pages/drafts", "我的草稿")], tone: .info)
    }

    static func due(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "您負責的 \(count) 個條目到了複核日。", sentence: "看過一遍，內容仍然正確就按「仍然正確」。",
            links: [(PageListViews.address(PageFilter(isMine: true, isDue: true)), "看是哪些")], tone: .info)
    }

    static func dueInOffice(_ count: Int) -> ManagerNote {
        ManagerNote(
            title: "\(count) 個條目到了複核日。", sentence: "負責人還沒有複核；過期的條目在搜尋結果裡排在後面。",
            links: [(PageListViews.address(PageFilter(isDue: true)), "看是哪些")], tone: .info)
    }
}
