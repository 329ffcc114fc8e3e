import GRDB

/// 附件: files to which pages of other features link.
struct AttachmentFeature: Feature {
    let migrations = AttachmentSchema.migrations
    let uploads = [UploadPlace(path: "/attachments", action: .editPages, size: .memory)]
    let vocabularies: [any AuditVocabulary.Type] = [AttachmentNameStore.self]
    let staffFollowers: [any StaffFollower.Type] = [AttachmentStaffStore.self]

    func addRoutes(to site: Site) {
        AttachmentRoutes(office: site.office, owners: site.features.attachmentOwners).add(to: site.signedIn)
    }

    func prepareToServe(_ database: OfficeDatabase, now: Moment) throws {
        let folder = AttachmentFolder(database.folder)
        try database.writeAndWait { try AttachmentActions.sweep(folder, in: $0) }
    }

    func findings(in folder: DataFolder, _ db: Database) throws -> [Finding] {
        try AttachmentActions.findings(in: AttachmentFolder(folder), db)
    }
}
