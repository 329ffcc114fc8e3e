import Synchronization

/// Uploaded files that wait for a decision or are being imported, each with its preview and its progress.
///
/// Not kept on disk: files do not outlive the server.
final class StatutePlanCache: Sendable {
    struct Held: Sendable {
        let account: ID<Account>
        let file: IncomingFile
        let followedOnly: Bool
        let sentAt: Moment
        /// Nil until the file was read.
        var plan: StatuteImport?
        var digest = ""
        var basis: StatuteImportBasis?
        /// Whether an earlier preview was outdated.
        var isRenewed = false
        var isRunning = false
        /// Statutes read or written so far, of `total` where that is known.
        var done = 0
        var total: Int?
    }

    private let uploads = Mutex<[ID<StatuteUpload>: Held]>([:])

    func held(_ id: ID<StatuteUpload>) -> Held? { uploads.withLock { $0[id] } }

    /// Keeps the file, and lets go of others of its sender and of old ones.
    func keep(_ held: Held, as id: ID<StatuteUpload>, notBefore: Moment) {
        uploads.withLock { uploads in
            uploads = uploads.filter {
                $0.value.isRunning || $0.value.account != held.account && $0.value.sentAt >= notBefore
            }
            uploads[id] = held
        }
    }

    func change(_ id: ID<StatuteUpload>, _ body: (inout Held) -> Void) {
        uploads.withLock { uploads in
            guard var held = uploads[id] else { return }
            body(&held)
            uploads[id] = held
        }
    }

    func drop(_ id: ID<StatuteUpload>) {
        uploads.withLock { _ = $0.removeValue(forKey: id) }
    }
}
