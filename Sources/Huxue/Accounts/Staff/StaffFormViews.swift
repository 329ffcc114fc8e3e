/// The form of one person on the staff.
enum StaffFormViews {
    struct Sheet: Sendable {
        /// Nil for a newcomer.
        let member: StaffMember?
        let form: StaffForm
        let units: UnitChoice
        let conflicts: [StaffFormConflict]
        let problems: [StaffFormProblem]
        /// See `StaffFormActions.Reading`.
        let doubts: [String]
        let digest: String

        /// Whether nothing but the doubts keeps it from being saved.
        var isDoubtful: Bool { problems.isEmpty && !doubts.isEmpty }
    }

    static func form(_ sheet: Sheet, chrome: Chrome) -> HTML {
        let title = sheet.member == nil ? "新增同仁" : "變更資料"
        let address: Address = sheet.member.map { "/staff/\($0.employee.id)/change" } ?? "/staff/new"
        let back: Address = sheet.member.map { "/staff/\($0.employee.id)" } ?? "/staff"
        let person = sheet.member.map { [Crumb($0.employee.name, back)] } ?? []
        return Layout.page(
            title, chrome: chrome, section: "/staff",
            crumbs: [Crumb("首頁", "/"), Crumb("人員", "/staff")] + person + [Crumb(title)],
            head: sheet.member.map { "<p class=\"soft\">\($0.employee.name)　\($0.unitName)</p>" } ?? .empty,
            content: """
                \(Component.errorSummary(sheet.problems.map { ($0.field, $0.sentence) }))
                \(when: !sheet.conflicts.isEmpty, conflicts(sheet))
                \(when: !sheet.doubts.isEmpty, doubts(sheet))
                \(when: sheet.member != nil, "<p>改了員工編號、單位或帳號，成績、作答、閱讀紀錄與角色都跟著這位同仁。</p>")
                <form class="form" method="post" action="\(address)" novalidate>\(Layout.token(chrome))
                \(each: StaffFile.Column.allCases.filter { sheet.form.shown[$0] != nil }, { column in
                    "<input type=\"hidden\" name=\"\(StaffForm.mark(of: column))\" value=\"\(sheet.form.shown[column] ?? "")\">"
                })
                \(fields(sheet))
                \(when: sheet.isDoubtful, "<input type=\"hidden\" name=\"plan\" value=\"\(sheet.digest)\">")\
                <p class="row"><button class="button">\(sheet.isDoubtful ? "仍要儲存" : sheet.member == nil ? "新增" : "儲存變更")</button>\
                <a class="button button-quiet" href="\(back)">返回</a></p></form>
                """)
    }

    /// What others have changed meanwhile.
    private static func conflicts(_ sheet: Sheet) -> HTML {
        """
        \(Component.banner(.warn, "您填寫的時候，別人變更了這位同仁的資料；您的變更還沒有儲存。", "請看過下列各項，再儲存一次。"))
        <section class="stack" aria-labelledby="conflicts-title"><h2 id="conflicts-title">別人的變更</h2>\
        <ul>\(each: sheet.conflicts, { "<li>\(sentence(on: $0))</li>" })</ul></section>
        """
    }

    private static func sentence(on conflict: StaffFormConflict) -> String {
        "「\(conflict.column.rawValue)」已改為「\(conflict.now.isEmpty ? "（空白）" : conflict.now)」，"
            + (conflict.isChangedHere ? "您也改了；再儲存一次，就以您填的為準" : "已帶入下面的表單")
    }

    /// What to look at before it is saved, in the words of an import.
    private static func doubts(_ sheet: Sheet) -> HTML {
        """
        \(Component.banner(.warn, AccountTerms.doubtful(sheet.doubts.count), next: "\(when: sheet.isDoubtful, "確認無誤後，請按「仍要儲存」。")"))
        <section class="stack" aria-labelledby="warnings-title"><h2 id="warnings-title">請先看過</h2>\
        <ul>\(each: sheet.doubts, { "<li>\($0)</li>" })</ul></section>
        """
    }

    private static func fields(_ sheet: Sheet) -> HTML {
        let form = sheet.form
        return """
            \(text(
                .staffNumber, form.staffNumber, sheet, isRequired: true,
                attributes: "required maxlength=\"64\" autocapitalize=\"none\""))
            \(text(.name, form.name, sheet, isRequired: true, attributes: "required maxlength=\"64\""))
            \(UnitFieldViews.field(
                StaffFile.Column.unit.code, label: StaffFile.Column.unit.rawValue, choice: sheet.units,
                error: error(.unit, sheet), isRequired: true))
            \(text(.position, form.position, sheet, attributes: "maxlength=\"64\""))
            \(text(
                .login, form.login, sheet, hint: "登入用；英文字母、數字與 . _ - @，開頭須為字母或數字", isRequired: true,
                attributes: "required maxlength=\"64\" autocapitalize=\"none\" spellcheck=\"false\""))
            \(FieldViews.check(StaffFile.Column.servesCounter.code, words: "臨櫃服務民眾", isChosen: form.servesCounter))
            \(text(.startsOn, form.startsOn, sheet, hint: "民國年/月/日，例如 115/11/21；不知道可以空白"))
            \(text(.endsOn, form.endsOn, sheet, hint: "最後一個上班日；在職中請留空白"))
            """
    }

    private static func text(
        _ column: StaffFile.Column, _ value: String, _ sheet: Sheet, hint: HTML = .empty,
        isRequired: Bool = false, attributes: HTML = .empty
    ) -> HTML {
        FieldViews.text(
            column.code, label: column.rawValue, value: value, hint: hint, error: error(column, sheet),
            isRequired: isRequired, attributes: "\(attributes) autocomplete=\"off\"")
    }

    private static func error(_ column: StaffFile.Column, _ sheet: Sheet) -> String? {
        let sentences = sheet.problems.filter { $0.column == column }.map(\.sentence)
        return sentences.isEmpty ? nil : sentences.joined(separator: "；")
    }
}
