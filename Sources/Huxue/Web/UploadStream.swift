import Foundation

/// Takes a `multipart/form-data` body apart while it comes in: its fields are kept, its one file goes to disk.
///
/// At most one piece of the body and the head of one part are in memory. The form's fields stand before its file, and
/// the file is only taken once `admits` has accepted them. One piece is fed after another, never two at a time.
final class UploadStream: @unchecked Sendable {
    private enum Place {
        case opening, boundary, head, end
        case field(String)
        /// The name is empty for a file that was not chosen.
        case file(name: String)
    }

    private let delimiter: [UInt8]
    private let folder: DataFolder
    private let admits: @Sendable (Form) throws -> Void
    private var place = Place.opening
    /// Bytes received and not parsed yet; the first delimiter lacks the line break before it.
    private var buffer = Array("\r\n".utf8)
    private var fields: [String: [String]] = [:]
    private var fieldCount = 0
    private var stored: StoredUpload?

    /// `admits`: throws unless the fields are of a form that may bring a file.
    ///
    /// - Throws: `CommonRefusal.invalid` when the header names no boundary.
    init(contentType: String, folder: DataFolder, admits: @escaping @Sendable (Form) throws -> Void) throws {
        guard let boundary = Upload.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { throw Upload.malformed }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.folder = folder
        self.admits = admits
    }

    func feed(_ bytes: [UInt8]) throws {
        buffer += bytes
        while try step() {}
    }

    /// The form's fields and its file; no file when none was chosen.
    /// - Throws: `CommonRefusal.invalid` when the body is not whole.
    func finish() throws -> (Form, StoredUpload?) {
        guard case .end = place else { throw Upload.malformed }
        return (try Form(uploaded: fields), stored)
    }

    /// Parses the next part of the buffer; false when more bytes are needed first.
    private func step() throws -> Bool {
        switch place {
        case .opening:
            guard buffer.count >= delimiter.count else { return false }
            guard buffer.starts(with: delimiter) else { throw Upload.malformed }
            take(delimiter.count)
            place = .boundary
        case .boundary:
            guard buffer.count >= 2 else { return false }
            let mark = Array(buffer.prefix(2))
            guard mark == Array("--".utf8) || mark == Array("\r\n".utf8) else { throw Upload.malformed }
            take(2)
            place = mark[0] == UInt8(ascii: "-") ? .end : .head
        case .head:
            guard let end = try find(Array("\r\n\r\n".utf8), limit: Upload.headLimit) else { return false }
            let head = Array(buffer.prefix(end))
            take(end + 4)
            try begin(head)
        case .field(let name):
            guard let end = try find(delimiter, limit: Upload.fieldLimit) else { return false }
            guard let value = String(validating: buffer.prefix(end), as: UTF8.self) else { throw Upload.malformed }
            fields[name, default: []].append(value)
            take(end + delimiter.count)
            place = .boundary
        case .file(let name): return try takeFile(name)
        case .end:
            buffer.removeAll()
            return false
        }
        return true
    }

    private func begin(_ head: [UInt8]) throws {
        guard let head = String(validating: head, as: UTF8.self), StreamSafeText.holds(head),
            let disposition = head.split(whereSeparator: \.isNewline).first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }), let name = Upload.parameter("name", of: disposition)
        else { throw Upload.malformed }
        guard let fileName = Upload.parameter("filename", of: disposition) else {
            fieldCount += 1
            guard stored == nil, fieldCount <= 20 else { throw Upload.malformed }
            place = .field(name)
            return
        }
        guard stored == nil else { throw Upload.malformed }
        try admits(Form(uploaded: fields))
        stored = StoredUpload(name: fileName, file: try IncomingFile(in: folder))
        place = .file(name: fileName)
    }

    /// Writes the bytes that certainly belong to the file; the last ones may be the start of the delimiter.
    private func takeFile(_ name: String) throws -> Bool {
        guard let file = stored?.file else { throw Upload.malformed }
        let end = find(delimiter)
        let sure = end ?? max(0, buffer.count - delimiter.count + 1)
        try file.append(Array(buffer.prefix(sure)))
        take(sure)
        guard end != nil else { return false }
        take(delimiter.count)
        if name.isEmpty, file.size == 0 { stored = nil }
        place = .boundary
        return true
    }

    private func take(_ count: Int) {
        buffer.removeFirst(count)
    }

    /// Where `pattern` next stands in the buffer; nil when it has not come yet.
    /// - Throws: `CommonRefusal.invalid` when it has not come within `limit` bytes.
    private func find(_ pattern: [UInt8], limit: Int) throws -> Int? {
        let found = find(pattern)
        guard found ?? (buffer.count - pattern.count) <= limit else { throw Upload.malformed }
        return found
    }

    private func find(_ pattern: [UInt8]) -> Int? {
        guard let first = pattern.first else { return nil }
        return buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var start = 0
            while start + pattern.count <= bytes.count {
                let last = bytes.count - pattern.count
                guard let hit = memchr(base + start, Int32(first), last - start + 1) else { return nil }
                start = UnsafeRawPointer(hit) - base
                if memcmp(base + start, pattern, pattern.count) == 0 { return start }
                start += 1
            }
            return nil
        }
    }
}
