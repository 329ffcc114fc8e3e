/// The page on which a reviewer answers a question, and then judges it.
enum QuestionReviewViews {
    /// `chosen`, `remark`, `problem`: what was sent and why it was not enough; none at first.
    static func sheet(
        _ sheet: QuestionReviewActions.Sheet, chosen: ChoiceSet = .none, remark: String = "",
        problem: QuestionReviewRefusal? = nil, chrome: Chrome
    ) -> HTML {
        let question = sheet.question
        return Layout.page(
            "審題 \(question.code)", chrome: chrome, section: "/questions",
            crumbs: [
                Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb("審題", "/questions/reviews"), Crumb(question.code),
            ],
            head: """
                <p class="soft">\(question.topic)　\(QuestionTerms.name(of: sheet.revision.type))　第 \(sheet.revision.number) 版　\
                \(sheet.isAnswered ? "您答對了，看過答案與詳解，再決定通過或退回。" : "先作答；送出以後才會看到答案與詳解。")</p>
                """,
            content: """
                \(Component.errorSummary(problem.map { [(problemField($0), $0.sentence)] } ?? []))
                <div class="columns columns-main"><div class="stack">\(sheet.isAnswered
                    ? verdict(sheet, remark: remark, problem: problem, chrome: chrome)
                    : blind(sheet, chosen: chosen, remark: remark, problem: problem, chrome: chrome))</div>
                <aside class="stack" aria-label="法源依據">\(QuestionPreviewViews.articles(sheet.articles, sheet.links))</aside></div>
                """)
    }

    private static func problemField(_ problem: QuestionReviewRefusal) -> String {
        problem == .noRemark ? "remark" : "q1"
    }

    private static func blind(
        _ sheet: QuestionReviewActions.Sheet, chosen: ChoiceSet, remark: String, problem: QuestionReviewRefusal?,
        chrome: Chrome
    ) -> HTML {
        """
        <form class="stack stack-wide" method="post" action="\(QuestionViews.address(of: sheet.question.code))/review" novalidate>\
        \(Layout.token(chrome))<input type="hidden" name="revision" value="\(sheet.revision.number)">
        \(QuestionView.fieldset(placed(sheet.revision), chosen: chosen, isFlaggable: false))
        \(FieldViews.area(
            "remark", label: "給出題人的話", value: remark, hint: "題目不清楚時要寫；其他時候可以不寫。",
            error: problem == .noRemark ? problem?.sentence : nil))
        <p class="row"><button class="button" name="intent" value="answer">送出答案</button>\
        <button class="button button-quiet" name="intent" value="unclear">題目不清楚，退回</button>\
        <a href="/questions/reviews">返回待審清單</a></p></form>
        """
    }

    private static func verdict(
        _ sheet: QuestionReviewActions.Sheet, remark: String, problem: QuestionReviewRefusal?, chrome: Chrome
    ) -> HTML {
        let placed = placed(sheet.revision)
        return """
            <section class="stack" aria-label="答案與詳解"><p class="written">\(QuestionText.stem(sheet.revision.stem))</p>
            \(QuestionView.answers(placed, chosen: sheet.review.answer))
            \(QuestionView.reasons(sheet.revision, sheet.links))</section>
            <form class="stack" method="post" action="\(QuestionViews.address(of: sheet.question.code))/verdict" novalidate>\
            \(Layout.token(chrome))
            \(FieldViews.area(
                "remark", label: "給出題人的話", value: remark, hint: "退回時要寫；通過時可以不寫。",
                error: problem == .noRemark ? problem?.sentence : nil))
            <p class="row"><button class="button" name="intent" value="approve">通過，可以用了</button>\
            <button class="button button-quiet" name="intent" value="return">退回出題人</button></p></form>
            """
    }

    private static func placed(_ revision: QuestionRevision) -> QuestionView.Placed {
        QuestionView.Placed(
            number: 1, revision: revision, order: Array(revision.choices.indices), points: nil)
    }

    // MARK: On the question's page

    /// Who reviewed which revision, what they answered and decided; for those who may edit the question.
    static func history(_ rounds: [QuestionReviewRound]) -> HTML {
        guard !rounds.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="reviews"><div class="section-head"><h2 id="reviews">審題紀錄</h2></div>
            <div class="table-scroll"><table class="table table-stack"><thead><tr><th scope="col">送審</th>\
            <th scope="col">版本</th><th scope="col">審題人</th><th scope="col">作答</th><th scope="col">結果</th>\
            <th scope="col">意見</th></tr></thead><tbody>\(each: rounds, { row($0) })</tbody></table></div></section>
            """
    }

    private static func row(_ round: QuestionReviewRound) -> HTML {
        let review = round.review
        return """
            <tr><td class="nowrap" data-label="送審">\(ROCDate.withTime(review.submittedAt))　\(round.submitter)</td>\
            <td class="nowrap" data-label="版本">第 \(round.number) 版</td><td data-label="審題人">\(round.reviewer)\
            \(when: !round.isBlind, "　<span class=\"soft\">作答前看過答案</span>")</td>\
            <td data-label="作答">\(round.answer)</td>\
            <td class="nowrap" data-label="結果">\(QuestionReviewTerms.name(of: review.stage))\
            \(review.endedAt.map { "　\(ROCDate.withTime($0))" } ?? "")</td>\
            <td class="wide" data-label="意見">\(QuestionText.lines(review.remark))</td></tr>

            """
    }
}
