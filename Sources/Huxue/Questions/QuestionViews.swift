/// 試題: one question, as the examinee sees it and as the editor does.
enum QuestionViews {
    enum View: String, Sendable {
        case examinee, editor
    }

    struct Contents: Sendable {
        let question: Question
        /// Newest first; the first is the current one.
        let revisions: [QuestionRevision]
        /// The one shown.
        let revision: QuestionRevision
        /// The one that it is compared with; nil for none.
        let against: QuestionRevision?
        /// Who saved which revision and why, newest first.
        let versions: [WrittenVersion]
        let view: View
        /// Whether the reader must not learn the key now, and why.
        let seal: Seal?
        /// Amendments of its law.
        let amendments: Amendments
        let today: Day
        /// Whether the reader may decide what becomes of it.
        let mayEdit: Bool
        /// Where its citations lead.
        let links: CitationLinks
        /// Whether the reader may answer it as its reviewer.
        let mayReview: Bool
        /// Rounds of review, the latest first; none for who does not edit it.
        let rounds: [QuestionReviewRound]
        let done: QuestionDeed?
    }

    /// Why a key stays closed.
    enum Seal: Sendable {
        /// The reader is taking a test in which it stands.
        case test
        /// The reader may be asked to answer it as its reviewer.
        case review
    }

    struct Amendments: Sendable {
        /// Those that nobody has decided on yet; none for a retired question.
        let open: [AmendmentFlag]
        /// Those that somebody has, the latest first.
        let decided: [AmendmentFlag]
        let comparisons: [ID<StatuteVersion>: AmendmentLink]
        let deciders: [String: String]
    }

    static func address(of code: String) -> Address { "/questions/\(segment: code)" }

    static func question(_ contents: Contents, chrome: Chrome) -> HTML {
        let question = contents.question
        let list = QuestionListViews.address(QuestionFilter(topic: question.topic))
        return Layout.page(
            "試題 \(question.code)", chrome: chrome, section: "/questions",
            crumbs: [
                Crumb("首頁", "/"), Crumb("題庫", "/questions"), Crumb(question.topic, list), Crumb(question.code),
            ],
            head: """
                <p class="soft">\(question.topic)　\(QuestionTerms.name(of: contents.revision.type))　\
                \(QuestionTerms.name(of: contents.revision.level))　依 \(ROCDate.long(question.lawAsOf))的法規核對</p>
                """,
            badge: question.state == .active ? .empty : Component.badge(.warn, QuestionTerms.name(of: question.state)),
            content: """
                \(Component.done(contents.done?.sentence))\(actions(contents, chrome: chrome))\
                \(QuestionAmendmentViews.section(contents, chrome: chrome))\
                \(tabs(contents))
                \(contents.view == .examinee ? examinee(contents) : contents.seal.map(sealed) ?? editor(contents))
                \(when: contents.seal == nil, QuestionReviewViews.history(contents.rounds))
                \(when: contents.mayEdit, AmendmentTableViews.history(
                    contents.amendments.decided, deciders: contents.amendments.deciders))
                \(QuestionAmendmentViews.retirement(contents, chrome: chrome))
                """)
    }

    private static func tabs(_ contents: Contents) -> HTML {
        let path = address(of: contents.question.code)
        let views: [(View, String, Address)] = [
            (.examinee, "應試畫面", path), (.editor, "答案與詳解", path.with([("view", View.editor.rawValue)])),
        ]
        return """
            <nav class="tabs" aria-label="檢視方式">\(each: views, { view, title, address in
                "<a href=\"\(address)\"\(when: view == contents.view, " aria-current=\"page\"")>\(title)</a>"
            })<a href="\(path)/statistics">作答統計</a></nav>
            """
    }

    private static func examinee(_ contents: Contents) -> HTML {
        """
        <section class="stack" aria-label="應試畫面"><div>\
        \(QuestionView.fieldset(placed(contents.revision), isDisabled: true))</div>\
        <p class="soft">測驗時選項的順序可能不同；這裡不能作答。</p></section>
        """
    }

    /// What becomes of it next, for those who may do it.
    private static func actions(_ contents: Contents, chrome: Chrome) -> HTML {
        let (question, path) = (contents.question, address(of: contents.question.code))
        let isWritten = contents.mayEdit && contents.seal == nil && question.state != .retired
        guard isWritten || contents.mayReview else { return .empty }
        return """
            <div class="row no-print">\
            \(when: contents.mayReview, "<a class=\"button\" href=\"\(path)/review\">審這一題</a>")\
            \(when: isWritten, "<a class=\"button button-quiet\" href=\"\(path)/edit\">修改</a>")\
            \(when: isWritten && question.state == .draft, button("\(path)/submission", "送審", chrome))\
            \(when: isWritten && question.state == .inReview, button("\(path)/withdrawal", "撤回送審", chrome))</div>
            """
    }

    private static func button(_ address: Address, _ words: String, _ chrome: Chrome) -> HTML {
        """
        <form method="post" action="\(address)">\(Layout.token(chrome))<button class="button button-quiet">\(words)</button></form>
        """
    }

    private static func sealed(_ seal: Seal) -> HTML {
        switch seal {
        case .test: Component.banner(.warn, "這一題現在看不到答案與詳解。", "它在您還沒有交卷的測驗裡，交卷之後才能查看。")
        case .review: Component.banner(.info, "這一題在審題中，還看不到答案與詳解。", "審題的人要先作答；審完之後就能查看。")
        }
    }

    private static func editor(_ contents: Contents) -> HTML {
        let revision = contents.revision
        return """
            \(when: revision.id != contents.question.currentRevisionID, older(contents))
            <section class="stack" aria-labelledby="text"><h2 id="text" class="visually-hidden">內容</h2>
            <p class="written">\(QuestionText.stem(revision.stem))</p>
            \(QuestionView.answers(placed(revision)))
            \(QuestionView.reasons(revision, contents.links))</section>
            \(comparison(contents))
            \(history(contents))
            """
    }

    private static func older(_ contents: Contents) -> HTML {
        Component.banner(
            .info, "這是第 \(contents.revision.number) 版。",
            "現行的是第 \(contents.revisions.first?.number ?? 1) 版；用過舊版的測驗仍以舊版為準。",
            next: restoring(contents))
    }

    /// Leads to the editor with the text of an older revision.
    private static func restoring(_ contents: Contents) -> HTML {
        guard contents.mayEdit, contents.seal == nil, contents.question.state != .retired else { return .empty }
        let path: Address = "\(address(of: contents.question.code))/edit"
        return """
            <a href="\(path.with([("revision", String(contents.revision.number))]))">改回這一版的內容</a>
            """
    }

    private static func history(_ contents: Contents) -> HTML {
        let path = address(of: contents.question.code)
        let place = WrittenVersionViews.Place(list: path, comparison: "\(path)/comparison") {
            path.with([("view", View.editor.rawValue), ("revision", String($0))])
        }
        return """
            <section class="stack" aria-labelledby="history"><div class="section-head"><h2 id="history">版本</h2></div>
            \(WrittenVersionViews.list(contents.versions, at: place))</section>
            """
    }

    private static func placed(_ revision: QuestionRevision) -> QuestionView.Placed {
        QuestionView.Placed(number: 1, revision: revision, order: Array(revision.choices.indices), points: nil)
    }
}

/// The shown revision beside another one.
extension QuestionViews {
    private static func comparison(_ contents: Contents) -> HTML {
        let new = contents.revision
        guard let old = contents.against else { return .empty }
        let title = old.number == new.number - 1 ? "與前一版的差異" : "第 \(old.number) 版與第 \(new.number) 版的差異"
        let parts = zip(parts(of: old), parts(of: new)).map { before, after in
            (title: after.title, difference: RunDifference(from: before.text, to: after.text))
        }
        return """
            <section class="stack" aria-labelledby="changes"><div class="section-head">\
            <h2 id="changes">\(title)</h2></div>
            <p class="legend-inline"><span><del>刪除的文字</del></span><span><ins>新增的文字</ins></span></p>
            <div class="diff">\
            \(side("old", "第 \(old.number) 版", parts.map { ($0.title, $0.difference.old) }, isOld: true))
            \(side("new", "第 \(new.number) 版", parts.map { ($0.title, $0.difference.new) }, isOld: false))</div></section>
            """
    }

    private static func side(
        _ id: String, _ title: String, _ parts: [(title: String, runs: [RunDifference.Run])], isOld: Bool
    ) -> HTML {
        """
        <section class="diff-side" aria-labelledby="\(id)"><h3 id="\(id)">\(title)</h3><dl class="facts">\
        \(each: parts, { "<dt>\($0.title)</dt><dd>\(each: $0.runs, { run($0, isOld: isOld) })</dd>" })</dl></section>
        """
    }

    private static func run(_ run: RunDifference.Run, isOld: Bool) -> HTML {
        switch run {
        case .same(let text): QuestionText.lines(text)
        case .changed(let text) where isOld:
            WrittenComparisonViews.removed(QuestionText.lines(text))
        case .changed(let text):
            WrittenComparisonViews.added(QuestionText.lines(text))
        }
    }

    private static func parts(of revision: QuestionRevision) -> [(title: String, text: String)] {
        let right = revision.key.places.compactMap {
            revision.choices.indices.contains($0) ? revision.choices[$0] : nil
        }
        return [
            ("題型", QuestionTerms.name(of: revision.type)), ("層次", QuestionTerms.name(of: revision.level)),
            ("題幹", revision.stem), ("選項", revision.choices.joined(separator: "\n")),
            ("答案", right.joined(separator: "\n")), ("詳解", revision.explanation),
            ("法源", revision.citations.map(\.description).joined(separator: "\n")),
        ]
    }
}
