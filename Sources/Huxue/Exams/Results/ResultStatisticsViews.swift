/// The figures of an exam: average, pass rate, distribution, topics.
enum ResultStatisticsViews {
    static func statistics(_ sheet: ResultViews.Sheet) -> HTML {
        let (standing, passMark) = (sheet.standing, sheet.exam.plan.passMark)
        guard let summary = ResultRules.summary(of: sheet.scores, passMark: passMark) else {
            return Component.banner(.info, "沒有人交卷，因此沒有統計。")
        }
        let (rate, failed) = (summary.passRate, summary.submitted - summary.passed)
        return """
            <div class="tiles"><div class="figure"><span class="name">平均</span>\
            <span class="value">\(summary.average.text)<small> 分</small></span><span class="soft">中位數 \(summary.median.text)</span></div>\
            <div class="figure"><span class="name">及格率</span><span class="value">\(rate / 10).\(rate % 10)<small>%</small></span>\
            \(failedLink(failed, sheet.exam))</div>\
            <div class="figure"><span class="name">最高／最低</span>\
            <span class="value">\(summary.highest.text)<small>／</small>\(summary.lowest.text)</span></div>\
            <div class="figure"><span class="name">交卷</span><span class="value">\(standing.submitted)<small>／\(standing.roster) 人</small></span>\
            <span class="soft">請假 \(standing.excused) 人，未應試 \(standing.notStarted) 人</span></div></div>
            <div class="columns columns-half">\
            \(ScoreChartViews.distribution(scores: sheet.scores, passMark: passMark))\
            \(topics(sheet))</div>
            """
    }

    private static func failedLink(_ count: Int, _ exam: Exam) -> HTML {
        guard count > 0 else { return "<span class=\"soft\">全部及格</span>" }
        return "<a href=\"\(ResultViews.address(exam).with([("state", "failed")]))\">看不及格的 \(count) 人</a>"
    }

    private static func topics(_ sheet: ResultViews.Sheet) -> HTML {
        """
        <section class="stack-tight" aria-labelledby="topics"><h2 id="topics">各主題答對情形</h2>\
        \(sheet.topics.isEmpty ? fewPapers : topicTable(sheet.topics))</section>
        """
    }

    private static let fewPapers: HTML = """
        <p class="soft">交卷未滿 \(ResultRules.leastForTopics) 人，不做各主題的統計，免得看出個別同仁的作答。</p>
        """

    private static func topicTable(_ topics: [TopicResult]) -> HTML {
        """
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">各主題答對情形</caption>\
        <thead><tr><th scope="col">主題</th><th scope="col" class="num">作答題次</th><th scope="col" class="num">答對</th>\
        <th scope="col">答對率</th><th scope="col" class="num">百分比</th></tr></thead>\
        <tbody>\(each: topics, { topic in
            """
            <tr><th scope="row">\(topic.topic)</th><td class="num" data-label="作答題次">\(topic.questions)</td>\
            <td class="num" data-label="答對">\(topic.right)</td><td data-label="答對率"><progress value="\(topic.right)" \
            max="\(max(topic.questions, 1))" aria-label="\(topic.topic)答對率"></progress></td>\
            <td class="num" data-label="百分比">\(topic.percent)%</td></tr>
            """
        })</tbody></table></div>
        """
    }
}
