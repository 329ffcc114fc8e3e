import Synchronization

/// Texts of pages as they were last read and last shown: most views are of the same few pages, and what was saved never
/// changes.
///
/// One for the process; when names of statutes come in, all is read again.
final class PageReadingCache: Sendable {
    static let shared = PageReadingCache()

    /// In bytes of the pages' files; memory in use is about ten times as much.
    static let limit = 1 << 20

    /// A revision of a page, read.
    struct Text: Sendable {
        let content: PageContent
        let reading: PageReading
        fileprivate let revision: ID<PageRevision>
        /// Unique.
        fileprivate let serial: Int
    }

    private struct Entry {
        let text: Text
        let path: String
        let source: String
        /// The last rendering; readers who may open the same pages share it.
        var shown: (surroundings: PageRendering.Surroundings, rendering: PageRendering)?
    }

    private struct State {
        /// Of the names that the texts were read with.
        var names: Int64 = 0
        var serial = 0
        var size = 0
        var entries: [ID<PageRevision>: Entry] = [:]

        mutating func clear() { (size, entries) = (0, [:]) }
    }

    private let state = Mutex(State())

    /// This revision of the page; nil when it cannot be read.
    func text(of revision: PageRevision, _ page: Page, names: StatuteNames) -> Text? {
        let path = PageContent.path(page.kind, page.code)
        let (known, serial) = state.withLock { state in
            if state.names != names.mark {
                state.clear()
                state.names = names.mark
            }
            state.serial += 1
            // Ids are of one office, and a process of tests has several.
            let entry = state.entries[revision.id].flatMap {
                $0.path == path && $0.source == revision.source ? $0 : nil
            }
            return (entry?.text, state.serial)
        }
        if let known { return known }
        guard let content = PageFile(stored: revision.source, of: page).content else { return nil }
        let text = Text(
            content: content, reading: PageReading(content, names: names), revision: revision.id, serial: serial)
        state.withLock { state in
            guard state.names == names.mark else { return }
            let size = revision.source.utf8.count
            if state.size + size > Self.limit { state.clear() }
            let entry = Entry(text: text, path: path, source: revision.source)
            let former = state.entries.updateValue(entry, forKey: revision.id)
            state.size += size - (former?.source.utf8.count ?? 0)
        }
        return text
    }

    /// The text as somebody sees it.
    func rendering(of text: Text, in surroundings: PageRendering.Surroundings) -> PageRendering {
        let shown = state.withLock { state in
            state.entries[text.revision].flatMap { $0.text.serial == text.serial ? $0.shown : nil }
        }
        if let shown, shown.surroundings == surroundings { return shown.rendering }
        let rendering = PageRendering(text.content, text.reading, in: surroundings)
        state.withLock { state in
            guard state.entries[text.revision]?.text.serial == text.serial else { return }
            state.entries[text.revision]?.shown = (surroundings, rendering)
        }
        return rendering
    }
}
