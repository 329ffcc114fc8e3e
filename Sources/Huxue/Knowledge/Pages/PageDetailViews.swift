/// The lower part of the editor: classification, management, and the reason for the change.
enum PageDetailViews {
    static func fields(_ sheet: PageFormViews.Sheet, kind: PageKind) -> HTML {
        """
        \(when: kind == .interpretation, interpretation(sheet))
        <div class="columns columns-half">
        <section class="form" aria-labelledby="facets"><h2 id="facets">分類</h2>
        \(PageFieldViews.list(.subject, sheet, hint: "以頓號隔開，例如：出生登記、遷徙登記"))
        \(PageFieldViews.list(.service, sheet))
        \(PageFieldViews.list(.policy, sheet))
        \(PageFieldViews.list(.audience, sheet, hint: "給誰看，例如：臨櫃、民眾"))
        \(PageFieldViews.text(.keywords, sheet, hint: "內文沒有、但同仁會拿來查的詞"))
        \(PageFieldViews.text(.restsOn, sheet, hint: "內文引用的條文會自動記下；整部法規都是依據時寫在這裡，例如：國籍法"))
        </section>
        <section class="form" aria-labelledby="keeping"><h2 id="keeping">管理</h2>
        \(when: sheet.facts.page == nil, PageFieldViews.text(
            .code, sheet, hint: "網址與檔名用，小寫英文、數字與 -；儲存後不能改", attributes: "autocapitalize=\"none\""))
        \(owner(sheet))
        \(unit(sheet))
        \(PageFieldViews.text(
            .reviewMonths, sheet, hint: "每幾個月複核一次，1 到 60", attributes: "inputmode=\"numeric\"", classes: "input input-short"))
        \(PageFieldViews.text(
            .lawAsOf, sheet, hint: "內容依哪一天的法規寫成；之後修正的條文會提醒複核。法規資料更新至 \(ROCDate.plain(sheet.facts.lawAsOf))"))
        \(PageFieldViews.check(
            .isPublic, value: "1", words: "對外公開", sheet, hint: "勾選後，沒有登入的人也能在公開頁查到現行內容"))
        </section></div>
        \(when: sheet.facts.page != nil, reason(sheet))
        """
    }

    private static func reason(_ sheet: PageFormViews.Sheet) -> HTML {
        """
        <div class="form">\(PageFieldViews.text(
            .reason, sheet, hint: "同仁在版本清單上會看到，例如：配合 115 年修正的戶籍法第 48 條", attributes: "maxlength=\"200\""))</div>
        """
    }

    private static func interpretation(_ sheet: PageFormViews.Sheet) -> HTML {
        """
        <section class="form" aria-labelledby="issue"><h2 id="issue">函釋</h2>
        \(PageFieldViews.text(.number, sheet, hint: "例如：台內戶字第1150123456號"))
        \(PageFieldViews.text(.issuedOn, sheet, hint: "民國年/月/日，例如 115/11/25"))
        \(PageFieldViews.text(.issuer, sheet, hint: "例如：內政部"))
        \(when: sheet.facts.page?.state != .retired, PageFieldViews.check(
            .state, value: PageState.superseded.rawValue, words: PageTerms.name(of: .superseded), sheet,
            hint: "保留供查閱，頁面上會註明不再適用"))</section>
        """
    }

    private static func owner(_ sheet: PageFormViews.Sheet) -> HTML {
        let facts = sheet.facts
        var roles: [Role] = facts.givesToRole ? [.knowledgeEditor] : []
        if case .role(let present)? = facts.page?.owner, !roles.contains(present) { roles.append(present) }
        guard let people = facts.people else {
            let named = roles.map { "「\($0.rawValue)」是\(RoleTerms.name(of: $0))" }.joined(separator: "，")
            return PageFieldViews.text(
                .owner, sheet, hint: "到期複核與修法時，由誰處理；輸入姓名由建議中選，或填同仁的帳號，\(named)",
                attributes: PersonFieldViews.loginAttributes)
        }
        return PageFieldViews.select(
            .owner, sheet,
            options: roles.map { FieldViews.Option(value: $0.rawValue, words: RoleTerms.name(of: $0)) }
                + people.map(option),
            hint: "到期複核與修法時，由誰處理")
    }

    private static func option(_ person: PageEditActions.Person) -> FieldViews.Option {
        let unit = person.unit.map { "，\($0)" } ?? ""
        return FieldViews.Option(value: person.login, words: "\(person.name)（\(person.login)\(unit)）")
    }

    /// As they are written in files: without the root, which is the empty text.
    private static func unit(_ sheet: PageFormViews.Sheet) -> HTML {
        guard let units = sheet.facts.units else {
            return PageFieldViews.list(.unit, sheet, hint: "單位名稱，由本機關之下寫起；空白是本機關")
        }
        return PageFieldViews.select(
            .unit, sheet, options: UnitFieldViews.options(units, value: PageEditActions.name(of:)))
    }
}
