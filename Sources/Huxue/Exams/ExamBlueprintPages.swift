/// 雙向細目表: topic by level, what is wanted beside what the bank has.
enum ExamBlueprintPages {
    // MARK: To be filled in

    static func fields(_ sheet: ExamFormPages.Sheet) -> HTML {
        let problem = sheet.problems.first { $0.field == .blueprint }?.sentence
        let named =
            sheet.shortages?.first { $0.topic == nil }?.sentence
            ?? sheet.problems.first { $0.field == .codes }?.sentence
        return """
            <section class="stack" aria-labelledby="blueprint-title"><h2 id="blueprint-title">雙向細目表</h2>
            <p class="soft measure">填每份試卷要幾題；「有」是題庫現在可用的題數。不出題的格子留空白。</p>
            <div class="field" id="blueprint" tabindex="-1">\(problem.map { Component.fieldError("blueprint", $0) })\
            \(sheet.form.rows.isEmpty ? noTopics : table(sheet))</div>
            <div class="form">\(ExamFieldPages.area("codes", label: "指定試題", value: sheet.form.codes, hint: "試題編號，以空白或逗號隔開；這些題每份試卷都有", error: named))</div>
            <p class="row"><button class="button button-quiet" name="intent" value="check">檢查題庫</button>\
            <span class="soft">不會儲存，只看題庫夠不夠</span></p></section>
            """
    }

    private static let noTopics = Component.empty(
        Icon.bank, title: "題庫還沒有試題", text: "請出題人員先匯入試題，再來訂細目表。")

    private static func table(_ sheet: ExamFormPages.Sheet) -> HTML {
        """
        <div class="table-scroll" role="region" aria-label="雙向細目表，可左右捲動" tabindex="0"><table class="table">\
        <thead><tr><th scope="col">主題</th>\(each: QuestionLevel.allCases, {
            "<th scope=\"col\" class=\"num group\">\(QuestionTerms.name(of: $0))</th>"
        })<th scope="col" class="num group">不分層次</th></tr></thead>\
        <tbody>\(each: Array(sheet.form.rows.enumerated()), { row($0.offset, $0.element, sheet) })</tbody></table></div>
        """
    }

    private static func row(_ place: Int, _ row: ExamForm.Row, _ sheet: ExamFormPages.Sheet) -> HTML {
        let bank = sheet.bank[row.topic] ?? [:]
        return """
            <tr><th scope="row"><input type="hidden" name="topics" value="\(row.topic)">\(row.topic)</th>\
            \(each: QuestionLevel.allCases, { level in
                input("cell-\(place)-\(level.rawValue)", value: row.counts[level] ?? "",
                    label: "\(row.topic)　\(QuestionTerms.name(of: level))", available: bank[level] ?? 0,
                    shortage: sheet.shortages?.first { $0.topic == row.topic && $0.level == level })
            })\(input("cell-\(place)-any", value: row.anyLevel, label: "\(row.topic)　不分層次",
                available: bank.values.reduce(0, +),
                shortage: sheet.shortages?.first { $0.topic == row.topic && $0.level == nil }))</tr>
            """
    }

    private static func input(
        _ name: String, value: String, label: String, available: Int, shortage: BlueprintShortage?
    ) -> HTML {
        """
        <td class="num group\(when: shortage != nil, " short")"><span class="with-unit">\
        <input class="input input-short" name="\(name)" inputmode="numeric" value="\(value)" aria-label="\(label)，題庫有 \(available) 題"\
        \(when: shortage != nil, " aria-invalid=\"true\"")><span class="nowrap">有 \(available)\
        \(shortage.map { "　不足 \($0.wanted - $0.available)" as HTML })</span></span></td>
        """
    }

    // MARK: As it stands

    /// The blueprint of an exam beside `pool`: the bank for a draft, what was frozen once it is published.
    static func standing(_ exam: Exam, pool: [PoolQuestion]) -> HTML {
        let form = ExamForm(exam.plan, topics: [])
        let shortages = exam.state == .draft ? BlueprintRules.shortages(exam.plan.blueprint, pool: pool) : []
        let named = ExamForm.words(form.codes)
        let hasAny = form.rows.contains { !$0.anyLevel.isEmpty }
        return """
            <section class="stack" aria-labelledby="bp"><div class="section-head"><h2 id="bp">雙向細目表與題庫存量</h2>\
            \(when: exam.state == .draft, "<a href=\"\(ExamHeadPages.address(exam))/edit\">修改細目表</a>")</div>
            <p class="soft measure">「要」是每份試卷抽幾題，「有」是\(exam.state == .draft ? "題庫現在" : "發布時題庫")可用幾題。\
            \(when: exam.state == .draft, "有小於要，就不能發布。")</p>
            \(shortageBanner(shortages))
            \(when: !form.rows.isEmpty, standingTable(form, pool: pool, shortages: shortages, hasAny: hasAny))
            \(when: !named.isEmpty, "<p>指定試題 \(named.count) 題：\(named.joined(separator: "、"))</p>")
            <p>每份試卷共 \(BlueprintRules.questionCount(exam.plan.blueprint)) 題。</p></section>
            """
    }

    /// `title`: goes on after the number of cells; `isAlert`: whether it answers what was just sent.
    static func shortageBanner(
        _ shortages: [BlueprintShortage], title: HTML = "，不能發布。", text: HTML = "請補充題庫，或修改細目表。",
        isAlert: Bool = false
    ) -> HTML {
        guard !shortages.isEmpty else { return .empty }
        return """
            <div class="banner" data-tone="fail"\(when: isAlert, " role=\"alert\"")>\(Icon.cross)\
            <p><strong>題庫有 \(shortages.count) 格不足\(title)</strong>\(text)</p><ul>\(each: shortages, { "<li>\($0.sentence)</li>" })</ul></div>
            """
    }

    private static func standingTable(
        _ form: ExamForm, pool: [PoolQuestion], shortages: [BlueprintShortage], hasAny: Bool
    ) -> HTML {
        """
        <div class="table-scroll" role="region" aria-label="雙向細目表，可左右捲動" tabindex="0"><table class="table">\
        <thead><tr><th scope="col" rowspan="2">主題</th>\(each: QuestionLevel.allCases, {
            "<th scope=\"colgroup\" colspan=\"2\" class=\"group\">\(QuestionTerms.name(of: $0))</th>"
        })\(when: hasAny, "<th scope=\"colgroup\" colspan=\"2\" class=\"group\">不分層次</th>")</tr>\
        <tr>\(each: 0..<(hasAny ? 4 : 3), { _ in
            "<th scope=\"col\" class=\"num group\">要</th><th scope=\"col\" class=\"num\">有</th>"
        })</tr></thead><tbody>\(each: form.rows, { row in
            """
            <tr><th scope="row">\(row.topic)</th>\(each: QuestionLevel.allCases, { level in
                pair(row.counts[level] ?? "", topic: row.topic, level: level, pool: pool, shortages: shortages)
            })\(when: hasAny, pair(row.anyLevel, topic: row.topic, level: nil, pool: pool, shortages: shortages))</tr>
            """
        })</tbody></table></div>
        """
    }

    private static func pair(
        _ wanted: String, topic: String, level: QuestionLevel?, pool: [PoolQuestion], shortages: [BlueprintShortage]
    ) -> HTML {
        guard !wanted.isEmpty else {
            return "<td class=\"num soft group\">—</td><td class=\"num soft\">—</td>"
        }
        let available = pool.count { $0.topic == topic && (level == nil || $0.level == level) }
        if let shortage = shortages.first(where: { $0.topic == topic && $0.level == level }) {
            return """
                <td class="num group short">\(wanted)</td>\
                <td class="num short">\(shortage.available)　不足 \(shortage.wanted - shortage.available)</td>
                """
        }
        let address = Address("/questions").with([("topic", topic), ("level", level?.rawValue ?? "")])
        return "<td class=\"num group\">\(wanted)</td><td class=\"num\"><a href=\"\(address)\">\(available)</a></td>"
    }
}
