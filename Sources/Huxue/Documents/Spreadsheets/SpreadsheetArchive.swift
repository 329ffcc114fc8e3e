/// The files of an XLSX archive, found by their relations as the format has it.
struct SpreadsheetArchive {
    /// Paths by the ids and types of the relations that name them.
    struct Targets {
        fileprivate(set) var paths: [String: String] = [:]
        fileprivate var types: [String: String] = [:]

        /// `type`: the last part of its address.
        func path(ofType type: String) -> String? { types[type] }
    }

    let bookPath: String
    private let listing: ZipListing
    private let entries: [String: ZipListing.Entry]

    init(_ bytes: [UInt8]) throws(SpreadsheetProblem) {
        do {
            listing = try ZipListing(reading: bytes)
        } catch .tooLarge, .tooManyEntries {
            throw .tooLarge
        } catch {
            throw .damaged
        }
        entries = Dictionary(listing.entries.map { ($0.name, $0) }) { first, _ in first }
        var book: String?
        if let entry = entries["_rels/.rels"] {
            let relations = try Self.targets(
                Self.root(try Self.contents(of: entry, in: listing), path: entry.name), of: "")
            book = relations.path(ofType: "officeDocument")
        }
        bookPath = book ?? "xl/workbook.xml"
        guard entries[bookPath] != nil else { throw .damaged }
    }

    func contents(of path: String) throws(SpreadsheetProblem) -> [UInt8] {
        guard let entry = entries[path] else { throw .damaged }
        return try Self.contents(of: entry, in: listing)
    }

    /// The whole file as one element.
    func root(of path: String) throws(SpreadsheetProblem) -> XMLElement {
        try Self.root(contents(of: path), path: path)
    }

    /// What this file refers to.
    func targets(of path: String) throws(SpreadsheetProblem) -> Targets {
        let parts = path.split(separator: "/")
        let folder = parts.dropLast().joined(separator: "/")
        let relations = (parts.dropLast() + ["_rels", "\(parts.last ?? "").rels"]).joined(separator: "/")
        guard entries[relations] != nil else { throw .damaged }
        return try Self.targets(root(of: relations), of: folder)
    }

    /// The texts that cells refer to by number; none for nil.
    func sharedTexts(_ path: String?) throws(SpreadsheetProblem) -> [String] {
        guard let path else { return [] }
        var texts: [String] = []
        let reader = XMLReader(try contents(of: path), depth: 2)
        do {
            while let item = try reader.next() { texts.append(Self.words(of: item)) }
        } catch {
            throw .xml(part: path, error)
        }
        return texts
    }

    /// The text of a cell or shared text: its runs, without the reading aids of East Asian texts.
    static func words(of item: XMLElement) -> String {
        let pieces = item.elements.map { piece in
            switch piece.name {
            case "t": piece.text
            case "r": piece.all("t").map(\.text).joined()
            default: ""
            }
        }
        return unescaped(pieces.joined())
    }

    /// Spreadsheets write characters that XML cannot hold as `_x000D_`.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }

    private static func contents(
        of entry: ZipListing.Entry, in listing: ZipListing
    ) throws(SpreadsheetProblem) -> [UInt8] {
        do {
            return try listing.text(of: entry, limit: Spreadsheet.partLimit)
        } catch .tooLarge {
            throw .tooLarge
        } catch {
            throw .damaged
        }
    }

    private static func root(_ bytes: [UInt8], path: String) throws(SpreadsheetProblem) -> XMLElement {
        do throws(XMLProblem) {
            let reader = XMLReader(bytes, depth: 1)
            guard let root = try reader.next() else { throw XMLProblem(line: 1, kind: .cut) }
            return root
        } catch {
            throw .xml(part: path, error)
        }
    }

    private static func targets(_ relations: XMLElement, of folder: String) -> Targets {
        var targets = Targets()
        for relation in relations.all("Relationship") {
            guard let id = relation.attributes["Id"], let target = relation.attributes["Target"] else { continue }
            let path =
                target.hasPrefix("/") ? String(target.dropFirst()) : folder.isEmpty ? target : folder + "/" + target
            targets.paths[id] = path
            if let type = relation.attributes["Type"]?.split(separator: "/").last { targets.types[String(type)] = path }
        }
        return targets
    }
}
