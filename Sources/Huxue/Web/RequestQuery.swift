import Hummingbird

extension Request {
    /// The fields of the address's query; none when it has no query.
    ///
    /// - Throws: `CommonRefusal.invalid` when it cannot be read.
    func query() throws -> Form { try Form(decoding: uri.query ?? "") }
}
