/// What somebody is writing of a page and has not saved yet.
struct PageDraft: Sendable {
    let draft: Draft<PageField>
    /// Nil for a new page.
    let page: Page?

    /// Names the draft among those of its author.
    var key: String { draft.subject }
    /// The page's code; empty for a new page.
    var code: String { page?.code ?? "" }
    var form: PageForm { draft.form }

    /// Of a change of this page.
    static func key(of page: ID<Page>) -> String { "page-\(page)" }

    /// The page whose change has this key; nil for keys of new pages.
    static func page(of key: String) -> ID<Page>? {
        key.hasPrefix("page-") ? ID(String(key.dropFirst("page-".count))) : nil
    }
}
