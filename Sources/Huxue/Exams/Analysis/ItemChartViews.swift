/// The picture of an exam's questions: how difficult they are against how well they discriminate.
enum ItemChartViews {
    private static let (left, right, top, bottom) = (44, 468, 14, 214)

    /// Each point leads to its question; questions whose groups cannot be told apart are left out and counted.
    static func picture(_ lines: [ItemLine], of exam: Exam) -> HTML {
        let points = lines.filter { $0.figures?.discrimination != nil }
        let missing = lines.count - points.count
        return """
            <section class="stack-tight" aria-labelledby="picture"><h2 id="picture">難易度與鑑別度</h2>\
            \(points.isEmpty ? nothing : chart(points, of: exam))\
            \(when: !points.isEmpty && missing > 0, "<p class=\"soft\">另有 \(missing) 題試卷太少或分不出高低兩組，沒有畫出。</p>")</section>
            """
    }

    private static let nothing: HTML = """
        <p class="soft">沒有一題分得出總分高低兩組，所以沒有圖。</p>
        """

    private static func chart(_ points: [ItemLine], of exam: Exam) -> HTML {
        """
        <figure class="chart"><svg viewBox="0 0 480 262" role="group" aria-labelledby="items-t items-d">\
        <title id="items-t">各題的難易度與鑑別度</title><desc id="items-d">\(words(points))</desc>\
        \(each: [100, 50, 0, -50, -100], { level($0) })\
        \(each: [0, 25, 50, 75, 100], { step($0) })\
        <text x="\((left + right) / 2)" y="258" text-anchor="middle">難易度 P（%），愈右愈容易</text>\
        \(each: points, { point($0, of: exam) })</svg>\
        <figcaption class="soft">縱軸是鑑別度 D，在 0 以下的空心點是程度好的人反而答錯。\
        點進去看那一題；同樣的數字在下面的表。</figcaption></figure>
        """
    }

    /// `discrimination`: in hundredths.
    private static func y(_ discrimination: Int) -> Int { top + (bottom - top) * (100 - discrimination) / 200 }

    /// `facility`: in hundredths of a per cent.
    private static func x(_ facility: Int) -> Int { left + (right - left) * facility / 10_000 }

    private static func level(_ discrimination: Int) -> HTML {
        let y = y(discrimination)
        return """
            <path class="\(discrimination == 0 ? "axis" : "grid")" d="M\(left) \(y)H\(right)"/>\
            <text x="\(left - 8)" y="\(y + 5)" text-anchor="end">\(Figure(hundredths: discrimination).text)</text>
            """
    }

    private static func step(_ percent: Int) -> HTML {
        let x = x(percent * 100)
        return """
            <path class="grid" d="M\(x) \(top)V\(bottom)"/>\
            <text x="\(x)" y="\(bottom + 20)" text-anchor="middle">\(percent)</text>
            """
    }

    private static func point(_ line: ItemLine, of exam: Exam) -> HTML {
        guard let figures = line.figures, let discrimination = figures.discrimination else { return .empty }
        let (code, isInverted) = (line.question.code, discrimination.hundredths < 0)
        let says = "\(code)：難易度 \(figures.facility.text)%，鑑別度 \(discrimination.text)"
        return """
            <a href="\(ItemViews.address(code, of: exam))" aria-label="\(says)"><title>\(says)</title>\
            <circle class="\(isInverted ? "dot-warn" : "dot")" cx="\(x(figures.facility.hundredths))" \
            cy="\(y(discrimination.hundredths))" r="6"/></a>
            """
    }

    private static func words(_ points: [ItemLine]) -> String {
        let values = points.compactMap { $0.figures?.discrimination?.hundredths }
        let (inverted, weak) = (values.count { $0 < 0 }, values.count { (0..<20).contains($0) })
        return "\(points.count) 題：鑑別度 0.20 以上 \(points.count - inverted - weak) 題，0 到 0.19 \(weak) 題，負數 \(inverted) 題。"
    }
}
