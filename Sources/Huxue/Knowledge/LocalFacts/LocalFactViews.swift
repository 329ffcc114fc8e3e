/// The office's answers: in a form, and in the pages that ask for them.
enum LocalFactViews {
    static func form(
        _ form: LocalFactForm, problem: LocalFactRefusal? = nil, done: String? = nil, chrome: Chrome
    ) -> HTML {
        Layout.page(
            "本所資料", chrome: chrome, section: "/local-facts",
            crumbs: [Crumb("首頁", "/"), PageTerms.place, Crumb("本所資料")],
            head: "<p class=\"soft\">法規留給各所決定的事，在這裡填一次，用到的條目與一次告知單都會顯示。</p>",
            content: """
                \(Component.done(done))
                \(problem.map(told))
                <form class="form" method="post" action="\(LocalFactTerms.address)">\(Layout.token(chrome))
                \(each: LocalFact.allCases, { fact in
                    "<input type=\"hidden\" name=\"\(LocalFactForm.mark(of: fact))\" value=\"\(form.shown[fact] ?? "")\">"
                })
                <h2>聯絡方式</h2>\(each: LocalFact.allCases.filter(\.isContact), { fact in
                    FieldViews.text(
                        fact.rawValue, label: LocalFactTerms.name(of: fact), value: form.texts[fact] ?? "",
                        hint: "\(LocalFactTerms.hint(for: fact))", error: error(problem, fact))
                })
                <h2>各所自行決定的事</h2>\(each: LocalFact.allCases.filter { !$0.isContact }, { fact in
                    FieldViews.area(
                        fact.rawValue, label: LocalFactTerms.name(of: fact), value: form.texts[fact] ?? "",
                        hint: "\(LocalFactTerms.hint(for: fact))；內文寫 \(LocalFactTerms.placeholder(for: fact))",
                        error: error(problem, fact))
                })
                <p class="row"><button class="button">儲存</button></p></form>
                """)
    }

    /// What keeps the form from being saved, with links to the fields.
    private static func told(_ problem: LocalFactRefusal) -> HTML {
        let fields = LocalFact.allCases.compactMap { fact in
            problem.sentence(on: fact).map { (field: fact.rawValue, sentence: $0) }
        }
        return Component.errorSummary(fields, title: problem.kind == .conflict ? problem.sentence : nil)
    }

    private static func error(_ problem: LocalFactRefusal?, _ fact: LocalFact) -> String? {
        problem?.sentence(on: fact)
    }

    /// The answer in a page's text.
    ///
    /// `isPublic`: for citizens, who are told to ask; colleagues are told that nobody has answered.
    static func answer(to fact: LocalFact, _ facts: LocalFacts, isPublic: Bool) -> HTML {
        guard let text = facts[fact] else {
            return isPublic
                ? "\(LocalFactTerms.askUs)"
                : "<span class=\"local-fact\" data-missing>\(LocalFactTerms.missing(fact))</span>"
        }
        let lines = text.split(separator: "\n")
        return "<span class=\"local-fact\">\(each: lines.enumerated(), { $0 > 0 ? "<br>\($1)" : "\($1)" })</span>"
    }
}
