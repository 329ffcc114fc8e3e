/// A call's ranking, each figure with the sheets that it comes from.
enum RankingViews {
    struct Contents: Sendable {
        let board: ReviewBoard
        let ranking: Ranking
        let agreement: Agreement?
        let names: [ID<Employee>: String]
        /// Whether it may still change.
        let isProvisional: Bool
        /// Of the standings, as it was asked for.
        var page: Int?

        init(board: ReviewBoard, ranking: Ranking, agreement: Agreement?) {
            (self.board, self.ranking, self.agreement) = (board, ranking, agreement)
            names = Dictionary(
                board.reviews.map { ($0.pair.reviewer, $0.reviewerName) }, uniquingKeysWith: { first, _ in first })
            isProvisional = !board.isDone
        }

        var paging: Paging { Paging(page, size: ProposalListViews.pageSize, total: ranking.standings.count) }
        /// Those without a score, which have no rank.
        var unscored: [ProposalLine] {
            let ranked = Set(ranking.standings.map(\.proposal))
            return board.lines.filter { !ranked.contains($0.id) }
        }
    }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let (board, call) = (contents.board, contents.board.call)
        return Layout.page(
            "排名", chrome: chrome, section: ProposalCallViews.section, crumbs: ReviewBoardViews.crumbs(call, "排名"),
            head: """
                <p class="row soft"><span>\(call.plan.title)</span><span>\(ProposalCallTerms.name(of: contents.ranking.method))</span>\
                <span>同分時：\(ProposalCallTerms.words(of: call.plan.ties, criterion: call.plan.tieCriterion))</span></p>
                """,
            badge: contents.isProvisional ? Component.badge(.warn, "暫定") : Component.badge(.pass, "評分都送出了"),
            content: """
                \(ReviewBoardViews.partial(board))\(ReviewBoardViews.withheld(board))\
                \(when: contents.isProvisional, Component.banner(.warn, "這是暫定的排名。", "還有評分沒有送出，或還缺委員；到齊以後名次可能改變。"))\
                \(uniform(contents))
                \(contents.ranking.standings.isEmpty ? empty : table(contents))
                \(when: !contents.unscored.isEmpty, unscored(contents))
                \(contents.agreement.map(agreement))\(ProposalResultTerms.downloads(of: board.call.id))
                """)
    }

    private static let empty: HTML = """
        <section class="stack" aria-labelledby="none"><h2 class="visually-hidden" id="none">名次</h2>\
        \(Component.empty(Icon.results, title: "還沒有評分", text: "委員送出評分以後，排名列在這裡。"))</section>
        """

    private static func uniform(_ contents: Contents) -> HTML {
        let names = contents.ranking.uniformReviewers.compactMap { contents.names[$0] }
        guard !names.isEmpty, contents.ranking.method == .standardScore || contents.ranking.method == .rankSum else {
            return .empty
        }
        return Component.banner(
            .info, "\(names.joined(separator: "、"))給每一件的總分都一樣，或只評了一件。", "這些評分分不出高下。")
    }

    private static func table(_ contents: Contents) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">排名</caption><thead><tr>\
        <th scope="col" class="num">名次</th><th scope="col">提案</th><th scope="col" class="num">\(value(contents.ranking))</th>\
        <th scope="col">各委員</th></tr></thead><tbody>\
        \(each: contents.paging.part(of: contents.ranking.standings), { row($0, contents) })</tbody></table></div>
        \(Component.pagination(contents.paging, noun: "件") { "\(ProposalCallViews.address(of: contents.board.call.id))/ranking?page=\($0)" })
        <p class="soft">「各委員」：總分（計入的值）；括號裡寫「不計」的，依規則不列入。按委員姓名可看評分表。</p>
        """
    }

    static func value(_ ranking: Ranking) -> String {
        switch ranking.method {
        case .mean, .trimmedMean: "平均分數"
        case .rankSum: ranking.isComplete ? "序位和" : "平均序位"
        case .standardScore: "平均標準分數"
        }
    }

    private static func row(_ standing: ProposalStanding, _ contents: Contents) -> HTML {
        let line = contents.board.line(standing.proposal)
        let own = ReviewSheetsViews.address(of: standing.proposal, in: contents.board.call.id)
        let third = contents.ranking.awaitingThird.contains(standing.proposal)
        return """
            <tr><td class="num" data-label="名次">\(standing.rank)\(when: standing.isShared, "（並列）")</td>\
            <th scope="row"><a href="\(own)">\(line.map(ReviewTerms.name))</a>\(when: third, Component.badge(.warn, "等第三位評審"))</th>\
            <td class="num" data-label="\(value(contents.ranking))">\(text(standing.value))</td>\
            <td data-label="各委員" class="wide">\(each: standing.marks, { mark($0, standing, own, contents) })</td></tr>
            """
    }

    private static func mark(
        _ mark: ProposalStanding.Mark, _ standing: ProposalStanding, _ own: Address, _ contents: Contents
    ) -> HTML {
        let sheet = contents.board.sheets[ReviewPair(proposal: standing.proposal, reviewer: mark.reviewer)]
        let total = sheet.map { text(contents.board.total(of: $0)) } ?? ""
        let isTotal = contents.ranking.method == .mean || contents.ranking.method == .trimmedMean
        let counted = mark.counts ? (isTotal ? "" : "（\(text(mark.value))）") : "（不計）"
        return "<a href=\"\(own)#reviewer-\(mark.reviewer)\">\(contents.names[mark.reviewer])</a> \(total)\(counted)　"
    }

    /// To two places, halves away from zero; only what is shown is rounded.
    static func text(_ value: Fraction) -> String {
        Figure(Int128(value.numerator), over: Int128(value.denominator)).text
    }

    private static func unscored(_ contents: Contents) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="unscored"><h2 id="unscored">還沒有評分的</h2><ul>\
        \(each: contents.unscored, { "<li>\(ReviewTerms.name(of: $0))</li>" })</ul></section>
        """
    }

    private static func agreement(_ agreement: Agreement) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="agreement"><h2 id="agreement">委員一致的程度</h2>
        <p>組內相關係數：單一委員 \(agreement.single?.text ?? "無法計算")，全體平均 \(agreement.average?.text ?? "無法計算")\
        （\(agreement.model == .twoWay ? "每位委員都評了每一件" : "各件的委員不同")；\(agreement.proposals) 件、\(agreement.scores) 份評分）。\
        1 表示完全一致，0 左右表示看不出一致。</p>\
        \(when: agreement.isUncertain, Component.banner(.warn, "件數或委員太少，這個數字只供參考。"))</section>
        """
    }
}
