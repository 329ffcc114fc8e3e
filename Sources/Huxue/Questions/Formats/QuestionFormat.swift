/// The formats in which questions come and go.
enum QuestionFormat: String, CaseIterable, Sendable {
    case yaml, csv, xlsx, gift, moodle, qti

    /// By what the file holds and, where that leaves it open, by its name; nil for a file that is none of these.
    init?(fileName: String, bytes: [UInt8]) {
        let parts = fileName.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst()
        // Looked up, so short.
        let ending = parts.last.flatMap { $0.count <= 8 ? String($0)?.lowercased() : nil } ?? ""
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) {
            guard let format = Self.format(ofArchive: bytes) ?? Self.archives[ending] else { return nil }
            self = format
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .xlsx
        } else if let format = Self.root(of: bytes).flatMap(Self.format(ofRoot:)) {
            self = format
        } else if let format = Self.endings[ending] {
            self = format
        } else {
            return nil
        }
    }

    private static let archives: [String: QuestionFormat] = ["xlsx": .xlsx, "zip": .qti]
    private static let endings: [String: QuestionFormat] = [
        "yaml": .yaml, "yml": .yaml, "csv": .csv, "xlsx": .xlsx, "gift": .gift, "txt": .gift, "xml": .moodle,
        "zip": .qti,
    ]

    private static func format(ofArchive bytes: [UInt8]) -> QuestionFormat? {
        guard let listing = try? ZipListing(reading: bytes, limits: .init(entries: 25_000)) else { return nil }
        let names = listing.entries.map(\.name)
        if names.contains("imsmanifest.xml") { return .qti }
        if names.contains("[Content_Types].xml") { return .xlsx }
        return names.contains(where: isYAML) ? .yaml : nil
    }

    static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    private static func format(ofRoot name: String) -> QuestionFormat? {
        name == "quiz" ? .moodle : name.hasPrefix("assessment") ? .qti : nil
    }

    /// The name of an XML file's outermost element; nil for other files.
    private static func root(of bytes: [UInt8]) -> String? {
        let start = bytes.prefix(4096).drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0].contains($0) }
        guard start.first == UInt8(ascii: "<") else { return nil }
        let reader = XMLReader(Array(bytes.prefix(1 << 16)), depth: 2)
        _ = try? reader.next()
        return reader.root.map(QTIReader.kind)
    }

    /// `bank.xlsx`; files of the bank's own form are several, so they come as a ZIP.
    var ending: String {
        switch self {
        case .yaml, .qti: "zip"
        case .csv: "csv"
        case .xlsx: "xlsx"
        case .gift: "gift"
        case .moodle: "xml"
        }
    }

    var contentType: String {
        switch self {
        case .yaml, .qti: "application/zip"
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .gift: "text/plain; charset=utf-8"
        case .moodle: "application/xml"
        }
    }

    /// The files of the bank's own form in an archive, or the file itself.
    /// - Throws: what is wrong with the archive.
    func files(in bytes: [UInt8], name: String) throws(ZipListing.Failure) -> [(path: String, bytes: [UInt8])] {
        guard self == .yaml, bytes.starts(with: "PK\u{3}\u{4}".utf8) else { return [(name, bytes)] }
        let listing = try ZipListing(reading: bytes)
        var files: [(path: String, bytes: [UInt8])] = []
        for entry in listing.entries where Self.isYAML(entry.name) {
            files.append((entry.name, try listing.text(of: entry, limit: QuestionFile.sizeLimit)))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The questions of a file that is not of the bank's own form; nil for one that is.
    func bank(of bytes: [UInt8]) -> WrittenBank? {
        switch self {
        case .yaml: nil
        case .csv: QuestionTableReader.bank(ofCSV: bytes)
        case .xlsx: QuestionTableReader.bank(ofXLSX: bytes)
        case .gift: GIFTReader.bank(of: bytes)
        case .moodle: MoodleReader.bank(of: bytes)
        case .qti: QTIReader.bank(of: bytes)
        }
    }

    /// The topics as one file.
    func file(of topics: [QuestionTopic]) throws -> [UInt8] {
        switch self {
        case .yaml:
            var zip = ZipWriter()
            for topic in topics { zip.add(topic.fileName, Array(QuestionPrinter.print(topic).utf8)) }
            return zip.finished()
        case .csv: return QuestionTablePrinter.csv(topics)
        case .xlsx: return try QuestionTablePrinter.xlsx(topics)
        case .gift: return Array(GIFTPrinter.print(topics).utf8)
        case .moodle: return MoodlePrinter.print(topics)
        case .qti: return QTIPrinter.print(topics)
        }
    }
}
