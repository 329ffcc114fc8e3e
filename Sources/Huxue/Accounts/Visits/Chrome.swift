/// What the frame of a page shows: the office, who is signed in, the menu.
struct Chrome: Sendable {
    let officeName: String
    let isDemo: Bool
    let visitor: Visitor?
    let css: Address
    /// The addresses of the script modules of every page.
    let scripts: [Address]
    /// The addresses of those that an editor needs besides.
    let editorScripts: [Address]
    let seal: Address
    let navigation: [NavigationGroup]
    /// The text in the search box.
    var searched = ""

    init(office: Office, visitor: Visitor?) {
        officeName = office.name
        isDemo = office.isDemo
        self.visitor = visitor
        css = office.assets.address("huxue.css")
        scripts = office.assets.scripts
        editorScripts = office.assets.editorScripts
        seal = office.assets.address("seal.svg")
        navigation = office.house.navigation
    }
}

extension Office {
    /// The frame of a page for this person; nil for somebody who is not signed in.
    func chrome(for visitor: Visitor?) -> Chrome { Chrome(office: self, visitor: visitor) }
}
