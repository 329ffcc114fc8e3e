/// A page that was printed, read again and looked through, ready to be saved.
///
/// Made before the transaction that saves it, whose writer has nothing left to do but to write.
struct PreparedPage: Sendable {
    let content: PageContent
    let reading: PageReading
    /// Its file.
    let source: String

    /// Something whose file is known and was read.
    init(_ content: PageContent, _ reading: PageReading, source: String) {
        (self.content, self.reading, self.source) = (content, reading, source)
    }

    /// `names`: under which statutes are cited.
    /// - Throws: `PageRefusal.invalid` for what could not be read again: a text that was put together may be too long.
    init(_ content: PageContent, names: StatuteNames) throws {
        try self.init(content, PageReading(content, names: names))
    }

    /// `reading`: what was read in it already.
    /// - Throws: `PageRefusal.invalid` for what could not be read again.
    init(_ content: PageContent, _ reading: PageReading) throws {
        let source = PagePrinter.print(content)
        let file = PageFile(reading: Array(source.utf8), path: content.path)
        guard file.content != nil else { throw PageRefusal.invalid(file.problems.map(\.kind)) }
        self.init(content, reading, source: source)
    }

    /// The same page in another state, which its file says in a line of its own.
    func with(_ state: PageState) -> PreparedPage {
        guard state != content.state else { return self }
        var content = content
        content.state = state
        return PreparedPage(content, reading, source: PagePrinter.print(content))
    }
}
