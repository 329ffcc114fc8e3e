import CZlib
import Crypto
import Foundation

/// The static files, read once, each under an address that changes with its content.
struct Assets: Sendable {
    struct File: Sendable {
        let bytes: [UInt8]
        /// The same compressed, a quarter of the size.
        let gzipped: [UInt8]
        let type: String
        let address: Address
    }

    private let files: [String: File]
    private let hashes: [String: String]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    init(resources: Resources) throws {
        var files: [String: File] = [:]
        var hashes: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: resources.path + "/static").sorted() {
            guard let type = Self.types[String(name.split(separator: ".").last ?? "")] else { continue }
            let data = try resources.data("static/" + name)
            let hash = SHA256.hash(data: data).prefix(8).map { padded(Int($0), to: 3) }.joined()
            let bytes = Array(data)
            hashes[name] = hash
            files[name] = File(
                bytes: bytes, gzipped: try Gzip.compressed(bytes), type: type,
                address: "/static/\(segment: hash)/\(segment: name)")
        }
        self.files = files
        self.hashes = hashes
    }

    /// The file of that name; nil unless `hash` is that of its content.
    func file(named name: String, hash: String) -> File? {
        hashes[name] == hash ? files[name] : nil
    }

    /// Scripts that only pages with an editor load.
    private static let editors: Set = ["editor.js", "editor-tools.js", "question-form.js", "score.js"]

    /// The addresses of the scripts of every page, in the order of their names.
    var scripts: [Address] { scripts { !Self.editors.contains($0) } }
    /// The addresses of the scripts that an editor needs besides.
    var editorScripts: [Address] { scripts(where: Self.editors.contains) }

    private func scripts(where isWanted: (String) -> Bool) -> [Address] {
        files.filter { $0.key.hasSuffix(".js") && isWanted($0.key) }.sorted { $0.key < $1.key }.map(\.value.address)
    }

    func address(_ name: String) -> Address {
        files[name]?.address ?? "/static/missing"
    }
}

enum Gzip {
    struct Failure: Error {
        let code: Int32
    }

    /// The bytes in the gzip format, as small as zlib makes them.
    static func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        // 15 bits of window, 16 more for a gzip head.
        let code = deflateInit2_(
            &stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw Failure(code: code) }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let capacity = output.count
        var input = bytes
        let end = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(capacity)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard end == Z_STREAM_END else { throw Failure(code: end) }
        return Array(output.prefix(capacity - Int(stream.avail_out)))
    }
}
