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
        let view: View
        /// Whether the reader must not learn the key now.
        let isSealed: Bool
        /// Amendments of its law.
        let amendments: Amendments
        let today: Day
        /// Whether the reader may decide what becomes of it.
        let mayEdit: Bool
        /// Where its citations lead.
        let links: CitationLinks
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
            badge: question.state == .retired ? Component.badge(.warn, QuestionTerms.name(of: .retired)) : .empty,
            content: """
                \(QuestionAmendmentViews.section(contents, chrome: chrome))\
                \(tabs(contents))
                \(contents.view == .examinee ? examinee(contents) : contents.isSealed ? sealed : editor(contents))
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

    private static let sealed = Component.banner(
        .warn, "這一題現在看不到答案與詳解。", "它在您還沒有交卷的測驗裡，交卷之後才能查看。")

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
            "現行的是第 \(contents.revisions.first?.number ?? 1) 版；用過舊版的測驗仍以舊版為準。")
    }

    private static func history(_ contents: Contents) -> HTML {
        let path = address(of: contents.question.code)
        return """
            <section class="stack" aria-labelledby="history"><div class="section-head"><h2 id="history">版本</h2></div>
            <ol class="timeline">\(each: contents.revisions, { revision in
                """
                <li\(when: revision.id == contents.revision.id, " aria-current=\"true\"")>\
                <time datetime="\(ROCDate.iso(revision.createdAt))">\(ROCDate.withTime(revision.createdAt))</time>\
                <a href="\(path.with([("view", "editor"), ("revision", String(revision.number))]))">\
                第 \(revision.number) 版</a></li>
                """
            })</ol></section>
            """
    }

    private static func placed(_ revision: QuestionRevision) -> QuestionView.Placed {
        QuestionView.Placed(number: 1, revision: revision, order: Array(revision.choices.indices), points: nil)
    }
}

/// The shown revision beside the one before it.
extension QuestionViews {
    private static func comparison(_ contents: Contents) -> HTML {
        let new = contents.revision
        guard let old = contents.revisions.first(where: { $0.number == new.number - 1 }) else { return .empty }
        let parts = zip(parts(of: old), parts(of: new)).map { before, after in
            (title: after.title, difference: RunDifference(from: before.text, to: after.text))
        }
        return """
            <section class="stack" aria-labelledby="changes"><div class="section-head">\
            <h2 id="changes">與前一版的差異</h2></div>
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
