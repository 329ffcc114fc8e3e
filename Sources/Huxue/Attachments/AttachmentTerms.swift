/// Words of attachments.
enum AttachmentTerms {
    /// A size in the unit in which it is a small number.
    static func size(_ bytes: Int) -> String {
        if bytes < 1024 { return "\(bytes) 位元組" }
        if bytes < 1 << 20 { return "\((bytes + 512) >> 10) KB" }
        let (unit, name) = bytes < 1 << 30 ? (1 << 20, "MB") : (1 << 30, "GB")
        let tenths = (bytes * 10 + unit / 2) / unit
        return "\(tenths / 10).\(tenths % 10) \(name)"
    }

    /// What was just done, by its code in the address; nil for anything else.
    static func done(_ code: String) -> String? {
        switch code {
        case "uploaded": "附件已存入。"
        case "present": "這個附件本來就有，內容相同。"
        default: nil
        }
    }

    /// What the findings of `huxue doctor` are called.
    static let lost = "附件的檔案不見了"
    static let altered = "附件的檔案內容被更動"
}

extension AuditAction {
    static let attachmentUpload = AuditAction("attachment.upload", "上傳附件")
}
