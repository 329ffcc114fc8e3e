/// Two versions of a page side by side, what changed marked.
enum PageComparisonViews {
    static let legend: HTML = """
        <p class="legend-inline soft"><span><ins>雙底線</ins>　新增</span><span><del>刪除線</del>　刪除</span></p>
        """

    static func sides(_ comparison: PageComparison, old: String, new: String) -> HTML {
        guard !comparison.isEmpty else { return "<p>兩版的內容相同。</p>" }
        return """
            <div class="stack">\(fields(comparison.fields))\
            \(when: !comparison.text.isEmpty, """
                <div class="diff"><section class="diff-side"><h3>\(old)</h3>\(lines(comparison.text, .removed))</section>
                <section class="diff-side"><h3>\(new)</h3>\(lines(comparison.text, .added))</section></div>
                """)</div>
            """
    }

    private static func fields(_ fields: [PageComparison.Field]) -> HTML {
        guard !fields.isEmpty else { return .empty }
        return """
            <div class="table-scroll"><table class="table"><caption class="visually-hidden">欄位的變動</caption>\
            <thead><tr><th scope="col">欄位</th><th scope="col">原來</th><th scope="col">改為</th></tr></thead><tbody>\
            \(each: fields, { field in
                "<tr><th scope=\"row\">\(PageTerms.name(of: field.name))</th><td>\(ArticleViews.side(field.row, .removed))</td><td>\(ArticleViews.side(field.row, .added))</td></tr>"
            })</tbody></table></div>
            """
    }

    private static func lines(_ parts: [PageComparison.Part], _ kind: ArticleComparison.Segment.Kind) -> HTML {
        "<div class=\"diff-lines\">\(each: parts, { line($0, kind) })</div>"
    }

    private static func line(_ part: PageComparison.Part, _ kind: ArticleComparison.Segment.Kind) -> HTML {
        switch part {
        case .gap(let count): return "<p class=\"soft\">（\(count) 行相同）</p>"
        case .row(let row):
            // A line that only the other side has.
            let isElsewhere = !row.segments.isEmpty && row.segments.allSatisfy { $0.kind != .same && $0.kind != kind }
            return isElsewhere ? .empty : "<p>\(ArticleViews.side(row, kind))</p>"
        }
    }
}
