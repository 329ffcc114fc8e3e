/// Prints a page's file in the one form that comes back byte for byte after reading.
enum PagePrinter {
    static func print(_ page: PageContent) -> String {
        var lines = ["---", "id: \(page.code)", "kind: \(page.kind.rawValue)", "title: \(text(page.title))"]
        if page.state != .current { lines.append("state: \(page.state.rawValue)") }
        if let interpretation = page.interpretation {
            lines.append("number: \(text(interpretation.number))")
            lines.append("issuedOn: \(interpretation.issuedOn)")
            lines.append("issuer: \(text(interpretation.issuer))")
        }
        lines.append(named(.owner, page.owner.text))
        if !page.unit.isEmpty { lines.append(named(.unit, page.unit)) }
        lines.append("reviewMonths: \(page.reviewMonths)")
        lines.append("lawAsOf: \(page.lawAsOf)")
        lines.append("public: \(page.isPublic)")
        for facet in [PageFacet.audience, .subject, .policy, .service] where !page[facet].isEmpty {
            lines.append("\(facet.rawValue): \(list(page[facet]))")
        }
        if !page.keywords.isEmpty { lines.append("keywords: \(list(page.keywords))") }
        if !page.restsOn.isEmpty { lines.append("restsOn: \(list(page.restsOn))") }
        return (lines + ["---", "", page.body, ""]).joined(separator: "\n")
    }

    private static func named(_ field: PageRenamingStore.Field, _ name: String) -> String {
        "\(field.rawValue): \(text(name))"
    }

    /// The line of the field between the breaks around it; nothing like it stands before it in a page's file.
    static func line(_ field: PageRenamingStore.Field, _ name: String) -> String { "\n\(named(field, name))\n" }

    private static func text(_ text: String) -> String { YAMLText.printed(text, indentation: 2) }

    private static func list(_ items: [String]) -> String {
        "[" + items.map(YAMLText.printedInList).joined(separator: ", ") + "]"
    }
}
