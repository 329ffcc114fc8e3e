/// What the editor shows beside what is written: what is wrong, and how it will look.
enum CasePreviewViews {
    struct Preview: Sendable {
        let form: CaseForm
        let problems: [CaseFormProblem]
        let citations: [Citation]
        let links: CitationLinks
    }

    static func fragment(_ preview: Preview) -> HTML {
        """
        <div class="stack">\(problems(preview.problems))\
        \(when: !preview.citations.isEmpty, "<p>\(each: preview.citations, { "\(CitationViews.link(to: $0, preview.links))　" })</p>")\
        \(CaseViews.prose(preview.form))</div>
        """
    }

    private static func problems(_ problems: [CaseFormProblem]) -> HTML {
        guard !problems.isEmpty else { return .empty }
        return """
            <div class="banner" data-tone="info">\(Icon.info)<p><strong>送出以前還要處理：</strong></p><ul>\
            \(each: problems, { "<li>\($0.sentence)</li>" })</ul></div>
            """
    }
}
