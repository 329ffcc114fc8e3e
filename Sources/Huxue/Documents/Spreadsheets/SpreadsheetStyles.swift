/// What the formats of cells say about their numbers: that they are days, or how many digits they have.
struct SpreadsheetStyles: Sendable {
    enum Kind: Sendable, Equatable {
        case plain
        case day
        /// Shown with zeros in front, up to so many digits.
        case digits(Int)
    }

    private let kinds: [Kind]

    /// `styles`: the file's list of styles; nil when it has none.
    init(_ styles: XMLElement?) {
        var codes: [Int: String] = [:]
        for format in styles?.first("numFmts")?.all("numFmt") ?? [] {
            guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
            codes[id] = format.attributes["formatCode"]
        }
        kinds = (styles?.first("cellXfs")?.all("xf") ?? []).map { style in
            let id = style.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            return codes[id].map(Self.kind) ?? (Self.days.contains(id) ? .day : .plain)
        }
    }

    /// Formats of days that every file knows, those of East Asia among them.
    private static let days = Set(Array(14...17) + [22] + Array(27...36) + Array(50...58))

    subscript(style: String?) -> Kind {
        guard let place = style.flatMap({ Int($0) }), kinds.indices.contains(place) else { return .plain }
        return kinds[place]
    }

    static func kind(of code: String) -> Kind {
        let bare = code.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").split(separator: ";").first.map(String.init) ?? ""
        if !bare.isEmpty, bare.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .digits(bare.utf8.count) }
        let letters = bare.lowercased()
        let isNumber = letters.utf8.contains { "0#?".utf8.contains($0) }
        return !isNumber && letters.utf8.contains { "yde".utf8.contains($0) } ? .day : .plain
    }
}
