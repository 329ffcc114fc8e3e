/// Charts of scores, drawn on the server.
enum ScoreChartViews {
    private static let bottom = 178
    private static let height = 149
    private static let left = 34
    private static let width = 446

    /// Bar chart of how many people reached which score, with the same numbers as text.
    static func distribution(scores: [ScoreCount], passMark: Int) -> HTML {
        let bins = ResultRules.bins(scores: scores, passMark: passMark)
        let most = bins.map(\.count).max() ?? 0
        let step = max(1, (most + 2) / 3)
        let ticks = (0...3).map { $0 * step }
        return """
            <section class="stack-tight" aria-labelledby="distribution"><h2 id="distribution">成績分布</h2>\
            <figure class="chart"><svg viewBox="0 0 480 226" role="img" aria-labelledby="hist-t hist-d">\
            <title id="hist-t">成績分布</title><desc id="hist-d">\(words(bins, passMark: passMark))</desc>\
            <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
            <path class="hatch" d="M0 0V6"/></pattern></defs>\
            \(each: ticks, { tick($0, top: step * 3) })\
            \(each: Array(bins.enumerated()), { bar($0.element, place: $0.offset, of: bins.count, top: step * 3) })\
            \(threshold(bins, passMark: passMark))\
            <text x="480" y="220" text-anchor="end">分數</text></svg>\
            <figcaption class="soft">人數。斜線為不及格。</figcaption></figure>\
            \(numbers(bins))</section>
            """
    }

    private static func y(_ count: Int, top: Int) -> Int { bottom - height * count / max(top, 1) }

    private static func tick(_ count: Int, top: Int) -> HTML {
        let y = y(count, top: top)
        return """
            <path class="\(count == 0 ? "axis" : "grid")" d="M\(left) \(y)H480"/>\
            <text x="26" y="\(y + 5)" text-anchor="end">\(count)</text>
            """
    }

    private static func bar(_ bin: ScoreBin, place: Int, of count: Int, top: Int) -> HTML {
        let slot = width / max(count, 1)
        let x = left + place * width / max(count, 1) + 3
        let y = y(bin.count, top: top)
        let middle = x + (slot - 6) / 2
        let box: HTML = """
            x="\(x)" y="\(y)" width="\(max(slot - 6, 4))" height="\(bottom - y)"
            """
        let bar: HTML =
            bin.passes
            ? "<rect class=\"bar\" \(box)/>" : "<rect class=\"bar-fail\" \(box)/><rect fill=\"url(#hatch)\" \(box)/>"
        let hasLabel = count <= 11 || place % 2 == count % 2
        return """
            \(when: bin.count > 0, "\(bar)<text class=\"strong\" x=\"\(middle)\" y=\"\(y - 5)\" text-anchor=\"middle\">\(bin.count)</text>")\
            \(when: hasLabel, "<text x=\"\(middle)\" y=\"198\" text-anchor=\"middle\">\(bin.from)</text>")
            """
    }

    private static func threshold(_ bins: [ScoreBin], passMark: Int) -> HTML {
        guard let place = bins.firstIndex(where: \.passes), place > 0 else { return .empty }
        let x = left + place * width / max(bins.count, 1)
        return """
            <path class="threshold" d="M\(x) 12V\(bottom)"/>\
            <text class="strong" x="\(x - 6)" y="20" text-anchor="end">\(passMark) 分及格</text>
            """
    }

    private static func words(_ bins: [ScoreBin], passMark: Int) -> String {
        let total = bins.map(\.count).reduce(0, +)
        let failed = bins.filter { !$0.passes }.map(\.count).reduce(0, +)
        let parts = bins.filter { $0.count > 0 }.map { "\(range($0)) \($0.count) 人" }
        return "\(total) 人交卷，\(failed) 人未達 \(passMark) 分：\(parts.joined(separator: "，"))。"
    }

    private static func range(_ bin: ScoreBin) -> String {
        bin.from == bin.upTo ? "\(bin.from) 分" : bin.upTo == 100 ? "\(bin.from) 分以上" : "\(bin.from) 至未滿 \(bin.upTo) 分"
    }

    private static func numbers(_ bins: [ScoreBin]) -> HTML {
        """
        <details><summary>看數字</summary><div class="table-scroll"><table class="table">\
        <caption class="visually-hidden">成績分布的數字</caption>\
        <thead><tr><th scope="col">分數</th><th scope="col" class="num">人數</th><th scope="col">結果</th></tr></thead>\
        <tbody>\(each: bins, { bin in
            """
            <tr><th scope="row">\(range(bin))</th><td class="num">\(bin.count)</td><td>\(bin.passes ? "及格" : "不及格")</td></tr>
            """
        })</tbody></table></div></details>
        """
    }
}
