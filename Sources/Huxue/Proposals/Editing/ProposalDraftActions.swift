import GRDB

/// What somebody was writing of a proposal and has not saved.
enum ProposalDraftActions {
    /// A draft with the proposal that it changes, or the call for which it is.
    struct Resumable: Sendable {
        let draft: Draft<ProposalField>
        let proposal: ID<Proposal>?
        /// Nil when the draft is of a proposal, or its call is not there any more.
        let call: ProposalCall?
    }

    /// The latest first.
    static func drafts(of visitor: Visitor, in db: Database) throws -> [Resumable] {
        let drafts: [Draft<ProposalField>] = try DraftActions.drafts(of: visitor, in: db)
        return try drafts.map { try resumable($0, in: db) }
    }

    /// - Throws: `CommonRefusal.missing` when the visitor has no such draft.
    static func draft(_ key: String, by visitor: Visitor, in db: Database) throws -> Resumable {
        guard let draft: Draft<ProposalField> = try DraftActions.draft(of: key, by: visitor, in: db) else {
            throw CommonRefusal.missing
        }
        return try resumable(draft, in: db)
    }

    private static func resumable(_ draft: Draft<ProposalField>, in db: Database) throws -> Resumable {
        if let id = proposal(ofDraft: draft.subject) { return Resumable(draft: draft, proposal: id, call: nil) }
        let call = try ID<ProposalCall>(draft.form[.call]).flatMap { try ProposalCallStore.call($0, in: db) }
        return Resumable(draft: draft, proposal: nil, call: call)
    }

    private static let prefix = "proposal-"

    /// Names the draft of a change of this proposal.
    static func key(of id: ID<Proposal>) -> String { "\(prefix)\(id)" }

    /// The proposal that a draft of this name changes; nil for a new one.
    static func proposal(ofDraft key: String) -> ID<Proposal>? {
        key.hasPrefix(prefix) ? ID<Proposal>(String(key.dropFirst(prefix.count))) : nil
    }

    /// Keeps a new proposal that somebody is writing, whether the call still takes it or not.
    /// - Throws: `ProposalCallRefusal.missing`, `WritingRefusal`.
    static func keep(
        _ form: ProposalForm, for call: ID<ProposalCall>, key: String, seen: String?, by acting: ActionContext,
        in db: Database
    ) throws {
        _ = try ProposalCallActions.open(call, to: acting.visitor, in: db)
        guard DraftKey.isKey(key) else { throw CommonRefusal.missing }
        var form = form
        form[.call] = "\(call)"
        try DraftActions.keep(form, of: key, base: 0, seen: seen, by: acting, in: db)
    }

    /// Keeps what an author is writing; see `DraftActions.keep`.
    static func keep(
        _ form: ProposalForm, of id: ID<Proposal>, base: Int, seen: String?, by acting: ActionContext, in db: Database
    ) throws {
        _ = try ProposalActions.own(id, by: acting.visitor, in: db)
        try DraftActions.keep(form, of: key(of: id), base: base, seen: seen, by: acting, in: db)
    }
}
