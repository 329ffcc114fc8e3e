/// The list "what is due for me", by deadline.
enum DueViews {
    static func list(_ items: [DueItem], now: Moment) -> HTML {
        "<ol class=\"due\">\(each: items.sorted { $0.due < $1.due }, { row($0, now: now) })</ol>"
    }

    static func row(_ item: DueItem, now: Moment) -> HTML {
        """
        <li>\(when(item.due, now: now))
        <div class="what stack-tight"><h3>\(item.title)</h3><p>\(Component.badge(icon: item.icon, item.kind)) \(item.facts)</p></div>
        <a class="button \(item.isUrgent ? "go" : "button-quiet go")" href="\(item.address)">\(item.verb)\
        <span class="visually-hidden">：\(item.title)</span></a></li>
        """
    }

    private static func when(_ due: Moment, now: Moment) -> HTML {
        let day = ROCDate.day(of: due)
        let days = day.daysSinceEpoch - ROCDate.day(of: now).daysSinceEpoch
        if due <= now {
            return """
                <div class="when late"><b><small>逾期</small> \(max(0, -days)) <small>天</small></b>\
                <span class="soft">\(ROCDate.short(day))</span></div>
                """
        }
        if days == 0 {
            return "<div class=\"when\"><b>今天</b><span class=\"soft\">\(ROCDate.minutes(due)) 截止</span></div>"
        }
        return """
            <div class="when"><b><small>剩</small> \(days) <small>天</small></b>\
            <span class="soft">\(ROCDate.shortWithTime(due))</span></div>
            """
    }
}
