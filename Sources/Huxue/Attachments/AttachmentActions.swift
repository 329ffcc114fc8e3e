import GRDB

/// Stores and reads attachments; the file is written to the disk before the row to the database.
enum AttachmentActions {
    /// A checked file, which is about to be stored or already on the disk.
    struct Stored: Sendable {
        let name: String
        let hash: String
        let size: Int
        let kind: AttachmentKind
    }

    /// Checks a file without storing it, and returns the bytes to store; too slow for the event loop.
    ///
    /// - Throws: `AttachmentRefusal`.
    static func check(_ bytes: [UInt8], name: String) throws -> (stored: Stored, bytes: [UInt8]) {
        guard AttachmentName.isClean(name) else { throw AttachmentRefusal.badName(name) }
        let file: AttachmentFile
        do {
            file = try AttachmentFile(reading: bytes, name: name)
        } catch {
            throw AttachmentRefusal.wrong(name: name, error)
        }
        let stored = Stored(
            name: name, hash: AttachmentDigest.hash(file.bytes), size: file.bytes.count, kind: file.kind)
        return (stored, file.bytes)
    }

    /// - Throws: `CommonRefusal.forbidden` for an actor who may add no attachments.
    static func requireAdding(_ owners: [any AttachmentOwner], by actor: Actor) throws {
        try requireAny(owners.map(\.adding), for: actor)
    }

    private static func requireAny(_ actions: [Action], for actor: Actor) throws {
        guard !actions.contains(where: { Policy.permitsSomewhere($0, for: actor) }) else { return }
        throw actions.first.map { CommonRefusal.forbidden(RoleTerms.name(of: $0)) } ?? .missing
    }

    /// Checks that the file may be added; false when an attachment of the same name and content exists already.
    ///
    /// Called before the file is written to the disk, and again before the row is written.
    ///
    /// - Throws: `CommonRefusal.forbidden`, `AttachmentRefusal.full`, or `.usedName` when the name has other content.
    @discardableResult
    static func requireRoom(
        for stored: Stored, owners: [any AttachmentOwner], by actor: Actor, in db: Database
    ) throws -> Bool {
        try requireAdding(owners, by: actor)
        if let present = try AttachmentStore.attachment(stored.name, in: db) {
            // Of what its owner keeps closed, nobody learns by another upload whether the content is the same.
            let isOpen = present.uploadedBy == actor.auditName || owners.allSatisfy(\.opensAll)
            guard present.hash == stored.hash, owners.contains(where: { $0.code == present.owner }), isOpen else {
                throw AttachmentRefusal.usedName(stored.name)
            }
            return false
        }
        guard try AttachmentStore.size(in: db) + stored.size <= Attachment.quota else { throw AttachmentRefusal.full }
        return true
    }

    /// Writes the row of a file that is on the disk; false when the same attachment exists already.
    ///
    /// - Throws: what `requireRoom` throws; `AttachmentRefusal.lost` when the file was discarded meanwhile.
    @discardableResult
    static func add(
        _ stored: Stored, in folder: AttachmentFolder, owners: [any AttachmentOwner], by acting: ActionContext,
        in db: Database
    ) throws -> Bool {
        guard try requireRoom(for: stored, owners: owners, by: acting.actor, in: db) else { return false }
        guard folder.holds(stored.hash) else { throw AttachmentRefusal.lost(stored.name) }
        try AttachmentStore.insert(
            Attachment(
                name: stored.name, hash: stored.hash, size: stored.size, kind: stored.kind,
                uploadedBy: acting.actor.auditName, uploadedAt: acting.now, owner: owners.first?.code ?? ""), in: db)
        try AuditStore.append(.attachmentUpload, on: stored.name, ["hash": .text(stored.hash)], by: acting, in: db)
        return true
    }

    /// Deletes the file from the disk unless an attachment has this content.
    ///
    /// Call it in a write transaction, so that no attachment with the same content is added at the same time.
    static func discard(_ stored: Stored, in folder: AttachmentFolder, in db: Database) throws {
        if try !AttachmentStore.knows(hash: stored.hash, in: db) { folder.remove(stored.hash) }
    }

    /// Sweeps away files that no attachment has, such as a killed server leaves between the file and its row.
    ///
    /// In a write transaction like `discard`; who is just storing such a file is told so by `add`.
    static func sweep(_ folder: AttachmentFolder, in db: Database) throws {
        try folder.sweep { try AttachmentStore.knows(hash: $0, in: db) }
    }

    /// All attachments of these owners, for the page of people who may add more.
    static func contents(
        owners: [any AttachmentOwner], for actor: Actor, in db: Database
    ) throws -> AttachmentViews.Contents {
        try requireAdding(owners, by: actor)
        let links = try owners.map { try $0.links(for: actor, in: db) }
        return AttachmentViews.Contents(
            attachments: try AttachmentStore.all(of: Set(owners.map(\.code)), in: db),
            links: links.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }, size: try AttachmentStore.size(in: db),
            place: owners.first?.place)
    }

    /// The attachment with this name, if the actor may open it.
    ///
    /// People who may not add attachments can open only those to which a page that they may read links.
    static func attachment(
        _ name: String, owners: [any AttachmentOwner], for actor: Actor, in db: Database
    ) throws -> Attachment {
        try requireAny(owners.map(\.reading), for: actor)
        guard let attachment = try AttachmentStore.attachment(name, in: db) else { throw AttachmentRefusal.missing }
        let isShown = try owners.contains { owner in
            let isOwn = owner.opensAll && owner.code == attachment.owner
            if isOwn, Policy.permitsSomewhere(owner.adding, for: actor) { return true }
            return try Policy.permitsSomewhere(owner.reading, for: actor) && owner.shows(name, to: actor, in: db)
        }
        guard isShown else { throw AttachmentRefusal.missing }
        return attachment
    }

    /// Whether there is such an attachment and `actor` may open it.
    static func isOpen(
        _ name: String, owners: [any AttachmentOwner], to actor: Actor, in db: Database
    ) throws -> Bool {
        do {
            _ = try attachment(name, owners: owners, for: actor, in: db)
            return true
        } catch let refusal as any Refusal where [.missing, .forbidden].contains(refusal.kind) {
            return false
        }
    }

    /// Attachments whose file is missing or altered, at most ten; reads all files.
    static func findings(in folder: AttachmentFolder, _ db: Database) throws -> [Finding] {
        let wrong = try AttachmentStore.all(in: db).compactMap { attachment -> Finding? in
            guard folder.bytes(of: attachment) == nil else { return nil }
            let isThere = folder.holds(attachment.hash)
            return Finding(
                check: isThere ? AttachmentTerms.altered : AttachmentTerms.lost, detail: attachment.name)
        }
        return Array(wrong.prefix(10))
    }
}
