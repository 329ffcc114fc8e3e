/// Words for pages and announcements that keep a unit from being removed or moved.
enum PageUnitTerms {
    static func obstacle(pages titles: [String]) -> String? {
        titles.isEmpty ? nil : "主管的條目 \(titles.count) 個（\(AccountTerms.listed(titles))）"
    }

    static func obstacle(announcements titles: [String]) -> String? {
        titles.isEmpty ? nil : "必讀公告 \(titles.count) 則（\(AccountTerms.listed(titles))）"
    }
}
