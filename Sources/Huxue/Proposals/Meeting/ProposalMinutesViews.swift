/// The minutes of a meeting, to be read and printed.
enum ProposalMinutesViews {
    static func page(_ minutes: ProposalMinutes, chrome: Chrome) -> HTML {
        let call = minutes.call
        let above = [
            Crumb("首頁", "/"), ProposalTerms.managed, Crumb(call.plan.title, ProposalCallViews.address(of: call.id)),
            Crumb("評審會議", ProposalMeetingViews.address(of: call.id)),
        ]
        return Layout.page(
            ProposalMinutesTerms.title(of: minutes), chrome: chrome, section: ProposalCallViews.section,
            crumbs: above + [Crumb("會議紀錄")],
            badge: minutes.ended == nil ? Component.badge(.warn, "會議還沒有結束") : .empty,
            content: """
                <p class="row no-print"><a class="button button-quiet" href="\(ProposalMeetingViews.minutes(of: call.id)).odt">\
                \(Icon.download)下載 ODT</a><button class="button button-quiet" type="button" data-print hidden>\(Icon.print)列印</button></p>
                \(when: minutes.isPartial, Component.banner(.info, "您應迴避的提案不在這份紀錄裡。", "完整的紀錄請另一位承辦人列印。"))
                <div class="table-scroll"><table class="table"><caption class="visually-hidden">會議</caption><tbody>\
                \(each: ProposalMinutesTerms.facts(of: minutes), { fact($0.name, $0.lines) })</tbody></table></div>
                <section class="stack" aria-labelledby="items"><h2 id="items">\(ProposalMinutesTerms.items)</h2>\
                \(each: minutes.items, { item($0, of: minutes) })</section>
                \(when: !minutes.meeting.remarks.isEmpty, remarks(minutes.meeting.remarks))
                """)
    }

    private static func fact(_ name: String, _ lines: [String]) -> HTML {
        "<tr><th scope=\"row\">\(name)</th><td>\(each: lines.enumerated(), { $0 > 0 ? "<br>\($1)" : "\($1)" })</td></tr>"
    }

    private static func item(_ item: ProposalMinutes.Item, of minutes: ProposalMinutes) -> HTML {
        """
        <section class="card stack-tight" aria-label="\(item.name)"><h3>\(item.name)</h3><dl class="facts">\
        \(each: ProposalMinutesTerms.facts(of: item, in: minutes), { line($0.name, $0.lines) })</dl></section>
        """
    }

    private static func line(_ name: String, _ lines: [String]) -> HTML {
        "<dt>\(name)</dt><dd>\(each: lines.enumerated(), { $0 > 0 ? "<br>\($1)" : "\($1)" })</dd>"
    }

    private static func remarks(_ text: String) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="remarks"><h2 id="remarks">其他紀錄</h2>\
        \(each: Form.lines(typed: text), { "<p>\($0)</p>" })</section>
        """
    }
}
