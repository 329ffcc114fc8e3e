/// What the editor shows beside what is written: what is wrong, what was proposed before, and how it will look.
enum ProposalPreviewViews {
    struct Preview: Sendable {
        let form: ProposalForm
        let problems: [ProposalFormProblem]
        /// Authors whose names stand in a text that is reviewed blind.
        let named: [String]
        let citations: [Citation]
        let links: CitationLinks
        let similar: [ProposalLine]
    }

    static func fragment(_ preview: Preview) -> HTML {
        """
        <div class="stack">\(problems(preview.problems))\(when: !preview.named.isEmpty, naming(preview.named))\
        \(similar(preview.similar))\
        \(when: !preview.form[.minutes].isEmpty && !preview.form[.cases].isEmpty, "<p>\(savings(preview.form))</p>")\
        \(when: !preview.citations.isEmpty, "<p>\(each: preview.citations, { "\(CitationViews.link(to: $0, preview.links))　" })</p>")\
        \(ProposalViews.prose(preview.form))</div>
        """
    }

    private static func problems(_ problems: [ProposalFormProblem]) -> HTML {
        guard !problems.isEmpty else { return .empty }
        return """
            <div class="banner" data-tone="info">\(Icon.info)<p><strong>送出以前還要處理：</strong></p><ul>\
            \(each: problems, { "<li>\($0.sentence)</li>" })</ul></div>
            """
    }

    static func naming(_ names: [String]) -> HTML {
        Component.banner(
            .warn, "內文寫到提案人：\(names.joined(separator: "、"))。", "這次是匿名評審，委員看到姓名就知道是誰寫的；請改寫成「本人」「承辦人」。附件的名稱與內容也請留意。")
    }

    private static func similar(_ lines: [ProposalLine]) -> HTML {
        guard !lines.isEmpty else { return .empty }
        return """
            <section class="stack-tight" aria-labelledby="similar"><h3 id="similar">以前有相近的提案</h3><ul>\
            \(each: lines, { "<li><a href=\"\(ProposalViews.address(of: $0.id))\">\($0.title)</a>　<span class=\"soft\">\($0.callTitle)</span></li>" })\
            </ul><p class="soft">可以在它們的基礎上改良；內容重複的，功勞歸先提出的人。</p></section>
            """
    }

    /// The figures multiplied, in words; empty when one cannot be read.
    static func savings(_ form: ProposalForm) -> String {
        guard let minutes = Form.number(typed: form[.minutes]), let cases = Form.number(typed: form[.cases]),
            ProposalForm.minuteRange.contains(minutes), ProposalForm.caseRange.contains(cases)
        else { return "" }
        let total = minutes * cases
        let hours = total < 60 ? "\(total) 分鐘" : "約 \((total + 30) / 60) 小時"
        return "每件省 \(minutes) 分鐘 × 每年 \(cases) 件 ＝ 每年省 \(hours)"
    }
}
