/// Reads `multipart/form-data`, the form with files: bounded, and strict about its shape.
///
/// The whole body is in memory already and its size limited by the caller.
struct Upload {
    private static let partLimit = 200
    static let headLimit = 4096
    static let fieldLimit = 64 << 10

    private let bytes: [UInt8]
    private let delimiter: [UInt8]
    private var fields: [String: [String]] = [:]
    private var files: [String: UploadedFile] = [:]

    /// The form's fields, and its files by field name.
    ///
    /// A file field left empty gives no file.
    /// - Throws: `CommonRefusal.invalid` for anything but a well-formed body.
    static func parse(_ bytes: [UInt8], contentType: String) throws -> (Form, [String: UploadedFile]) {
        guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            throw malformed
        }
        var upload = Upload(bytes: bytes, boundary: boundary)
        try upload.readParts()
        return (try Form(uploaded: upload.fields), upload.files)
    }

    static var malformed: CommonRefusal { .invalid("上傳的內容不完整，系統沒有收下。請重新選擇檔案後再送一次。") }

    private init(bytes: [UInt8], boundary: String) {
        self.bytes = bytes
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    private mutating func readParts() throws {
        // The first delimiter may stand at the very beginning, without the line break.
        var position: Int
        if bytes.starts(with: delimiter.dropFirst(2)) {
            position = delimiter.count - 2
        } else if let found = find(delimiter, from: 0) {
            position = found + delimiter.count
        } else {
            throw Self.malformed
        }
        for _ in 0..<Self.partLimit {
            if has("--", at: position) { return }
            guard has("\r\n", at: position), let headEnd = find(Array("\r\n\r\n".utf8), from: position),
                headEnd - position <= Self.headLimit, let end = find(delimiter, from: headEnd + 4)
            else { throw Self.malformed }
            let body = headEnd + 4
            try readPart(head: bytes[min(position + 2, headEnd)..<headEnd], body: bytes[body..<end])
            position = end + delimiter.count
        }
        throw Self.malformed
    }

    private mutating func readPart(head: ArraySlice<UInt8>, body: ArraySlice<UInt8>) throws {
        guard let head = String(validating: head, as: UTF8.self), StreamSafeText.holds(head),
            let disposition = head.split(whereSeparator: \.isNewline).first(where: {
                $0.lowercased().hasPrefix("content-disposition:")
            }), let name = Self.parameter("name", of: disposition)
        else { throw Self.malformed }
        if let fileName = Self.parameter("filename", of: disposition) {
            guard files[name] == nil else { throw Self.malformed }
            if !fileName.isEmpty || !body.isEmpty {
                files[name] = UploadedFile(name: fileName, bytes: Array(body))
            }
        } else {
            guard body.count <= Self.fieldLimit, let value = String(validating: body, as: UTF8.self) else {
                throw Self.malformed
            }
            fields[name, default: []].append(value)
        }
    }

    /// The value of a parameter such as `name="…"`, quoted or not; browsers write `"` in names as `%22`.
    static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        var rest = header.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " }
            let key = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(key.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            let value: Substring
            if rest.first == "\"" {
                value = Substring(rest.dropFirst().prefix { $0 != "\"" })
                rest = rest.dropFirst(value.count + 2).drop { $0 != ";" }
            } else {
                value = Substring(rest.prefix { $0 != ";" && $0 != " " })
                rest = rest.drop { $0 != ";" }
            }
            if key.lowercased() == name { return String(value) }
        }
        return nil
    }

    private func has(_ text: String, at position: Int) -> Bool {
        position <= bytes.count && bytes[position...].starts(with: text.utf8)
    }

    /// Where `pattern` next stands; nil when nowhere.
    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, start >= 0 else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            guard pattern.count <= bytes.count else { return nil }
            var index = start
            let last = bytes.count - pattern.count
            while index <= last {
                if bytes[index] == first, pattern.indices.allSatisfy({ bytes[index + $0] == pattern[$0] }) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}
