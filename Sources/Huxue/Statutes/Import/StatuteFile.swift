import Foundation

/// The Ministry of Justice's open data, `{"UpdateDate": "yyyymmdd", "Laws": [{"LawName", "LawURL", …}]}`, read law by
/// law: the national file has 120 MB.
struct StatuteFile {
    private var pieces: JSONPieces
    private var laws = 0
    private var seen: Set<String> = []
    private var problems: [StatuteProblem] = []
    private var updated: Day?
    private var isUnpacked = false

    /// What is said about the file as a whole, once it was read.
    struct Summary: Equatable, Sendable {
        /// 更新日期: the day whose law the file shows; nil when it does not tell.
        let updated: Day?
        let statutes: Int
        let problems: [StatuteProblem]
    }

    /// The national file has 11,547.
    private static let mostLaws = 50_000
    /// One law; the longest of the national file has 1.5 MB.
    private static let longestLaw = 32 << 20

    init(_ handle: FileHandle, chunk: Int = 1 << 18) {
        pieces = JSONPieces { try handle.read(upToCount: chunk) }
    }

    /// One file of an archive.
    init(_ reader: ZipEntryReader) {
        pieces = JSONPieces { try reader.next() }
        isUnpacked = true
    }

    init(_ data: Data) {
        var rest: Data? = data
        pieces = JSONPieces {
            defer { rest = nil }
            return rest
        }
    }

    /// Hands over each law in the file's order, whatever comes before or after the laws in the file.
    ///
    /// - Throws: `StatuteFileRefusal` when the file is not of the ministry's form, possibly after some laws were
    ///   handed over; and whatever `visit` throws.
    static func read(_ file: Self, _ visit: (StatuteEdition) throws -> Void) throws -> Summary {
        var file = file
        do {
            try file.requireJSON()
            try file.readObject(visit)
        } catch let fault as JSONPieces.Fault {
            throw file.refusal(of: fault)
        }
        guard file.laws > 0 else { throw StatuteFileRefusal.empty }
        return Summary(updated: file.updated, statutes: file.seen.count, problems: file.problems)
    }

    /// Looks at the beginning alone.
    /// - Throws: `StatuteFileRefusal` for what surely is no file of the ministry's.
    static func glance(at file: Self) throws {
        var file = file
        do {
            try file.requireJSON()
        } catch let fault as JSONPieces.Fault {
            throw file.refusal(of: fault)
        }
    }

    private mutating func requireJSON() throws {
        let lead = Array(try pieces.lead(4))
        if lead.isEmpty { throw StatuteFileRefusal.empty }
        if lead.starts(with: [0x50, 0x4B]) || lead.starts(with: [0x1F, 0x8B]) { throw StatuteFileRefusal.compressed }
        if lead.starts(with: [0xFF, 0xFE]) || lead.starts(with: [0xFE, 0xFF]) { throw StatuteFileRefusal.utf16 }
        if lead.count > 1, lead[0] == 0 || lead[1] == 0 { throw StatuteFileRefusal.utf16 }
        if lead.starts(with: [0xEF, 0xBB, 0xBF]) { pieces.skip(3) }
        if try pieces.peek() == UInt8(ascii: "<") { throw StatuteFileRefusal.markup }
        guard try pieces.peek() == UInt8(ascii: "{") else { throw StatuteFileRefusal.notMinistry }
    }

    private mutating func readObject(_ visit: (StatuteEdition) throws -> Void) throws {
        try pieces.require("{")
        var hasLaws = false
        repeat {
            if try pieces.peek() == UInt8(ascii: "}") { break }
            try pieces.read(limit: 1000)
            let key = decoded(String.self)
            try pieces.require(":")
            if key == "Laws" {
                hasLaws = true
                try readLaws(visit)
            } else {
                try pieces.read(limit: Self.longestLaw)
                if key == "UpdateDate" { updated = decoded(String.self).flatMap(Day.init(published:)) }
            }
        } while try pieces.take(",")
        try pieces.require("}")
        guard hasLaws, try pieces.peek() == nil else { throw StatuteFileRefusal.notMinistry }
    }

    private mutating func readLaws(_ visit: (StatuteEdition) throws -> Void) throws {
        guard try pieces.take("[") else { throw StatuteFileRefusal.notMinistry }
        if try pieces.take("]") { return }
        repeat {
            try pieces.read(limit: Self.longestLaw)
            guard !pieces.hasLongNames, let law = decoded(MinistryLaw.self) else {
                throw isEnglish ? StatuteFileRefusal.english : refusal(of: .unexpected)
            }
            laws += 1
            guard laws <= Self.mostLaws else { throw StatuteFileRefusal.tooMany(Self.mostLaws) }
            guard law.isStreamSafe else {
                problems.append(StatuteProblem(statute: "\(laws)", kind: .stackedMarksInStatute))
                continue
            }
            guard !law.name.isEmpty else { throw refusal(of: .unexpected) }
            guard law.name.unicodeScalars.contains(where: \.properties.isIdeographic) else {
                throw StatuteFileRefusal.foreign(law.name)
            }
            guard let pcode = law.pcode else {
                problems.append(StatuteProblem(statute: law.name, kind: .missingKey(law.address)))
                continue
            }
            guard seen.insert(pcode).inserted else {
                problems.append(StatuteProblem(statute: law.name, kind: .repeatedStatute(pcode)))
                continue
            }
            let edition = law.edition(pcode: pcode)
            problems += edition.problems.map { StatuteProblem(statute: law.name, kind: $0) }
            if edition.isUnreadable { problems.append(StatuteProblem(statute: law.name, kind: .noReadableArticle)) }
            try visit(edition)
        } while try pieces.take(",")
        try pieces.require("]")
    }

    private func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(pieces.value))
    }

    /// Whether the law that was read last is of the English edition, whose fields are called EngLawName and so on.
    private var isEnglish: Bool { Data(pieces.value).range(of: Data("\"EngLaw".utf8)) != nil }

    /// Bytes of another encoding can look like any other fault.
    private func refusal(of fault: JSONPieces.Fault) -> StatuteFileRefusal {
        let value = pieces.value
        let end = fault == .ended ? value.lastIndex { $0 < 0x80 } ?? 0 : value.endIndex
        if String(validating: value[..<end], as: UTF8.self) == nil { return .notUTF8(laws: laws) }
        return switch fault {
        case .unreadable: isUnpacked ? .brokenArchive : .unreadable
        case .ended: .truncated(laws: laws)
        case .unexpected, .oversized: .damaged(laws: laws)
        }
    }
}
