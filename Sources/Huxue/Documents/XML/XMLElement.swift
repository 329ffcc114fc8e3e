/// An element of an XML file with all that it holds.
struct XMLElement: Sendable {
    enum Content: Sendable {
        case text(String)
        case element(XMLElement)
    }

    /// Without its prefix; `?` for a name that is not short and ASCII, as those of our formats are.
    let name: String
    /// By their names without prefix.
    let attributes: [String: String]
    /// Counted from 1.
    let line: Int
    var content: [Content] = []

    var elements: [XMLElement] {
        content.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The elements directly below it that have this name.
    func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

    func first(_ name: String) -> XMLElement? {
        for case .element(let element) in content where element.name == name { return element }
        return nil
    }

    /// The elements of this name below it, at whatever depth, in the order of the file.
    func descendants(_ name: String) -> [XMLElement] {
        elements.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }

    /// All text in it, in the order of the file.
    var text: String {
        var text = ""
        add(to: &text)
        return text
    }

    private func add(to text: inout String) {
        for part in content {
            switch part {
            case .text(let words): text += words
            case .element(let element): element.add(to: &text)
            }
        }
    }
}
