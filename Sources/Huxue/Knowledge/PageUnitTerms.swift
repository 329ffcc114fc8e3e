/// What of the knowledge base stands in the way of removing or moving a unit, in words.
enum PageUnitTerms {
    static func obstacle(announcements titles: [String]) -> String? {
        titles.isEmpty ? nil : "必讀公告 \(titles.count) 則（\(AccountTerms.listed(titles))）"
    }
}
