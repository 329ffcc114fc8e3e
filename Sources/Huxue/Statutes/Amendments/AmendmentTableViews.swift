/// The tables of the page 法規異動.
enum AmendmentTableViews {
    private static let namesShown = 8
    /// Of a title in a list within a cell, in characters.
    private static let titleShown = 24

    /// Statutes amended lately, each with what rests on it and waits.
    static func amendments(_ contents: AmendmentViews.Contents) -> HTML {
        guard !contents.amendments.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="statutes"><h2 id="statutes">最近修正的法規</h2>
            <div class="table-scroll"><table class="table table-stack">
            <thead><tr><th scope="col">法規</th><th scope="col">公布</th><th scope="col">施行</th><th scope="col">待複核</th><th scope="col">對照</th></tr></thead>
            <tbody>\(each: contents.amendments, { amendment($0, contents) })</tbody></table></div></section>
            """
    }

    private static func amendment(_ amendment: Amendment, _ contents: AmendmentViews.Contents) -> HTML {
        let waiting = contents.entries.compactMap { $0.narrowed { $0.version == amendment.version } }
        let link = amendment.comparison
        return """
            <tr><th scope="row"><a href="\(StatuteAddress.statute(amendment.pcode))">\(amendment.name)</a>\
            \(when: amendment.isRepealed, " \(Component.badge(.fail, "已廢止"))")</th>\
            <td class="nowrap" data-label="公布">\(amendment.modified.map(ROCDate.plain) ?? "—")</td>\
            <td class="nowrap" data-label="施行">\(effect(amendment.effective, today: contents.today))</td>\
            <td data-label="待複核" class="wide"><div>\(names(waiting))</div></td>\
            <td class="nowrap" data-label="對照"><a href="\(link.address)">\(link.isComparison ? "新舊條文對照" : "看條文與沿革")\
            <span class="visually-hidden">：\(amendment.name)</span></a></td></tr>

            """
    }

    private static func effect(_ effective: EffectiveDay, today: Day) -> String {
        switch effective {
        case .unstated: "已施行"
        case .on(let day): day > today ? "\(ROCDate.long(day))起" : "已施行"
        case .toBeSet: "有條文施行日期未定"
        }
    }

    private static func names(_ entries: [AmendmentViews.Entry]) -> HTML {
        guard !entries.isEmpty else { return "無" }
        return """
            \(counts(entries))：\(each: entries.prefix(namesShown).enumerated(), { place, entry in
                "\(when: place > 0, "、")<a href=\"\(entry.work.address)\">\(shortened(entry.work.title))</a>"
            })\(when: entries.count > namesShown, "，<a href=\"#touched\">其餘列在下面</a>")
            """
    }

    /// How many of each feature.
    private static func counts(_ entries: [AmendmentViews.Entry]) -> String {
        Dictionary(grouping: entries, by: \.subject).sorted { $0.key.place < $1.key.place }
            .map { $0.key.counted($0.value.count) }.joined(separator: "、")
    }

    private static func shortened(_ title: String) -> String {
        title.count > titleShown ? title.prefix(titleShown) + "…" : title
    }

    /// Works that wait, with what happened to their law.
    static func section(
        _ id: String, _ title: String, _ entries: [AmendmentViews.Entry], _ contents: AmendmentViews.Contents,
        _ chrome: Chrome
    ) -> HTML {
        guard !entries.isEmpty else { return .empty }
        let isDecided = entries.contains { places($0, contents) != nil }
        return """
            <section class="stack" aria-labelledby="\(id)"><h2 id="\(id)">\(title)　\(counts(entries))</h2>
            <div class="table-scroll"><table class="table table-stack">
            <thead><tr><th scope="col">名稱</th><th scope="col">種類</th><th scope="col">引用與異動</th><th scope="col">對照</th>\
            \(when: isDecided, "<th scope=\"col\">決定</th>")</tr></thead>
            <tbody>\(each: entries, { row($0, contents, isDecided: isDecided, chrome) })</tbody></table></div></section>
            """
    }

    private static func row(
        _ entry: AmendmentViews.Entry, _ contents: AmendmentViews.Contents, isDecided: Bool, _ chrome: Chrome
    ) -> HTML {
        """
        <tr>\(name(entry))<td data-label="種類">\(entry.subject.name)</td>\
        <td class="wide" data-label="引用與異動"><div>\(each: entry.flags, { flag in
            "<div>\(flag.citation)　<span class=\"soft\">\(AmendmentViews.words(flag, today: contents.today))\(when: !flag.isCitedPartTouched, "，引用的部分沒有變")</span></div>"
        })</div></td>\
        <td class="nowrap" data-label="對照"><div>\(AmendmentViews.comparisons(entry.flags, contents.comparisons))</div></td>\
        \(when: isDecided, "<td data-label=\"決定\"><div>\(decision(entry, contents, chrome))</div></td>")</tr>

        """
    }

    /// Where the reader decides on the work; nil when the reader does not, or not from here.
    private static func places(
        _ entry: AmendmentViews.Entry, _ contents: AmendmentViews.Contents
    ) -> FlaggedWork.Places? {
        contents.deciding.contains(entry.subject) && entry.work.mayDecide ? entry.work.places : nil
    }

    /// Still right, revised, or out of use: each in one step.
    private static func decision(
        _ entry: AmendmentViews.Entry, _ contents: AmendmentViews.Contents, _ chrome: Chrome
    ) -> HTML {
        guard let places = places(entry, contents) else { return .empty }
        let isComing = entry.flags.allSatisfy { $0.phase(on: contents.today) == .coming }
        let code: HTML = "<span class=\"visually-hidden\">：\(entry.work.code)</span>"
        return """
            <form method="post" action="\(places.confirmation)">\(Layout.token(chrome))\(AmendmentViews.shown(entry.flags))\
            <input type="hidden" name="\(AmendmentViews.listField)" value="1">\
            \(when: isComing, "<input type=\"hidden\" name=\"coming\" value=\"1\">")\
            <button class="button button-quiet button-small">\(isComing ? "施行後仍然正確" : "仍然正確")\(code)</button></form>\
            \(when: !isComing, "<div><a href=\"\(places.revision)\">修改\(code)</a></div>")\
            <div><a href="\(places.retirement)">停用\(code)</a></div>
            """
    }

    private static func name(_ entry: AmendmentViews.Entry) -> HTML {
        """
        <th scope="row"><a href="\(entry.work.address)">\(entry.work.title)<span class="code">\(entry.work.code)</span></a></th>
        """
    }

    /// What was decided lately, by whom.
    static func decided(_ contents: AmendmentViews.Contents) -> HTML {
        let rows = contents.decided.flatMap { entry in
            entry.flags.compactMap { flag in flag.settlement.map { (entry: entry, flag: flag, settlement: $0) } }
        }.sorted { $0.settlement.at > $1.settlement.at }
        guard !rows.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="decided"><h2 id="decided">已複核</h2>
            <div class="table-scroll"><table class="table table-stack">
            <thead><tr><th scope="col">名稱</th><th scope="col">種類</th><th scope="col">引用</th><th scope="col">決定</th><th scope="col">決定的人</th><th scope="col">時間</th></tr></thead>
            <tbody>\(each: rows, { row in
                """
                <tr>\(name(row.entry))<td data-label="種類">\(row.entry.subject.name)</td>\
                <td data-label="引用">\(row.flag.citation)</td>\
                <td data-label="決定">\(StatuteTerms.name(of: row.settlement.decision))</td>\
                <td data-label="決定的人">\(contents.deciders[row.settlement.by] ?? row.settlement.by)</td>\
                <td data-label="時間">\(ROCDate.withTime(row.settlement.at))</td></tr>

                """
            })</tbody></table></div></section>
            """
    }

    /// The flags of one work that were decided, for its own page; nothing when none was.
    static func history(_ flags: [AmendmentFlag], deciders: [String: String]) -> HTML {
        let rows = flags.compactMap { flag in flag.settlement.map { (flag, $0) } }
        guard !rows.isEmpty else { return .empty }
        return """
            <section class="stack" aria-labelledby="reviews"><h2 id="reviews">修法複核紀錄</h2><ol class="timeline">\(each: rows, { flag, settlement in
                """
                <li><time datetime="\(ROCDate.iso(settlement.at))">\(ROCDate.withTime(settlement.at))</time>\
                \(deciders[settlement.by] ?? settlement.by)：\(StatuteTerms.name(of: settlement.decision))　\
                <span class="soft">\(flag.citation)（\(StatuteTerms.name(of: flag.change))）</span></li>
                """
            })</ol></section>
            """
    }
}
