/// A score sheet to be read: what was given and written, with the total.
enum ScoreSheetViews {
    /// `showsPanel`: whether the words for the panel are shown too.
    static func table(_ entries: ScoreEntries, by plan: RubricPlan, showsPanel: Bool) -> HTML {
        let total = Points(rounding: RubricRules.total(of: entries.points, by: plan)).text
        return """
            <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">評分</caption>\
            <thead><tr><th scope="col">項目</th><th scope="col" class="num">占總分</th><th scope="col" class="num">分數</th>\
            <th scope="col">評語</th></tr></thead><tbody>\
            \(each: zip(zip(plan.criteria, RubricRules.shares(of: plan)), entries.marks), { row($0.0, $0.1, $1) })</tbody>\
            <tfoot><tr><th scope="row">加權總分</th><td></td><td class="num">\(total)／\(plan.total)</td><td></td></tr></tfoot></table></div>
            \(words("給提案人的話", entries.toAuthors))\(when: showsPanel, words("給評審會議的話", entries.toPanel))
            """
    }

    private static func row(_ criterion: RubricCriterion, _ share: Fraction, _ mark: CriterionMark) -> HTML {
        """
        <tr><th scope="row">\(criterion.name)</th><td class="num" data-label="占總分">\(RubricTerms.percent(share))</td>\
        <td class="num" data-label="分數">\(mark.points?.text ?? "—")／\(criterion.scale.top.text)</td>\
        <td data-label="評語" class="wide">\(lines(mark.comment))</td></tr>
        """
    }

    private static func words(_ title: String, _ text: String) -> HTML {
        guard !text.isEmpty else { return .empty }
        return "<p><strong>\(title)</strong><br>\(lines(text))</p>"
    }

    private static func lines(_ text: String) -> HTML {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "\(each: lines.enumerated(), { $0 > 0 ? "<br>\($1)" : "\($1)" })"
    }
}
