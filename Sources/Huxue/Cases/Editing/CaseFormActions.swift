import GRDB

/// What the editor shows, of a new case study and of a change alike.
enum CaseFormActions {
    /// The editor as it opens, with the draft that is resumed.
    ///
    /// `id`: nil for a new case study. `key`: of its draft, made up when it is none. `uploaded`: the name of an attachment
    /// that has just come in and is added to the form; empty for none.
    static func opened(
        _ id: ID<CaseStudy>?, draft key: String, uploaded: String, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> CaseFormViews.Sheet {
        var sheet =
            try id.map { try change($0, by: visitor, in: db) } ?? blank(draft: key, by: visitor, now: now, in: db)
        // As the knowledge base has them, so that one choice finds both.
        let (filter, today) = (PageFilter(), ROCDate.day(of: now))
        sheet.subjects = try PageStore.values(of: .subject, filter, today: today, in: db).map(\.value)
        sheet.services = try PageStore.values(of: .service, filter, today: today, in: db).map(\.value)
        let isKnown = sheet.form.attachmentNames.contains(uploaded)
        if !uploaded.isEmpty, !isKnown, try CaseActions.shows(attachment: uploaded, to: visitor, in: db) {
            sheet.form[.attachments] += (sheet.form[.attachments].isEmpty ? "" : "\n") + uploaded
            sheet.isUnsaved = true
        }
        return sheet
    }

    private static func blank(
        draft key: String, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> CaseFormViews.Sheet {
        try Policy.requireSomewhere(.writeCases, for: visitor.actor)
        let draft: Draft<CaseField>? = DraftKey.isKey(key) ? try DraftActions.draft(of: key, by: visitor, in: db) : nil
        let lawAsOf = try StatuteStore.dataVersion(in: db)?.published ?? ROCDate.day(of: now)
        let blank = CaseForm(author: try ProposalPeopleActions.choice(of: visitor, in: db), lawAsOf: lawAsOf)
        var sheet = CaseFormViews.Sheet(
            shown: nil, form: draft?.form ?? blank, base: 0, number: 0,
            key: DraftKey.isKey(key) ? key : DraftKey.random(), draft: draft)
        sheet.seen = draft?.mark ?? ""
        return sheet
    }

    private static func change(
        _ id: ID<CaseStudy>, by visitor: Visitor, in db: Database
    ) throws -> CaseFormViews.Sheet {
        let (shown, number, form) = try CaseEditActions.form(id, by: visitor, in: db)
        let key = CaseDraftActions.key(of: id)
        let draft: Draft<CaseField>? = try DraftActions.draft(of: key, by: visitor, in: db)
        var sheet = CaseFormViews.Sheet(
            shown: shown, form: draft?.form ?? form, base: draft?.base ?? number, number: number, key: key,
            draft: draft)
        sheet.seen = draft?.mark ?? ""
        return sheet
    }

    /// Under which statutes are cited.
    static func names(in db: Database) throws -> StatuteNames { try StatuteDirectoryStore.names(in: db) }

    /// Reads what is written against the law.
    ///
    /// `id`: nil for a new case study.
    static func preview(
        _ form: CaseForm, of id: ID<CaseStudy>?, for visitor: Visitor, in db: Database
    ) throws -> CasePreviewViews.Preview {
        if let id {
            _ = try CaseActions.own(id, by: visitor, in: db)
        } else {
            try Policy.requireSomewhere(.writeCases, for: visitor.actor)
        }
        let names = try StatuteDirectoryStore.names(in: db)
        let problems = form.reading(names: names).problems
        let known = Set(problems.map(\.field))
        let citations = form.citations(names)
        return CasePreviewViews.Preview(
            form: form, problems: problems + form.missing.filter { !known.contains($0.field) },
            citations: citations, links: try CitationLinkStore.links(citations, in: db))
    }
}
