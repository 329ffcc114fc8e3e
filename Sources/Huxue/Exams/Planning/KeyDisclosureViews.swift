/// Examinees who knew keys beforehand, as the exam's manager is told.
enum KeyDisclosureViews {
    /// Empty when there are no such examinees.
    static func section(_ viewers: [KeyViewer], of exam: Exam) -> HTML {
        guard !viewers.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="keys"><div class="section-head">\
            <h2 id="keys">交卷前看過答案的應試人員</h2></div>
            <p class="soft measure">這些同仁交卷以前，在題庫、試卷預覽或匯出的題庫裡看過這次測驗抽題範圍內的答案。\
            是否影響成績，由承辦人認定。</p>
            <ul>\(each: viewers, { line($0, of: exam) })</ul></section>
            """
    }

    private static func line(_ viewer: KeyViewer, of exam: Exam) -> HTML {
        let address: Address = "\(ExamHeadViews.address(exam))/examinees/\(viewer.entry.employee)"
        let unit = ExamHeadViews.shortName(viewer.entry.unitName)
        return """
            <li><a href="\(address)">\(viewer.entry.name)</a>（\(viewer.entry.staffNumber)，\(unit)）：\
            看過 \(viewer.seen) 題的答案，\(drawn(viewer))；最近一次 \(ROCDate.withTime(viewer.latest))</li>
            """
    }

    private static func drawn(_ viewer: KeyViewer) -> String {
        guard let drawn = viewer.drawn else { return "還沒有開始應試" }
        return drawn == 0 ? "都不在本人的試卷裡" : "其中 \(drawn) 題在本人的試卷裡"
    }
}
