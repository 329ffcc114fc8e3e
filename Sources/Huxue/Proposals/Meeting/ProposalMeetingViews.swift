/// A call's meeting: before it begins, its agenda by rank while it goes on, and what it decided.
enum ProposalMeetingViews {
    struct Contents: Sendable {
        let board: ReviewBoard
        let ranking: Ranking
        /// Of the proposals on the board.
        let decisions: [ID<Proposal>: ProposalDecision]
        /// Nil before it begins.
        let meeting: ProposalMeeting?
        var form: ProposalMeetingForm
        /// Whether beginning it now needs a reason.
        let needsReason: Bool
        /// Who else manages the call, by name, for whoever has an interest in one of its proposals.
        let deputies: [String]
        let now: Moment
        /// Why it is to begin, as typed.
        var reason = ""
        var problems: [ProposalMeetingProblem] = []
        var done: ProposalMeetingDeed?
        var problem: (any Refusal)?

        var call: ProposalCall { board.call }
        var state: ProposalCallState { call.state(at: now) }

        func standing(of id: ID<Proposal>) -> ProposalStanding? { ranking.standings.first { $0.proposal == id } }

        /// The order of the meeting: by rank, then what has none by number.
        var order: [ProposalLine] {
            let ranked = ranking.standings.map(\.proposal)
            let places = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($1, $0) })
            return ranked.compactMap(board.line) + board.lines.filter { places[$0.id] == nil }
        }

        /// The next that is undecided after this one, from the beginning again after the last; nil for none.
        func next(after id: ID<Proposal>? = nil) -> ID<Proposal>? {
            let ids = order.map(\.id)
            let start = id.flatMap(ids.firstIndex).map { $0 + 1 } ?? 0
            return (ids[start...] + ids[..<start]).first { $0 != id && decisions[$0] == nil }
        }

        func error(_ field: ProposalMeetingProblem.Field) -> String? {
            problems.first { $0.field == field }?.sentence
        }
    }

    static func address(of id: ID<ProposalCall>) -> Address { "\(ProposalCallViews.address(of: id))/meeting" }
    static func minutes(of id: ID<ProposalCall>) -> Address { "\(ProposalCallViews.address(of: id))/minutes" }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let call = contents.call
        return Layout.page(
            "評審會議", chrome: chrome, section: ProposalCallViews.section,
            crumbs: ReviewBoardViews.crumbs(call, "評審會議"),
            head: """
                <p class="row soft"><span>\(call.plan.title)</span>\
                \(call.meetingAt.map { "<span>\(ROCDate.withTime($0)) 開始</span>" as HTML })\
                \(when: call.meetingAt != nil, "<span>已決議 \(contents.decisions.count)／\(contents.board.lines.count) 件</span>")</p>
                """,
            badge: ProposalCallViews.badge(contents.state),
            content: """
                \(Component.done(contents.done?.sentence))\
                \(when: !contents.problems.isEmpty, Component.errorSummary(contents.problems.map { ($0.field.rawValue, $0.sentence) }))\
                \(contents.problem.map { Component.errorSummary([("actions", $0.sentence)], title: "沒有完成") })\
                \(partial(contents))
                \(contents.meeting == nil ? beginning(contents, chrome) : running(contents, chrome))
                """)
    }

    private static func partial(_ contents: Contents) -> HTML {
        guard contents.board.isPartial else { return .empty }
        let who =
            contents.deputies.isEmpty
            ? "現在沒有另一位提案承辦人，請系統管理者授予「提案承辦人」角色。" : "請代理的承辦人（\(contents.deputies.joined(separator: "、"))）處理。"
        return Component.banner(
            .info, "您應迴避的提案不在這裡。", "分數與名次都當作它沒有評審來計算；討論到它時，請您離席。它的決議與結束會議，\(who)")
    }

    // MARK: Before

    private static func beginning(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let (board, own) = (contents.board, address(of: contents.call.id))
        let lead: HTML =
            contents.needsReason
            ? Component.banner(
                .warn, "評分可能還會進來。",
                "已送出 \(board.handedIn)／\(board.total) 份。會議開始以後委員不能再評分；現在就要開會，請寫明理由，會列入會議紀錄。")
            : Component.banner(.pass, "評分都送出了，可以開會。", "會議開始以後，委員不能再評分，提案人不能再撤回。")
        return """
            \(lead)
            <form class="form" id="actions" method="post" action="\(own)" novalidate>\(Layout.token(chrome))\
            \(when: contents.needsReason, FieldViews.area("reason", label: "現在就開會的理由", value: contents.reason, error: contents.error(.reason), isRequired: true, rows: 2, attributes: "maxlength=\"500\""))\
            <p><button class="button">開始評審會議</button></p></form>
            """
    }

    // MARK: While it goes on, and after

    private static func running(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let isOver = contents.call.decidedAt != nil
        let own = address(of: contents.call.id)
        return """
            \(when: isOver, Component.banner(.pass, "會議結束，決議已經公布。", contents.call.decidedAt.map { "\(ROCDate.withTime($0)) 結束。" } ?? ""))\
            <p class="row no-print">\(isOver ? nil : contents.next().map { next($0, own) })\
            <a class="button button-quiet" href="\(minutes(of: contents.call.id))">會議紀錄</a>\
            <a href="\(ProposalCallViews.address(of: contents.call.id))/ranking">排名</a></p>
            \(agenda(contents))
            \(when: !isOver, closing(contents, chrome))\(when: !isOver, attendance(contents, chrome))
            """
    }

    private static func next(_ id: ID<Proposal>, _ own: Address) -> HTML {
        "<a class=\"button\" href=\"\(own)/\(id)\">討論下一件</a>"
    }

    private static func agenda(_ contents: Contents) -> HTML {
        """
        <section class="stack" aria-labelledby="agenda"><h2 id="agenda">提案</h2>\
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">依名次</caption><thead><tr>\
        <th scope="col" class="num">名次</th><th scope="col">提案</th><th scope="col">決議</th><th scope="col">獎項</th>\
        </tr></thead><tbody>\(each: contents.order, { row($0, contents) })</tbody></table></div></section>
        """
    }

    private static func row(_ line: ProposalLine, _ contents: Contents) -> HTML {
        let (standing, decision) = (contents.standing(of: line.id), contents.decisions[line.id])
        return """
            <tr><td class="num" data-label="名次">\(standing.map { "\($0.rank)\($0.isShared ? "（並列）" : "")" } ?? "—")</td>\
            <th scope="row"><a href="\(address(of: contents.call.id))/\(line.id)">\(ReviewTerms.name(of: line))</a></th>\
            <td data-label="決議">\(decision.map { ProposalMeetingTerms.badge($0.outcome) } ?? Component.badge(icon: Icon.clock, "還沒有決議"))</td>\
            <td data-label="獎項">\(award(decision, of: contents.call))</td></tr>
            """
    }

    /// Empty for none.
    static func award(_ decision: ProposalDecision?, of call: ProposalCall) -> String {
        guard let place = decision?.award, call.plan.awards.indices.contains(place - 1) else { return "" }
        return ProposalAwardFile.text(call.plan.awards[place - 1])
    }

    private static func closing(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let left = contents.board.lines.count - contents.decisions.count
        guard left == 0, !contents.board.isPartial else {
            return "<p class=\"soft no-print\" id=\"actions\">每一件都有決議後，才能結束會議並公布。</p>"
        }
        return """
            <form class="card stack-tight no-print" id="actions" method="post" action="\(address(of: contents.call.id))/closure">\
            \(Layout.token(chrome))<p>結束會議後，決議不能再改，提案人會看到決議、理由與委員給他們的話，同仁會看到決議與獎項。</p>\
            <p><button class="button">結束會議，公布決議</button></p></form>
            """
    }

    private static func attendance(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let (form, own) = (contents.form, address(of: contents.call.id))
        return """
            <section class="stack no-print" aria-labelledby="attendance"><h2 id="attendance">出席</h2>\
            <form class="form" method="post" action="\(own)/attendance" novalidate>\(Layout.token(chrome))\
            <input type="hidden" name="seen" value="\(contents.meeting?.edit ?? 0)">\
            \(FieldViews.text("place", label: "地點", value: form.place, error: contents.error(.place)))\
            \(FieldViews.text("chair", label: "主席", value: form.chair, hint: "姓名或員工編號", error: contents.error(.chair), attributes: "data-completions=\"/people/suggestions\""))\
            \(PersonFieldViews.several("attendees", label: "出席", value: form.attendees, error: contents.error(.attendees)))\
            \(FieldViews.area("guests", label: "列席", value: form.guests, hint: "不是本機關的人員，一行一位", error: contents.error(.guests), rows: 2))\
            \(FieldViews.area("remarks", label: "其他紀錄", value: form.remarks, hint: "臨時動議等，列入會議紀錄", error: contents.error(.remarks)))\
            <p><button class="button button-quiet">儲存出席紀錄</button></p></form></section>
            """
    }
}
