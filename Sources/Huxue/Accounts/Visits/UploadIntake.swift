import HTTPTypes
import Hummingbird

/// Writes uploads that are too large for memory straight to the disk.
struct UploadIntake: Sendable {
    let folder: DataFolder
    let files: WorkPool
    private let limit: Int
    private let places = Places(2)

    init(folder: DataFolder, files: WorkPool, limit: Int = BodyLimit.stored) {
        self.folder = folder
        self.files = files
        self.limit = limit
    }

    private static let slice = 1 << 20
    /// The form's fields and its file, which is deleted when the last reference to it is released.
    ///
    /// The form's token comes before the file; nothing of the file is written unless the token is the session's.
    /// - Throws: `CommonRefusal`.
    func receive(_ request: Request, of visitor: Visitor) async throws -> (Form, StoredUpload?) {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw CommonRefusal.tooLarge("200 MB")
        }
        guard places.take() else { throw CommonRefusal.busy }
        defer { places.giveBack() }
        let token = visitor.formToken
        let stream = try UploadStream(contentType: request.headers[.contentType] ?? "", folder: folder) { form in
            guard try form.verbatim("token") == token else { throw CommonRefusal.forgedForm }
        }
        try await pour(request, into: stream)
        return try stream.finish()
    }

    private func pour(_ request: Request, into stream: UploadStream) async throws {
        var slice: [UInt8] = []
        var total = 0
        for try await buffer in request.body {
            total += buffer.readableBytes
            guard total <= limit else { throw CommonRefusal.tooLarge("200 MB") }
            slice += buffer.readableBytesView
            guard slice.count >= Self.slice else { continue }
            let full = slice
            slice = []
            try await files.runInTurn { try stream.feed(full) }
        }
        let rest = slice
        try await files.runInTurn { try stream.feed(rest) }
    }
}
