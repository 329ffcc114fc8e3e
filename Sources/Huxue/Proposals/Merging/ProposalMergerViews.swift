/// Mergers as the secretary and the authors see them.
enum ProposalMergerViews {
    // MARK: The secretary

    /// `own`: the proposal's page of the review.
    static func offer(_ offer: ProposalMergerActions.Offer, of id: ID<Proposal>, own: Address, chrome: Chrome) -> HTML {
        guard !offer.mergers.isEmpty || !offer.earlier.isEmpty else { return .empty }
        return """
            <section class="stack" id="merger" aria-labelledby="merging"><h2 id="merging">併案</h2>\
            \(each: offer.mergers, { merger($0, offer, of: id, own: own, chrome: chrome) })\
            \(when: !offer.earlier.isEmpty, form(offer.earlier, own: own, chrome: chrome))</section>
            """
    }

    private static func merger(
        _ merger: ProposalMerger, _ offer: ProposalMergerActions.Offer, of id: ID<Proposal>, own: Address,
        chrome: Chrome
    ) -> HTML {
        let sentence =
            merger.later == id
            ? "併入 \(offer.names[merger.earlier] ?? "較早的一件")" : "\(offer.names[merger.later] ?? "較後的一件")併入這一件"
        return """
            <div class="card stack-tight"><p><strong>\(sentence)</strong>　\(badge(merger))</p><p>理由：\(merger.reason)</p>\
            <p class="soft">\(merger.answers.map(ProposalMergerTerms.words).joined(separator: "；"))</p>\
            \(when: merger.later == id && merger.mergedAt == nil, withdrawal(own, chrome))</div>
            """
    }

    private static func badge(_ merger: ProposalMerger) -> HTML {
        if merger.mergedAt != nil { return Component.badge(.pass, "已併案") }
        return merger.isDeclined
            ? Component.badge(icon: Icon.cross, "有人不同意") : Component.badge(icon: Icon.clock, "等提案人回覆")
    }

    private static func withdrawal(_ own: Address, _ chrome: Chrome) -> HTML {
        """
        <form class="no-print" method="post" action="\(own)/merger/withdrawal">\(Layout.token(chrome))\
        <button class="button button-quiet">取消併案</button></form>
        """
    }

    private static func form(_ earlier: [ProposalLine], own: Address, chrome: Chrome) -> HTML {
        let options =
            [FieldViews.Option(value: "", words: "請選")]
            + earlier.map { FieldViews.Option(value: "\($0.id)", words: ReviewTerms.name(of: $0)) }
        return """
            <details class="no-print"><summary>與較早的提案併案</summary>\
            <form class="form" method="post" action="\(own)/merger" novalidate>\(Layout.token(chrome))\
            \(FieldViews.select("earlier", label: "併入", options: options, chosen: "", hint: "創意歸先提出的一件；兩件的內容都留著", isRequired: true))\
            \(FieldViews.area("merger-reason", name: "reason", label: "併案的理由", value: "", hint: "兩邊的提案人會看到，都同意了才併案", isRequired: true, rows: 2, attributes: "maxlength=\"500\""))\
            <p><button class="button button-quiet">請提案人回覆</button></p></form></details>
            """
    }

    // MARK: The authors

    /// `names`: of the proposals; `visitor`: who reads it.
    static func question(
        _ merger: ProposalMerger, of id: ID<Proposal>, names: [ID<Proposal>: String], visitor: ID<Employee>,
        chrome: Chrome
    ) -> HTML {
        let other = names[merger.later == id ? merger.earlier : merger.later] ?? "另一件提案"
        let lead = merger.later == id ? "這件併入\(other)。" : "\(other)併入這一件。"
        if merger.mergedAt != nil {
            return Component.banner(.info, lead, "評審與決議都依先提出的一件；兩件的內容都留著。")
        }
        guard merger.isOpen else { return .empty }
        let asks = merger.answers.contains { $0.employee == visitor && $0.agrees == nil }
        return """
            <section class="card card-lined stack-tight no-print" aria-label="併案"><p><strong>承辦人建議併案：\(lead)</strong></p>\
            <p>理由：\(merger.reason)</p><p class="soft">\(merger.answers.map(ProposalMergerTerms.words).joined(separator: "；"))。\
            都同意了才併案；創意歸先提出的一件。</p>\(when: asks, answer(merger, at: id, chrome))</section>
            """
    }

    private static func answer(_ merger: ProposalMerger, at id: ID<Proposal>, _ chrome: Chrome) -> HTML {
        """
        <form class="row" method="post" action="\(ProposalViews.address(of: id))/merger">\(Layout.token(chrome))\
        <input type="hidden" name="later" value="\(merger.later)">\
        <button class="button" name="answer" value="yes">同意併案</button>\
        <button class="button button-quiet" name="answer" value="no">不同意</button></form>
        """
    }
}
