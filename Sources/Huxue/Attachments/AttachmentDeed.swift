/// The result of an upload.
enum AttachmentDeed: String, Deed {
    case uploaded
    /// A file of the same name and content existed already.
    case present
}

extension AttachmentDeed {
    var sentence: String {
        switch self {
        case .uploaded: "附件已存入。"
        case .present: "這個附件本來就有，內容相同。"
        }
    }
}
