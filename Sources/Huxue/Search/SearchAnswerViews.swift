/// The answer to a question, above what was found.
enum SearchAnswerViews {
    static func answer(_ answer: SearchAnswer) -> HTML {
        """
        <section class="card card-lined stack-tight" aria-labelledby="answer"><h2 id="answer">\
        <a href="\(answer.address)">\(answer.title)</a>　\(answer.heading)</h2>\
        \(answer.warnings)<div class="prose stack-tight">\(answer.html)</div>\(answer.basis)\
        <p class="soft">依 \(ROCDate.long(answer.lawAsOf))的法規</p></section>

        """
    }
}
