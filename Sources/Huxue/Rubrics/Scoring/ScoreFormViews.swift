/// 評分表: the form in which somebody scores, to stand in a page of the feature that owns the subject.
///
/// It works without the script; with it a digit chooses points in the criterion that has the focus, the total follows,
/// and what is filled in is saved as one goes.
enum ScoreFormViews {
    struct Sheet: Sendable {
        let plan: RubricPlan
        var form: ScoreForm
        /// The stored sheet's; 0 for none.
        var sequence: Int
        var problems: [ScoreProblem] = []
        /// Set when the page's address takes drafts: names the draft among the windows of one person, such as
        /// `proposal-31`.
        var draft: String?
        var savedAt: Moment?
        /// When another window has saved something else since this one was opened.
        var elsewhere: Moment?
        /// Whether the form holds what is not saved yet.
        var isUnsaved = false

        init(
            plan: RubricPlan, form: ScoreForm, sequence: Int, problems: [ScoreProblem] = [], draft: String? = nil
        ) {
            (self.plan, self.form, self.sequence) = (plan, form, sequence)
            (self.problems, self.draft) = (problems, draft)
        }

        /// The sheet as it is stored, or an empty one.
        init(_ opened: ScoreActions.Opened, draft: String? = nil) {
            let plan = opened.version.plan
            self.init(
                plan: plan, form: opened.sheet.map { ScoreForm($0.entries) } ?? ScoreForm(for: plan),
                sequence: opened.sheet?.sequence ?? 0, draft: draft)
            savedAt = opened.sheet?.savedAt
        }
    }

    /// Points and levels up to this number are offered one by one, others typed.
    private static let choiceLimit = 11

    /// Buttons of a form that can be handed in and kept as a draft.
    static let buttons: HTML = """
        <p class="row"><button class="button" name="intent" value="submit">送出評分</button>\
        <button class="button button-quiet" name="intent" value="draft">儲存草稿</button></p>\
        <p class="hint">送出後不能再改；需要更正，請洽承辦人重新開放。</p>
        """

    /// First in the page whose form was not accepted.
    static func summary(_ sheet: Sheet) -> HTML {
        Component.errorSummary(sheet.problems.map { ($0.place.anchor, $0.sentence) })
    }

    /// `action`: the page's own address, which the script asks again after a new session, too.
    static func form(_ sheet: Sheet, action: Address, buttons: HTML = buttons, chrome: Chrome) -> HTML {
        """
        <form class="card card-lined score-form stack" method="post" action="\(action)" novalidate\
        \(sheet.draft == nil ? .empty : WritingViews.attributes(editor(sheet))) \
        data-score-total="\(sheet.plan.total)" aria-label="評分表">\(Layout.token(chrome))\
        <input type="hidden" name="\(ScoreForm.seen)" value="\(sheet.sequence)">
        <div class="row row-spread"><h2>評分表</h2>\(state(sheet))</div>
        \(sheet.elsewhere.map { WritingViews.elsewhere($0, draft: action) })
        \(when: sheet.draft != nil, WritingViews.choice(draft: action))
        <div>\(each: zip(sheet.plan.criteria, sheet.form.rows).enumerated(), { criterion($0.element, $0.offset + 1, sheet) })</div>
        <div class="total"><span>加權總分<br><span class="soft small" data-score-rated>\(rated(sheet))</span></span>\
        <span><b><output data-score-sum>\(total(of: sheet))</output></b><span class="soft">／\(sheet.plan.total)</span></span></div>
        \(FieldViews.area(ScoreForm.toAuthors, label: "給提案人的話", value: sheet.form.toAuthors, hint: "決定公布後，對方會看到（不顯示您的姓名）", error: error(ScoreForm.toAuthors, sheet)))
        \(FieldViews.area(ScoreForm.toPanel, label: "給評審會議的話", value: sheet.form.toPanel, hint: "只有評審會議看得到", error: error(ScoreForm.toPanel, sheet), rows: 2))
        \(buttons)</form>
        """
    }

    /// The total of what is filled in, to two places at most; what is not on its scale adds nothing.
    static func total(of sheet: Sheet) -> String {
        let points = sheet.form.entries(for: sheet.plan).entries.points
        return Points(rounding: RubricRules.total(of: points, by: sheet.plan)).text
    }

    /// When a sheet was saved, in the words of the script's line; with what of it was not.
    static func saved(_ problems: [ScoreProblem], at time: Moment) -> String {
        let left = problems.map(\.place.name).joined(separator: "、")
        return ROCDate.seconds(time) + (left.isEmpty ? "" : "，但\(left)有問題，沒有存入")
    }

    // MARK: The parts

    private static func editor(_ sheet: Sheet) -> WritingViews.Editor {
        WritingViews.Editor(
            preview: nil, limit: 1 << 17, isUnsaved: sheet.isUnsaved, isElsewhere: sheet.elsewhere != nil)
    }

    private static func state(_ sheet: Sheet) -> HTML {
        guard let draft = sheet.draft else { return .empty }
        let saved = sheet.savedAt.map { "草稿已存 \(ROCDate.seconds($0))" } ?? ""
        return """
            <input type="hidden" name="draft" value="\(draft)">\
            <span class="saved" role="status" data-draft-saved>\(saved)</span>
            """
    }

    private static func rated(_ sheet: Sheet) -> String {
        "已評 \(sheet.form.entries(for: sheet.plan).entries.rated) 項，共 \(sheet.plan.criteria.count) 項"
    }

    private static func error(_ field: String, _ sheet: Sheet) -> String? {
        let sentences = sheet.problems.filter { $0.place.anchor == field }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "；")
    }

    private static func criterion(
        _ pair: (criterion: RubricCriterion, row: ScoreForm.Row), _ number: Int, _ sheet: Sheet
    ) -> HTML {
        let (criterion, row) = pair
        let share = RubricRules.shares(of: sheet.plan)[number - 1]
        let comment = ScoreForm.comment(number)
        return """
            <fieldset class="criterion" data-weight="\(criterion.weight.hundredths)" data-top="\(criterion.scale.top.hundredths)">\
            <legend><span>\(criterion.name)</span><span class="soft">占 \(RubricTerms.percent(share))</span></legend>
            \(when: !criterion.guide.isEmpty, "<p class=\"hint\">\(criterion.guide)</p>")
            \(points(criterion, row.points, number, sheet))
            \(FieldViews.area(comment, label: "\(criterion.name)的評語", value: row.comment, error: error(comment, sheet), isRequired: criterion.needsComment, rows: 2))</fieldset>
            """
    }

    private static func points(_ criterion: RubricCriterion, _ typed: String, _ number: Int, _ sheet: Sheet) -> HTML {
        let id = ScoreForm.points(number)
        let error = error(id, sheet)
        guard let choices = criterion.scale.choices(limit: choiceLimit) else {
            return FieldViews.text(
                id, label: "分數", value: typed, hint: "\(RubricTerms.range(of: criterion.scale))", error: error,
                attributes: "inputmode=\"decimal\" autocomplete=\"off\" data-points", classes: "input input-short")
        }
        let keys = ScoreKeyRules.keys(for: choices)
        let chosen = Points(typed)
        let radios = choices.enumerated().map { place, points in
            Choice(
                name: id, points: points, anchor: anchor(criterion.scale, place), key: keys[place],
                isChosen: points == chosen)
        }
        let isScale = !criterion.scale.hasAnchors
        return """
            <div id="\(id)" class="\(isScale ? "scale" : "choices")" role="radiogroup" tabindex="-1" \
            aria-label="\(criterion.name)的分數"\(FieldViews.described(id, .empty, error))>\
            \(each: radios, { isScale ? cell($0) : line($0) })</div>\(FieldViews.error(id, error))
            """
    }

    private struct Choice {
        let name: String
        let points: Points
        let anchor: String
        let key: Int?
        let isChosen: Bool
    }

    private static func anchor(_ scale: RubricScale, _ place: Int) -> String {
        guard case .levels(let levels) = scale, levels.indices.contains(place) else { return "" }
        return levels[place].anchor
    }

    private static func radio(_ choice: Choice) -> HTML {
        """
        <input type="radio" name="\(choice.name)" value="\(choice.points.text)" data-points\
        \(choice.key.map { " aria-keyshortcuts=\"\($0)\"" as HTML })\(when: choice.isChosen, " checked")>
        """
    }

    private static func cell(_ choice: Choice) -> HTML {
        "<label>\(radio(choice))<span>\(choice.points.text)<span class=\"visually-hidden\"> 分</span></span></label>"
    }

    private static func line(_ choice: Choice) -> HTML {
        """
        <label class="choice">\(radio(choice))<span class="key">\(choice.points.text)<span class="visually-hidden"> 分</span></span>\
        <span>\(choice.anchor)</span></label>
        """
    }
}
