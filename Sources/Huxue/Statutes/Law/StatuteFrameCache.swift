import Synchronization

/// What the texts of a few statutes tell about the references in them: reading one means reading all of its articles.
final class StatuteFrameCache: Sendable {
    static let shared = StatuteFrameCache()

    /// In articles: about twice what a household office works with, some 3 MB.
    private static let limit = 6_000

    private struct Key: Hashable {
        /// Of the edition: equal digests, equal texts.
        let digest: String
        /// Of the names that the texts were read with.
        let names: Int64
    }

    private let frames = Mutex<[Key: StatuteFrame]>([:])

    /// The frame of the edition with this digest, read with these names; made when it is not there.
    func frame(
        of digest: String, _ names: StatuteNames, make: () throws -> StatuteFrame
    ) rethrows -> StatuteFrame {
        let key = Key(digest: digest, names: names.mark)
        if let frame = frames.withLock({ $0[key] }) { return frame }
        let frame = try make()
        frames.withLock { frames in
            let kept = frames.values.reduce(0) { $0 + $1.articles.count }
            if kept + frame.articles.count > Self.limit { frames = [:] }
            frames[key] = frame
        }
        return frame
    }
}
