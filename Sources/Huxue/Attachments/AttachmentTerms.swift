/// Words of attachments.
enum AttachmentTerms {
    /// A size in a unit that gives a short number.
    static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) 位元組" }
        if bytes < 1 << 20 { return "\((bytes + 512) >> 10) KB" }
        let (unit, name) = bytes < 1 << 30 ? (1 << 20, "MB") : (1 << 30, "GB")
        let tenths = (bytes * 10 + unit / 2) / unit
        return "\(tenths / 10).\(tenths % 10) \(name)"
    }

    /// Names of the findings of `huxue doctor`.
    static let lost = "附件的檔案不見了"
    static let altered = "附件的檔案內容被更動"
}

extension AuditAction {
    static let attachmentUpload = AuditAction("attachment.upload", "上傳附件")
}
