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

    private struct ArticleKey: Hashable {
        let edition: Key
        let article: ArticleNumber
    }

    private let frames = Mutex<[Key: StatuteFrame]>([:])
    private let references = Mutex<[ArticleKey: [CitationReference]]>([:])

    /// What the text of an article of this edition refers to, read with these names; looked for when it is not there.
    func references(
        of article: ArticleNumber, in digest: String, _ names: StatuteNames, find: () throws -> [CitationReference]
    ) rethrows -> [CitationReference] {
        let key = ArticleKey(edition: Key(digest: digest, names: names.mark), article: article)
        if let known = references.withLock({ $0[key] }) { return known }
        let found = try find()
        references.withLock { references in
            if references.count >= Self.limit { references = [:] }
            references[key] = found
        }
        return found
    }

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
