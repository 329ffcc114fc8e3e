/// From a comparison to the announcement of what it shows.
enum StatuteAnnouncementViews {
    /// One click; nothing for those who write no pages, and for a comparison that goes back in time.
    static func button(_ pcode: String, from old: Int, to new: Int, chrome: Chrome) -> HTML {
        guard old < new, chrome.visitor?.may(.editPages) == true else { return .empty }
        return """
            <form class="row no-print" method="post" action="\(StatuteAddress.announcement(pcode))">\(Layout.token(chrome))\
            <input type="hidden" name="from" value="\(old)"><input type="hidden" name="to" value="\(new)">\
            <button class="button button-quiet">\(Icon.announcement)起草修正公告</button>\
            <span class="soft">先存成尚未發送的公告，改好再發</span></form>
            """
    }
}
