import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Huxue

@Suite struct UploadStreamTests {
    private let folder = DataFolder(path: NSTemporaryDirectory() + "huxue-upload-\(UUID().uuidString)")
    private let type = "multipart/form-data; boundary=edge"

    private func read(_ body: [UInt8], inPiecesOf size: Int) throws -> (Form, StoredUpload?) {
        let stream = try UploadStream(contentType: type, folder: folder) { form in
            guard try form.verbatim("token") == "right" else { throw CommonRefusal.forgedForm }
        }
        for start in stride(from: 0, to: body.count, by: size) {
            try stream.feed(Array(body[start..<min(start + size, body.count)]))
        }
        return try stream.finish()
    }

    private func body(token: String, file: [UInt8]) -> [UInt8] {
        Array("--edge\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token)\r\n--edge\r\n".utf8)
            + Array("Content-Disposition: form-data; name=\"file\"; filename=\"甲.json\"\r\n\r\n".utf8) + file
            + Array("\r\n--edge--\r\n".utf8)
    }

    private func kept() -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.uploadsPath).count) ?? 0
    }

    @Test func `in whatever pieces a body comes, the file is what was sent, and goes with its holder`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let file = Array("\r\n--edg\r\n--edG-\r-".utf8) + [0, 255, 13, 10, 45, 45, 101]
        for size in 1...120 {
            let (form, stored) = try read(body(token: "right", file: file), inPiecesOf: size)
            let upload = try #require(stored)
            #expect(try form.verbatim("token") == "right" && upload.name == "甲.json")
            #expect(FileManager.default.contents(atPath: upload.file.path) == Data(file), "\(size)")
            #expect(try upload.file.isIntact() && upload.file.size == file.count)
            try FileHandle(forWritingTo: URL(fileURLWithPath: upload.file.path)).write(contentsOf: Data("x".utf8))
            #expect(try !upload.file.isIntact())
        }
        #expect(kept() == 0)
    }

    @Test func `nothing of a file is kept without the token, which stands before it`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        #expect(throws: CommonRefusal.self) { try read(body(token: "wrong", file: [1]), inPiecesOf: 7) }
        let late =
            Array("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nx\r\n--edge\r\n".utf8)
            + Array("Content-Disposition: form-data; name=\"token\"\r\n\r\nright\r\n--edge--".utf8)
        #expect(throws: CommonRefusal.self) { try read(late, inPiecesOf: 9) }
        #expect(!FileManager.default.fileExists(atPath: folder.uploadsPath))
    }

    @Test func `more than the limit is refused, whether it is announced or not, and leaves nothing`() async throws {
        let office = try SampleOffice()
        let visitor = try #require(try office.visitor("zonghan"))
        let files = try makeOffice(session: office.session, settings: Settings()).files
        let intake = UploadIntake(folder: office.folder, files: files, limit: 1000)
        func receive(_ count: Int, announced: Bool) async throws -> StoredUpload? {
            var headers: HTTPFields = [.contentType: type]
            if announced { headers[.contentLength] = "\(count)" }
            let head = HTTPRequest(
                method: .post, scheme: nil, authority: "localhost", path: "/statutes/import", headerFields: headers)
            let whole = body(token: visitor.formToken, file: [UInt8](repeating: 65, count: count))
            let request = Request(head: head, body: .init(buffer: ByteBuffer(bytes: whole)))
            return try await intake.receive(request, of: visitor).1
        }
        for announced in [true, false] {
            await #expect(throws: CommonRefusal.self) { try await receive(2000, announced: announced) }
        }
        #expect(try await receive(500, announced: false)?.file.size == 500)
        let left = (try? FileManager.default.contentsOfDirectory(atPath: office.folder.uploadsPath)) ?? []
        #expect(left.isEmpty)
    }

    @Test func `anything cut short or out of shape is refused, and never traps`() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let whole = body(token: "right", file: Array("{}".utf8))
        for length in 0..<(whole.count - 2) {
            #expect(throws: CommonRefusal.self, "\(length)") { try read(Array(whole.prefix(length)), inPiecesOf: 11) }
        }
        var generator = SeededBytes(state: 4)
        for _ in 0..<1000 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255, using: &generator)
            _ = try? read(bytes, inPiecesOf: Int.random(in: 1...40, using: &generator))
        }
        #expect(throws: CommonRefusal.self) {
            try read(
                Array("--edge\r\nContent-Disposition: ".utf8) + [UInt8](repeating: 65, count: 9000), inPiecesOf: 99)
        }
        #expect(throws: CommonRefusal.self) {
            try UploadStream(contentType: "multipart/form-data", folder: folder) { _ in }
        }
        #expect(kept() == 0)
    }
}
