/// Checks an uploaded file: the ending of its name, its first bytes and its structure must agree.
struct AttachmentFile: Sendable {
    let kind: AttachmentKind
    /// The bytes to store; images without their metadata.
    let bytes: [UInt8]

    static let sizeLimit = 20 * 1024 * 1024

    init(reading bytes: [UInt8], name: String) throws(AttachmentProblem) {
        guard let kind = AttachmentKind(fileName: name) else { throw .unknownKind }
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= Self.sizeLimit else { throw .tooLarge }
        self.kind = kind
        switch kind {
        case .pdf:
            guard Self.isPDF(ByteReader(bytes: bytes)) else { throw .notPDF }
            self.bytes = bytes
        case .odt, .ods, .odp:
            try OfficeDocument(reading: bytes).checkOpenDocument(kind)
            self.bytes = bytes
        case .docx, .xlsx, .pptx:
            try OfficeDocument(reading: bytes).checkOpenXML(kind)
            self.bytes = bytes
        case .png: self.bytes = try Self.image(PNGImage(reading: bytes))
        case .jpeg: self.bytes = try Self.image(JPEGImage(reading: bytes))
        case .webp: self.bytes = try Self.image(WebPImage(reading: bytes))
        }
    }

    /// The end mark may be followed by a line break or a little padding.
    private static func isPDF(_ reader: ByteReader) -> Bool {
        guard reader.has("%PDF-", at: 0) else { return false }
        return (max(0, reader.count - 1024)..<reader.count).contains { reader.has("%%EOF", at: $0) }
    }

    private static func image(_ image: (some RasterImage)?) throws(AttachmentProblem) -> [UInt8] {
        guard let image, image.width > 0, image.height > 0 else { throw .notImage }
        guard image.width * image.height <= 40_000_000 else { throw .tooManyPixels }
        return image.bytes
    }
}

/// An image file whose structure has been checked.
protocol RasterImage: Sendable {
    var width: Int { get }
    var height: Int { get }
    /// The file without metadata about its author, place, time or device.
    var bytes: [UInt8] { get }
}

/// An office document: a ZIP archive of parts.
struct OfficeDocument: Sendable {
    private let archive: ZipListing

    init(reading bytes: [UInt8]) throws(AttachmentProblem) {
        do {
            archive = try ZipListing(reading: bytes)
            try archive.check()
        } catch {
            switch error {
            case .malformed: throw .notZip
            case .tooManyEntries, .tooLarge: throw .tooMuchInside
            case .encrypted: throw .encrypted
            case .unsafeName: throw .unsafeName
            }
        }
    }

    /// Checks that the first part is an uncompressed `mimetype` naming the kind, and that there are no macros.
    func checkOpenDocument(_ kind: AttachmentKind) throws(AttachmentProblem) {
        guard let first = archive.entry("mimetype"), first.start == 0, first.isStored, text(first) == kind.type,
            archive.entry("content.xml") != nil, let manifest = archive.entry("META-INF/manifest.xml")
        else { throw .notOpenDocument }
        guard !(text(manifest)?.contains("encryption-data") ?? true) else { throw .encrypted }
        guard !archive.entries.contains(where: { $0.name.hasPrefix("Basic/") || $0.name.hasPrefix("Scripts/") }) else {
            throw .hasMacros
        }
    }

    /// Checks that the list of parts contains the main part of the kind and no macros or controls.
    func checkOpenXML(_ kind: AttachmentKind) throws(AttachmentProblem) {
        guard let list = archive.entry("[Content_Types].xml"), list.unpacked <= 1 << 20, let types = text(list) else {
            throw .notOffice
        }
        let names = archive.entries.map { $0.name.lowercased() }
        let runs = ["vbaproject", "vbadata", "macrosheets/", "activex/"]
        let words = types.lowercased()
        guard !names.contains(where: { name in runs.contains { name.contains($0) } }), !words.contains("macroenabled"),
            !words.contains("vbaproject")
        else { throw .hasMacros }
        let folder =
            switch kind {
            case .docx: "word/"
            case .xlsx: "xl/"
            default: "ppt/"
            }
        guard names.contains(where: { $0.hasPrefix(folder) }), types.contains("\(kind.type).main+xml") else {
            throw .notOffice
        }
    }

    private func text(_ entry: ZipListing.Entry) -> String? {
        guard let bytes = try? archive.contents(of: entry) else { return nil }
        return String(validating: bytes, as: UTF8.self).flatMap { StreamSafeText.holds($0) ? $0 : nil }
    }
}
