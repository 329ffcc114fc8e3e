/// What is done about an adopted proposal, and about all those of a call.
enum ProposalTaskViews {
    struct Contents: Sendable {
        let shown: ProposalActions.Shown
        let form: ProposalForm
        let tasks: [ProposalTask]
        /// On which the visitor may report.
        let reportable: Set<ID<ProposalTask>>
        let effect: ProposalEffect
        /// Of the procedure in the knowledge base; nil while it is not published.
        let pageTitle: String?
        let isManager: Bool
        let mayWritePage: Bool
        let units: UnitChoice
        let now: Moment
        /// As typed and not accepted, with the task that it is about; nil for a new one.
        var typed: (task: ID<ProposalTask>?, form: ProposalTaskForm)?
        var report: (task: ID<ProposalTask>, form: ProposalReportForm)?
        var claim: ProposalEffectForm?
        var page: String?
        var problems: [ProposalTaskProblem] = []
        var done: ProposalTaskDeed?
        var problem: (any Refusal)?

        var id: ID<Proposal> { shown.proposal.id }
        var today: Day { ROCDate.day(of: now) }

        func error(_ field: ProposalTaskProblem.Field) -> String? {
            problems.first { $0.field == field }?.sentence
        }
    }

    static func address(of id: ID<Proposal>) -> Address { "\(ProposalViews.address(of: id))/tasks" }
    static func overview(of call: ID<ProposalCall>) -> Address { "\(ProposalCallViews.address(of: call))/tasks" }

    static func page(_ contents: Contents, chrome: Chrome) -> HTML {
        let title = contents.form[.title]
        return Layout.page(
            ProposalTaskTerms.title, chrome: chrome, section: ProposalViews.section(contents.shown.role),
            crumbs: [
                Crumb("首頁", "/"), ProposalTerms.place, Crumb(title, ProposalViews.address(of: contents.id)),
                Crumb(ProposalTaskTerms.title),
            ],
            head: "<p class=\"row soft\"><span>\(title)</span><span>\(contents.shown.call.plan.title)</span></p>",
            content: """
                \(Component.done(contents.done?.sentence))\
                \(when: !contents.problems.isEmpty, Component.errorSummary(contents.problems.map { (id($0.field, contents), $0.sentence) }))\
                \(contents.problem.map { Component.errorSummary([("actions", $0.sentence)], title: "沒有完成") })
                \(effect(contents, chrome))
                <section class="stack" aria-labelledby="tasks"><h2 id="tasks">執行工作</h2>\
                \(when: contents.tasks.isEmpty, "<p class=\"soft\">還沒有安排。</p>")\
                \(each: contents.tasks, { task($0, contents, chrome) })\
                \(when: contents.isManager, addition(contents, chrome))</section>
                \(procedure(contents, chrome))
                """)
    }

    /// Of the field on the page; forms that stand more than once carry the task's number.
    private static func id(_ field: ProposalTaskProblem.Field, _ contents: Contents) -> String {
        if let report = contents.report { return "\(field.rawValue)-\(report.task)" }
        if let typed = contents.typed { return Self.name(field.rawValue, typed.task) }
        return field.rawValue
    }

    private static func name(_ field: String, _ task: ID<ProposalTask>?) -> String {
        task.map { "\(field)-task\($0)" } ?? field
    }

    // MARK: What it brings

    private static func effect(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let (form, confirmed) = (contents.form, contents.effect.confirmed)
        let promised = ProposalPreviewViews.savings(form)
        return """
            <section class="card stack-tight" aria-labelledby="effect-head"><h2 id="effect-head">效益</h2><dl class="facts">\
            <dt>預期</dt><dd>\(promised.isEmpty ? form[.benefit] : promised)</dd>\
            <dt>實際</dt><dd>\(confirmed.map(words) ?? "還沒有確認")</dd></dl>\
            \(when: contents.isManager, confirmation(contents, chrome))</section>
            """
    }

    private static func words(_ confirmed: ProposalEffect.Confirmed) -> HTML {
        let saved = confirmed.minutesAYear.map { "\(ProposalTaskTerms.saved($0))。" } ?? ""
        return """
            \(saved)\(each: Form.lines(typed: confirmed.words), { "\($0)<br>" })\
            <span class="soft">\(confirmed.confirmedBy) \(ROCDate.withTime(confirmed.confirmedAt)) 確認</span>
            """
    }

    private static func confirmation(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let form = contents.claim ?? contents.effect.confirmed.map(ProposalEffectForm.init) ?? ProposalEffectForm()
        return """
            <details class="no-print"\(when: contents.claim != nil, " open")><summary>確認實際效益</summary>\
            <form class="form" method="post" action="\(address(of: contents.id))/effect" novalidate>\(Layout.token(chrome))\
            \(FieldViews.number("minutes", label: "每件實際省下的時間", value: form.minutes, unit: "分鐘", hint: "量得出來的才填", error: contents.error(.minutes)))\
            \(FieldViews.number("cases", label: "每年實際件數", value: form.cases, unit: "件", error: contents.error(.cases)))\
            \(FieldViews.area("effect", name: "words", label: "實際效益", value: form.words, hint: "怎麼量的、量了多久、與預期差在哪裡", error: contents.error(.effect), isRequired: true))\
            <p><button class="button button-quiet">確認</button></p></form></details>
            """
    }

    // MARK: Tasks

    private static func task(_ task: ProposalTask, _ contents: Contents, _ chrome: Chrome) -> HTML {
        """
        <section class="card stack-tight" id="task-\(task.id)" aria-label="\(task.title)">\
        <div class="row row-spread"><h3>\(task.title)</h3>\(ProposalTaskTerms.badge(task, on: contents.today))</div>\
        <p class="row soft"><span>\(task.unit.shortName)</span>\(task.person.map { "<span>\($0.employee.name)</span>" as HTML })\
        <span>\(ROCDate.short(task.dueOn)) 以前</span></p>\
        \(when: !task.progress.isEmpty, progress(task.progress))\
        \(when: contents.reportable.contains(task.id), report(task, contents, chrome))\
        \(when: contents.isManager, change(task, contents, chrome))</section>
        """
    }

    private static func progress(_ progress: [ProposalProgress]) -> HTML {
        """
        <ul class="plain">\(each: progress, {
            "<li>\(ProposalTaskTerms.month($0.month))　<strong>\($0.percent) %</strong>　\($0.words)　<span class=\"soft\">\($0.savedBy)</span></li>"
        })</ul>
        """
    }

    private static func report(_ task: ProposalTask, _ contents: Contents, _ chrome: Chrome) -> HTML {
        let typed = contents.report?.task == task.id ? contents.report?.form : nil
        let month = ProposalTaskRules.month(of: contents.today)
        let now = task.progress.first { $0.month == month }
        func error(_ field: ProposalTaskProblem.Field) -> String? { typed == nil ? nil : contents.error(field) }
        func named(_ field: String) -> String { "\(field)-\(task.id)" }
        let isOpen =
            typed != nil || !task.isDone && now == nil && task.person?.employee.id == contents.shown.visitor
        return """
            <details class="no-print"\(when: isOpen, " open")><summary>填進度</summary>\
            <form class="form" method="post" action="\(address(of: contents.id))/\(task.id)/progress" novalidate>\(Layout.token(chrome))\
            <div class="row">\(field(named("month"), "month", "月份", typed?.month ?? ProposalTaskTerms.field(month), "民國年/月", error(.month)))\
            \(field(named("percent"), "percent", "完成比例（%）", typed?.percent ?? now.map { "\($0.percent)" } ?? "", "100 就是完成", error(.percent)))</div>\
            \(FieldViews.area(named("words"), name: "words", label: "進度說明", value: typed?.words ?? now?.words ?? "", error: error(.words), isRequired: true, rows: 2))\
            <p><button class="button">儲存進度</button></p></form></details>
            """
    }

    private static func field(
        _ id: String, _ name: String, _ label: String, _ value: String, _ hint: String, _ error: String?
    ) -> HTML {
        """
        <div class="field"><label for="\(id)">\(label)</label>\(FieldViews.hint(id, "\(hint)"))\
        <input class="input input-short" id="\(id)" name="\(name)" value="\(value)"\(FieldViews.described(id, "\(hint)", error))>\
        \(FieldViews.error(id, error))</div>
        """
    }

    private static func change(_ task: ProposalTask, _ contents: Contents, _ chrome: Chrome) -> HTML {
        let typed = contents.typed.flatMap { $0.task == task.id ? $0.form : nil }
        let own: Address = "\(address(of: contents.id))/\(task.id)"
        return """
            <details class="no-print"\(when: typed != nil, " open")><summary>修改這項工作</summary>\
            <form class="form" method="post" action="\(own)" novalidate>\(Layout.token(chrome))\
            <input type="hidden" name="seen" value="\(task.edit)">\
            \(fields(typed ?? ProposalTaskForm(task), task.id, isTyped: typed != nil, contents))\
            <p><button class="button button-quiet">儲存修改</button></p></form>\
            \(when: task.progress.isEmpty, removal(own, chrome))</details>
            """
    }

    private static func removal(_ own: Address, _ chrome: Chrome) -> HTML {
        """
        <form method="post" action="\(own)/removal">\(Layout.token(chrome))\
        <button class="button button-quiet">刪除這項工作</button></form>
        """
    }

    private static func addition(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let typed = contents.typed.flatMap { $0.task == nil ? $0.form : nil }
        let isOpen = typed != nil || contents.tasks.isEmpty
        return """
            <details class="no-print" id="actions"\(when: isOpen, " open")><summary>加入工作</summary>\
            <form class="form" method="post" action="\(address(of: contents.id))" novalidate>\(Layout.token(chrome))\
            \(fields(typed ?? ProposalTaskForm(), nil, isTyped: typed != nil, contents))\
            <p><button class="button">加入</button></p></form></details>
            """
    }

    private static func fields(
        _ form: ProposalTaskForm, _ task: ID<ProposalTask>?, isTyped: Bool, _ contents: Contents
    ) -> HTML {
        func error(_ field: ProposalTaskProblem.Field) -> String? { isTyped ? contents.error(field) : nil }
        func named(_ field: String) -> String { name(field, task) }
        let options =
            contents.units.isWhole
            ? [FieldViews.Option(value: "", words: "請選")] + UnitFieldViews.options(contents.units.units) { "\($0.id)" }
            : []
        let unit: HTML =
            contents.units.isWhole
            ? FieldViews.select(
                "unit", label: "主責單位", options: options, chosen: form.unit, error: error(.unit), isRequired: true,
                id: named("unit"))
            : field(named("unit"), "unit", "主責單位", form.unit, "單位名稱", error(.unit))
        return """
            \(wide(named("title"), "title", "工作", form.title, "要做什麼", error(.title)))\(unit)\
            \(wide(named("person"), "person", "負責人", form.person, "姓名或員工編號；留空就由該單位主管填進度", error(.person), "data-completions=\"/people/suggestions\""))\
            \(field(named("dueOn"), "dueOn", "期限", form.dueOn, "民國年/月/日", error(.dueOn)))
            """
    }

    private static func wide(
        _ id: String, _ name: String, _ label: String, _ value: String, _ hint: String, _ error: String?,
        _ attributes: HTML = .empty
    ) -> HTML {
        """
        <div class="field"><label for="\(id)">\(label)</label>\(FieldViews.hint(id, "\(hint)"))\
        <input class="input" id="\(id)" name="\(name)" value="\(value)"\(FieldViews.described(id, "\(hint)", error)) \(attributes)>\
        \(FieldViews.error(id, error))</div>
        """
    }

    // MARK: The procedure

    private static func procedure(_ contents: Contents, _ chrome: Chrome) -> HTML {
        let code = contents.effect.page
        let link: HTML =
            contents.pageTitle.map { "<a href=\"/pages/\(code)\">\($0)</a>" }
            ?? (code.isEmpty ? "還沒有" : "還沒有發布（代號 \(code)）")
        return """
            <section class="stack-tight" aria-labelledby="procedure"><h2 id="procedure">標準作業程序</h2>\
            <p>採行的提案寫成知識庫的程序，才會留下來：\(link)。</p>\
            \(when: contents.mayWritePage && contents.pageTitle == nil, draft(contents, chrome))\
            \(when: contents.isManager, linking(contents, chrome))</section>
            """
    }

    private static func draft(_ contents: Contents, _ chrome: Chrome) -> HTML {
        """
        <form class="no-print" method="post" action="\(address(of: contents.id))/draft">\(Layout.token(chrome))\
        <button class="button button-quiet">寫成程序</button></form>
        """
    }

    private static func linking(_ contents: Contents, _ chrome: Chrome) -> HTML {
        """
        <details class="no-print"\(when: contents.page != nil, " open")><summary>連到已有的程序</summary>\
        <form class="form" method="post" action="\(address(of: contents.id))/page" novalidate>\(Layout.token(chrome))\
        \(FieldViews.text("page", label: "程序的代號", value: contents.page ?? contents.effect.page, hint: "知識庫網址最後一段，例如 moving-minor；留空就取消連結", error: contents.error(.page)))\
        <p><button class="button button-quiet">儲存</button></p></form></details>
        """
    }
}
