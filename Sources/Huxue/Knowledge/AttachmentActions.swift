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

    /// Checks a file and puts it on the disk; blocks.
    ///
    /// Without a row nobody finds it, and storing it again finds it there.
    /// - Throws: `AttachmentRefusal`.
    static func store(_ bytes: [UInt8], name: String, in folder: AttachmentFolder) throws -> Stored {
        guard AttachmentName.isClean(name) else { throw AttachmentRefusal.badName(name) }
        let file: AttachmentFile
        do {
            file = try AttachmentFile(reading: bytes, name: name)
        } catch {
            throw AttachmentRefusal.wrong(name: name, error)
        }
        let hash = AttachmentDigest.hash(file.bytes)
        try folder.store(file.bytes, hash: hash)
        return Stored(name: name, hash: hash, size: file.bytes.count, kind: file.kind)
    }

    /// Makes the file known by its name; false when it is already.
    ///
    /// - Throws: `AttachmentRefusal.usedName` when the name stands for something else.
    @discardableResult
    static func add(_ stored: Stored, by doer: PageActions.Doer, in db: Database) throws -> Bool {
        try Policy.requireSomewhere(.editPages, for: doer.actor)
        if let present = try AttachmentStore.attachment(stored.name, in: db) {
            guard present.hash == stored.hash else { throw AttachmentRefusal.usedName(stored.name) }
            return false
        }
        guard try AttachmentStore.size(in: db) + stored.size <= Attachment.quota else { throw AttachmentRefusal.full }
        try AttachmentStore.insert(
            Attachment(
                name: stored.name, hash: stored.hash, size: stored.size, kind: stored.kind,
                uploadedBy: doer.actor.auditName, uploadedAt: doer.now), in: db)
        try AuditStore.append(
            actor: doer.actor, action: .attachmentUpload, subject: stored.name, detail: stored.hash,
            origin: doer.origin, now: doer.now, in: db)
        return true
    }

    /// What may be shown of it to somebody who reads the knowledge base.
    static func attachment(_ name: String, for actor: Actor, in db: Database) throws -> Attachment {
        try Policy.requireSomewhere(.readPages, for: actor)
        guard let attachment = try AttachmentStore.attachment(name, in: db) else { throw AttachmentRefusal.missing }
        return attachment
    }
}
