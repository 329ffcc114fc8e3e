import GRDB

/// Storing attachments: first the file on the disk, then the row.
enum AttachmentActions {
    /// A file that was checked and is on the disk.
    struct Stored: Sendable {
        let name: String
        let hash: String
        let size: Int
        let kind: AttachmentKind
    }

    /// Checks a file; takes time, but touches nothing.
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

    /// Asked before the file goes to the disk, and again when its name becomes known; false when it is known already.
    ///
    /// - Throws: `AttachmentRefusal.usedName` when the name stands for something else, `full`.
    @discardableResult
    static func requireRoom(for stored: Stored, by actor: Actor, in db: Database) throws -> Bool {
        try Policy.requireSomewhere(.editPages, for: actor)
        if let present = try AttachmentStore.attachment(stored.name, in: db) {
            guard present.hash == stored.hash else { throw AttachmentRefusal.usedName(stored.name) }
            return false
        }
        guard try AttachmentStore.size(in: db) + stored.size <= Attachment.quota else { throw AttachmentRefusal.full }
        return true
    }

    /// Makes the file known by its name; false when it is already.
    ///
    /// - Throws: as `requireRoom`; `AttachmentRefusal.lost` when the file was discarded meanwhile.
    @discardableResult
    static func add(
        _ stored: Stored, in folder: AttachmentFolder, by acting: ActionContext, in db: Database
    ) throws -> Bool {
        guard try requireRoom(for: stored, by: acting.actor, in: db) else { return false }
        guard folder.holds(stored.hash) else { throw AttachmentRefusal.lost(stored.name) }
        try AttachmentStore.insert(
            Attachment(
                name: stored.name, hash: stored.hash, size: stored.size, kind: stored.kind,
                uploadedBy: acting.actor.auditName, uploadedAt: acting.now), in: db)
        try AuditStore.append(.attachmentUpload, on: stored.name, ["hash": .text(stored.hash)], by: acting, in: db)
        return true
    }

    /// Takes the file from the disk again when no name stands for it.
    ///
    /// In a write: nobody makes the same file known at the same time.
    static func discard(_ stored: Stored, in folder: AttachmentFolder, in db: Database) throws {
        if try !AttachmentStore.knows(hash: stored.hash, in: db) { folder.remove(stored.hash) }
    }

    /// The pages that link to each attachment now, by its name, as far as `actor` may know of them.
    static func uses(for actor: Actor, in db: Database) throws -> [String: [Page]] {
        try AttachmentStore.uses(in: db).mapValues { pages in
            try pages.filter { try PageActions.isSeen($0, by: actor, in: db) }
        }
    }

    /// What may be shown of it to somebody who reads the knowledge base: to those who do not write in it, only what a
    /// page that they may read links to.
    static func attachment(_ name: String, for actor: Actor, in db: Database) throws -> Attachment {
        try Policy.requireSomewhere(.readPages, for: actor)
        guard let attachment = try AttachmentStore.attachment(name, in: db) else { throw AttachmentRefusal.missing }
        if Policy.permitsSomewhere(.editPages, for: actor) { return attachment }
        let isShown = try AttachmentStore.pages(linkingTo: name, in: db).contains { page in
            try PageActions.isSeen(page, by: actor, in: db)
        }
        guard isShown else { throw AttachmentRefusal.missing }
        return attachment
    }

    /// Whether there is such an attachment and `actor` may open it.
    static func isOpen(_ name: String, to actor: Actor, in db: Database) throws -> Bool {
        do {
            _ = try attachment(name, for: actor, in: db)
            return true
        } catch let refusal as any Refusal where [.missing, .forbidden].contains(refusal.kind) {
            return false
        }
    }

    /// Attachments whose file is not there, or not what it was; reads them all.
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
