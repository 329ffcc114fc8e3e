/// Shows two versions side by side, with changes marked.
enum WrittenComparisonViews {
    static let legend: HTML = """
        <p class="legend-inline soft"><span><ins>雙底線</ins>　新增</span><span><del>刪除線</del>　刪除</span></p>
        """

    static func sides<Field>(_ comparison: WrittenComparison<Field>, old: String, new: String) -> HTML {
        guard !comparison.isEmpty else { return "<p>兩版的內容相同。</p>" }
        return """
            <div class="stack">\(fields(comparison.fields))\
            \(when: !comparison.text.isEmpty, """
                <div class="diff"><section class="diff-side"><h3>\(old)</h3>\(lines(comparison.text, .removed))</section>
                <section class="diff-side"><h3>\(new)</h3>\(lines(comparison.text, .added))</section></div>
                """)</div>
            """
    }

    private static func fields<Field>(_ fields: [WrittenComparison<Field>.Difference]) -> HTML {
        guard !fields.isEmpty else { return .empty }
        return """
            <div class="table-scroll"><table class="table"><caption class="visually-hidden">欄位的變動</caption>\
            <thead><tr><th scope="col">欄位</th><th scope="col">原來</th><th scope="col">改為</th></tr></thead><tbody>\
            \(each: fields, { row($0.field.name, $0.row) })</tbody></table></div>
            """
    }

    private static func row(_ name: String, _ row: LineComparison.Row) -> HTML {
        "<tr><th scope=\"row\">\(name)</th><td>\(side(row, .removed))</td><td>\(side(row, .added))</td></tr>"
    }

    private static func lines(_ parts: [LineComparison.Part], _ kind: LineComparison.Segment.Kind) -> HTML {
        "<div class=\"diff-lines\">\(each: parts, { line($0, kind) })</div>"
    }

    private static func line(_ part: LineComparison.Part, _ kind: LineComparison.Segment.Kind) -> HTML {
        switch part {
        case .gap(let count): return "<p class=\"soft\">（\(count) 行相同）</p>"
        case .row(let row):
            // A line that exists only on the other side.
            let isElsewhere = !row.segments.isEmpty && row.segments.allSatisfy { $0.kind != .same && $0.kind != kind }
            return isElsewhere ? .empty : "<p>\(side(row, kind))</p>"
        }
    }

    /// One side of a compared line: the parts that stayed the same and those that are only on this side.
    static func side(_ row: LineComparison.Row, _ kind: LineComparison.Segment.Kind) -> HTML {
        row.segments.reduce(into: HTML.empty) { markup, segment in
            switch segment.kind {
            case .same: markup.append(kind == .removed ? "\(segment.old)" : "\(segment.new)")
            case .removed where kind == .removed: markup.append(removed("\(segment.old)"))
            case .added where kind == .added: markup.append(added("\(segment.new)"))
            case .removed, .added: break
            }
        }
    }

    static func removed(_ text: HTML) -> HTML {
        "<del><span class=\"visually-hidden\">〔刪除：</span>\(text)<span class=\"visually-hidden\">〕</span></del>"
    }

    static func added(_ text: HTML) -> HTML {
        "<ins><span class=\"visually-hidden\">〔新增：</span>\(text)<span class=\"visually-hidden\">〕</span></ins>"
    }
}
