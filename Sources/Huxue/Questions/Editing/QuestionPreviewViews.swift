/// What stands beside a question that is being written: how it will look, what to look at, and what the law says.
enum QuestionPreviewViews {
    struct Preview: Sendable {
        /// The text as far as it is written.
        let revision: QuestionRevision
        /// What keeps it from being saved.
        let problems: [QuestionFormProblem]
        /// False while nothing of a new question is written yet.
        let isBegun: Bool
        let warnings: [QuestionWarning.Kind]
        /// Quotations of the explanation that stand in none of the articles.
        let quotations: [String]
        /// What the office's law says against the citations.
        let citations: [QuestionProblem.Kind]
        /// Questions with a stem like this one, the likest first.
        let similar: [SimilarQuestion]
        let articles: [CitedArticle]
        let links: CitationLinks
    }

    /// `isAsked`: whether the writer has asked what is wrong; else nothing is before something is written.
    static func fragment(_ preview: Preview, isAsked: Bool = false) -> HTML {
        """
        \(when: isAsked || preview.isBegun, checks(preview))\(similar(preview.similar))
        <section class="stack-tight" aria-label="應試畫面"><h3>應試畫面</h3>\
        \(preview.revision.stem.isEmpty ? "<p class=\"soft\">寫了題幹就會顯示。</p>" : QuestionView.fieldset(
            QuestionView.Placed(
                number: 1, revision: preview.revision, order: Array(preview.revision.choices.indices), points: nil),
            isDisabled: true))</section>
        \(articles(preview.articles, preview.links, isNested: true))
        """
    }

    private static func checks(_ preview: Preview) -> HTML {
        let sentences =
            preview.citations.map(\.sentence) + preview.warnings.map(\.sentence)
            + preview.quotations.map { QuestionProblem.Kind.quotationNotFound($0).sentence }
        return """
            \(when: !preview.problems.isEmpty, """
                <div class="banner" data-tone="fail">\(Icon.cross)<div><p><strong>還不能儲存：</strong></p>\
                <ul>\(each: preview.problems, { "<li>\($0.sentence)</li>" })</ul></div></div>
                """)\
            \(when: !sentences.isEmpty, """
                <div class="banner" data-tone="warn">\(Icon.warning)<div><p><strong>可以儲存，但建議看看：</strong></p>\
                <ul>\(each: sentences, { "<li>\($0)</li>" })</ul></div></div>
                """)\
            \(when: preview.problems.isEmpty && sentences.isEmpty, Component.banner(.pass, "檢查過了，沒有要改的地方。"))
            """
    }

    private static func similar(_ found: [SimilarQuestion]) -> HTML {
        guard !found.isEmpty else { return .empty }
        return """
            <section class="stack-tight" aria-label="相近的試題"><h3>題庫裡相近的試題</h3><ul class="link-list">\
            \(each: found, { question in
                """
                <li><a href="\(QuestionViews.address(of: question.code))" target="_blank">\(question.code)\
                <span class="visually-hidden">（另開分頁）</span></a>\
                <span class="soft">相近 \(question.percent)%　\(QuestionText.stem(question.stem))</span></li>
                """
            })</ul></section>
            """
    }

    /// The cited articles as they read now.
    ///
    /// `isNested`: whether they stand below a heading of the second level, not directly below the page's own.
    static func articles(_ articles: [CitedArticle], _ links: CitationLinks, isNested: Bool = false) -> HTML {
        guard !articles.isEmpty else { return .empty }
        let title: HTML = isNested ? "<h3>引用的現行條文</h3>" : "<h2>引用的現行條文</h2>"
        return """
            <section class="stack-tight" aria-label="現行條文">\(title)\
            \(each: articles, { article($0, links, isNested: isNested) })</section>
            """
    }

    private static func article(_ article: CitedArticle, _ links: CitationLinks, isNested: Bool) -> HTML {
        let link = CitationViews.link(to: article.citation, links)
        guard let number = article.citation.article else { return "<p>\(link)</p>" }
        guard let text = article.text else {
            return "<p>\(link)<span class=\"soft\">　本所沒有這一條的條文，請到全國法規資料庫核對。</span></p>"
        }
        let title: HTML = isNested ? "<h4>\(link)</h4>" : "<h3>\(link)</h3>"
        return """
            <article class="card card-lined stack-tight">\(title)\
            \(ArticleTextViews.text(text, of: article.citation.statute.pcode, number))</article>
            """
    }
}
