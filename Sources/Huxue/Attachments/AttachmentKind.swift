/// 附件的格式: the accepted formats, recognised by the ending of the name and checked against the content.
enum AttachmentKind: String, CaseIterable, Sendable {
    case pdf, odt, ods, odp, docx, xlsx, pptx, png, jpeg, webp

    /// The format that the ending of the name stands for; nil when it is not accepted.
    init?(fileName: String) {
        let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let ending = parts.last?.lowercased() else { return nil }
        guard let kind = AttachmentKind(rawValue: ending == "jpg" ? "jpeg" : ending) else { return nil }
        self = kind
    }

    /// The media type.
    var type: String {
        switch self {
        case .pdf: "application/pdf"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .odp: "application/vnd.oasis.opendocument.presentation"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .webp: "image/webp"
        }
    }

    init?(type: String) {
        guard let kind = Self.allCases.first(where: { $0.type == type }) else { return nil }
        self = kind
    }

    /// Whether a page shows the file; files of other kinds are only downloaded.
    var isImage: Bool { self == .png || self == .jpeg || self == .webp }
}
