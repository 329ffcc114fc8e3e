/// Calls as those who manage them see them: the list, and one with what came in.
enum ProposalCallViews {
    static let section: Address = "/manage/calls"

    static func address(of id: ID<ProposalCall>) -> Address { "/manage/calls/\(id)" }

    static func badge(_ state: ProposalCallState) -> HTML {
        let name = ProposalCallTerms.name(of: state)
        return switch state {
        case .planned: Component.badge(icon: Icon.clock, name)
        case .open, .review, .meeting: Component.badge(.info, name)
        case .closed: Component.badge(.warn, name)
        case .decided: Component.badge(.pass, name)
        }
    }

    static func window(_ plan: ProposalCallPlan) -> String {
        "\(ROCDate.withTime(plan.opens)) 至 \(ROCDate.withTime(plan.closes))"
    }

    // MARK: The list

    static func list(_ calls: [ProposalCall], now: Moment, chrome: Chrome) -> HTML {
        Layout.page(
            "創意提案徵件", chrome: chrome, section: section,
            head: "<p class=\"soft\">徵求類別、評審方式與獎項，在評審開始以前訂好，之後就不再改。</p>",
            content: """
                <section class="stack" aria-labelledby="calls"><div class="section-head"><h2 id="calls">全部徵件</h2>\
                \(when: !calls.isEmpty, "<a href=\"/manage/calls/new\">辦理徵件</a>")</div>
                \(calls.isEmpty ? empty : table(calls, now: now))</section>
                """)
    }

    private static let empty = Component.empty(
        Icon.idea, title: "還沒有徵件", text: "訂好期間、類別與評審方式，同仁就能提案。",
        action: "<a class=\"button\" href=\"/manage/calls/new\">辦理徵件</a>")

    private static func table(_ calls: [ProposalCall], now: Moment) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">創意提案徵件</caption>\
        <thead><tr><th scope="col">名稱</th><th scope="col">年度</th><th scope="col">單位</th>\
        <th scope="col">期間</th><th scope="col">進度</th></tr></thead><tbody>\(each: calls, { row($0, now: now) })</tbody></table></div>
        """
    }

    private static func row(_ call: ProposalCall, now: Moment) -> HTML {
        """
        <tr><th scope="row"><a href="\(address(of: call.id))">\(call.plan.title)</a></th>\
        <td data-label="年度">\(ProposalCallTerms.year(call.plan.year))</td>\
        <td data-label="單位" class="wide">\(call.unitName)</td>\
        <td data-label="期間" class="wide">\(window(call.plan))</td>\
        <td data-label="進度">\(badge(call.state(at: now)))</td></tr>
        """
    }

    // MARK: One call

    struct Contents: Sendable {
        let call: ProposalCall
        let panel: [StaffMember]
        /// What came in, as far as the visitor may know of it.
        let lines: [ProposalLine]
        let paging: Paging
        let now: Moment
        /// By which the panel scores, or would now; nil when none is chosen.
        var rubric: RubricPlan?
        /// What the manager may know of its review; nil before it begins.
        var board: ReviewBoard?
        var done: ProposalCallDeed?

        var state: ProposalCallState { call.state(at: now) }
        var waiting: Int { lines.count { $0.state == .submitted } }
    }

    static func call(_ contents: Contents, chrome: Chrome) -> HTML {
        let (call, plan) = (contents.call, contents.call.plan)
        return Layout.page(
            plan.title, chrome: chrome, section: section,
            crumbs: [Crumb("首頁", "/"), ProposalTerms.managed, Crumb(plan.title)],
            head: """
                <p class="row soft"><span>\(call.unitName)</span><span>\(ProposalCallTerms.year(plan.year))</span>\
                <span>\(window(plan))</span></p>
                """,
            badge: badge(contents.state),
            content: """
                \(Component.done(contents.done?.sentence))\(next(contents))
                \(links(contents))
                \(proposals(contents))
                \(settings(plan, contents.rubric))\(panel(contents.panel))
                """)
    }

    private static func links(_ contents: Contents) -> HTML {
        let own = address(of: contents.call.id)
        return """
            <p class="row no-print">\
            \(when: contents.state < .review, "<a class=\"button button-quiet\" href=\"\(own)/edit\">修改徵件</a>")\
            \(when: contents.state >= .closed, "<a class=\"button\" href=\"\(own)/reviews\">評審</a>")\
            \(when: contents.state >= .review, "<a class=\"button button-quiet\" href=\"\(own)/ranking\">排名</a>")\
            \(when: contents.state >= .review, "<a class=\"button button-quiet\" href=\"\(own)/meeting\">評審會議</a>")\
            \(when: contents.state >= .meeting, "<a class=\"button button-quiet\" href=\"\(own)/minutes\">會議紀錄</a>")\
            \(when: contents.state == .decided, "<a class=\"button button-quiet\" href=\"\(own)/tasks\">執行情形</a>")</p>
            """
    }

    /// What the manager has to do now.
    private static func next(_ contents: Contents) -> HTML {
        let plan = contents.call.plan
        switch contents.state {
        case .planned:
            return Component.banner(
                .info, "還沒有開始。", "\(ROCDate.withTime(plan.opens)) 起，\(contents.call.unitName)與所屬單位的同仁可以提案。")
        case .open where contents.waiting == 0:
            return Component.banner(.info, "徵件中。", "提案陸續進來時，可以先做形式審查；\(ROCDate.withTime(plan.closes)) 截止。")
        case .open, .closed:
            guard contents.waiting > 0 else {
                return Component.banner(
                    .pass, "形式審查都完成了。",
                    contents.state == .open ? "退回的提案，補正後會再出現在這裡。" : "可以到「評審」分配委員，開始評審。")
            }
            return Component.banner(.warn, "有 \(contents.waiting) 件等您做形式審查。", "打開提案，受理，或寫明理由退回補正。")
        case .review: return contents.board.map { ReviewBoardViews.banner($0, now: contents.now) } ?? .empty
        case .meeting:
            return Component.banner(
                .info, "評審會議進行中。", "每一件都有決議以後，結束會議並公布。",
                next: "<a href=\"\(ProposalMeetingViews.address(of: contents.call.id))\">回到會議</a>")
        case .decided: return Component.banner(.pass, "已經決議並公布。", "提案人看得到理由與委員的話。")
        }
    }

    private static func proposals(_ contents: Contents) -> HTML {
        """
        <section class="stack" aria-labelledby="proposals"><h2 id="proposals">收到的提案</h2>\
        \(contents.lines.isEmpty
            ? Component.empty(Icon.idea, title: "還沒有提案", text: "同仁送出以後列在這裡；寫到一半的只有提案人看得到。")
            : ProposalListViews.table(contents.paging.part(of: contents.lines), showsAuthors: true))\
        \(Component.pagination(contents.paging, noun: "件") { "\(address(of: contents.call.id))?page=\($0)#proposals" })</section>
        """
    }

    private static func settings(_ plan: ProposalCallPlan, _ rubric: RubricPlan?) -> HTML {
        let rows: [(String, String)] = [
            ("評分表", rubric?.title ?? "還沒有選"), ("評審截止", plan.reviewsClose.map(ROCDate.withTime) ?? "還沒有訂"),
            ("徵求類別", plan.kinds.map(ProposalCallTerms.name).joined(separator: "、")),
            ("每件評審", "\(plan.reviewersEach) 人"), ("匿名評審", plan.isBlind ? "是，委員看不到提案人" : "否"),
            ("排名方法", ProposalCallTerms.name(of: plan.method)),
            ("第三位評審", ProposalCallTerms.words(third: plan.thirdShare)),
            ("同分時", ProposalCallTerms.words(of: plan.ties, criterion: plan.tieCriterion)),
            ("主管與所屬同仁", plan.excludesChain ? "互相迴避" : "不必迴避"),
            ("獎項", plan.awards.isEmpty ? "沒有" : plan.awards.map(ProposalAwardFile.text).joined(separator: "；")),
        ]
        return """
            <section class="stack" aria-labelledby="settings"><h2 id="settings">評審方式與獎項</h2>\
            <div class="table-scroll"><table class="table"><caption class="visually-hidden">評審方式與獎項</caption><tbody>\
            \(each: rows, { setting($0.0, $0.1) })</tbody></table></div></section>
            """
    }

    private static func setting(_ name: String, _ words: String) -> HTML {
        "<tr><th scope=\"row\">\(name)</th><td>\(words)</td></tr>"
    }

    private static func panel(_ people: [StaffMember]) -> HTML {
        guard !people.isEmpty else {
            return Component.banner(.warn, "還沒有評審委員。", "在「修改徵件」填入姓名，或請系統管理者授予「評審委員」角色。")
        }
        return """
            <section class="stack" aria-labelledby="panel"><h2 id="panel">評審委員　\(people.count) 人</h2><ul>\
            \(each: people, { "<li>\($0.employee.name)　<span class=\"soft\">\($0.unitName)</span></li>" })</ul></section>
            """
    }
}
