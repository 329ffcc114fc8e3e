import GRDB

/// What the editor shows and keeps, of a new proposal and of a change alike.
enum ProposalFormActions {
    enum Place: Sendable {
        case new(ID<ProposalCall>)
        case change(ID<Proposal>)
    }

    /// The editor as it opens, with the draft that is resumed.
    ///
    /// `key`: of the draft of a new proposal, made up when it is none. `uploaded`: the name of an attachment that has just
    /// come in and is added to the form; empty for none.
    static func opened(
        _ place: Place, draft key: String, uploaded: String, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalFormViews.Sheet {
        var sheet =
            switch place {
            case .new(let id): try blank(id, draft: key, by: visitor, now: now, in: db)
            case .change(let id): try change(id, by: visitor, now: now, in: db)
            }
        let isKnown = sheet.form.attachmentNames.contains(uploaded)
        if !uploaded.isEmpty, !isKnown, try ProposalActions.shows(attachment: uploaded, to: visitor, in: db) {
            sheet.form[.attachments] += (sheet.form[.attachments].isEmpty ? "" : "\n") + uploaded
            sheet.isUnsaved = true
        }
        return sheet
    }

    private static func blank(
        _ id: ID<ProposalCall>, draft key: String, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalFormViews.Sheet {
        let call = try ProposalCallActions.open(id, to: visitor, in: db)
        let draft: Draft<ProposalField>? =
            DraftKey.isKey(key) ? try DraftActions.draft(of: key, by: visitor, in: db) : nil
        let lawAsOf = try StatuteStore.dataVersion(in: db)?.published ?? ROCDate.day(of: now)
        let blank = ProposalForm(
            blank: call, author: try ProposalPeopleActions.choice(of: visitor, in: db), lawAsOf: lawAsOf)
        var sheet = ProposalFormViews.Sheet(
            call: call, shown: nil, form: draft?.form ?? blank, base: 0, number: 0,
            key: DraftKey.isKey(key) ? key : DraftKey.random(), now: now, draft: draft)
        sheet.seen = draft?.mark ?? ""
        return sheet
    }

    private static func change(
        _ id: ID<Proposal>, by visitor: Visitor, now: Moment, in db: Database
    ) throws -> ProposalFormViews.Sheet {
        let (shown, number, form) = try ProposalEditActions.form(id, by: visitor, now: now, in: db)
        let key = ProposalDraftActions.key(of: id)
        let draft: Draft<ProposalField>? = try DraftActions.draft(of: key, by: visitor, in: db)
        var sheet = ProposalFormViews.Sheet(
            call: shown.call, shown: shown, form: draft?.form ?? form, base: draft?.base ?? number, number: number,
            key: key, now: now, draft: draft)
        sheet.seen = draft?.mark ?? ""
        return sheet
    }

    /// Keeps what somebody is writing.
    static func keep(
        _ form: ProposalForm, at place: Place, key: String, base: Int, seen: String?, by acting: ActionContext,
        in db: Database
    ) throws {
        switch place {
        case .new(let call):
            try ProposalDraftActions.keep(form, for: call, key: key, seen: seen, by: acting, in: db)
        case .change(let id):
            try ProposalDraftActions.keep(form, of: id, base: base, seen: seen, by: acting, in: db)
        }
    }

    /// Under which statutes are cited.
    static func names(in db: Database) throws -> StatuteNames { try StatuteDirectoryStore.names(in: db) }

    /// Reads what is written against the law and earlier proposals.
    ///
    /// `id`: nil for a new proposal.
    static func preview(
        _ form: ProposalForm, of id: ID<Proposal>?, to call: ID<ProposalCall>, for visitor: Visitor, in db: Database
    ) throws -> ProposalPreviewViews.Preview {
        let shown = try id.map { try ProposalActions.own($0, by: visitor, in: db) }
        let call = try shown?.call ?? ProposalCallActions.open(call, to: visitor, in: db)
        let names = try StatuteDirectoryStore.names(in: db)
        let (content, problems) = form.reading(kinds: call.plan.kinds, names: names)
        let known = Set(problems.map(\.field))
        let citations = form.citations(names)
        let people = try PersonChoiceStore.people(
            mentioned: content.authors.map(\.person), scope: .units([call.unit]), in: db)
        return ProposalPreviewViews.Preview(
            form: form, problems: problems + form.missing.filter { !known.contains($0.field) },
            named: call.plan.isBlind ? ProposalRules.authorsNamed(in: form, people.map(\.name)) : [],
            citations: citations, links: try CitationLinkStore.links(citations, in: db),
            similar: try ProposalActions.similar(to: form, except: id, for: visitor, in: db))
    }
}
