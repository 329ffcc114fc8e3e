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
        var own: [Int: Kind] = [:]
        for format in styles?.first("numFmts")?.all("numFmt") ?? [] {
            guard let id = format.attributes["numFmtId"].flatMap({ Int($0) }) else { continue }
            own[id] = format.attributes["formatCode"].map(Self.kind)
        }
        kinds = (styles?.first("cellXfs")?.all("xf") ?? []).map { style in
            let id = style.attributes["numFmtId"].flatMap { Int($0) } ?? 0
            return own[id] ?? (Self.days.contains(id) ? .day : .plain)
        }
    }

    /// Formats of days that every file knows, those of East Asia among them.
    private static let days = Set(Array(14...17) + [22] + Array(27...36) + Array(50...58))

    subscript(style: String?) -> Kind {
        guard let place = style.flatMap({ Int($0) }), kinds.indices.contains(place) else { return .plain }
        return kinds[place]
    }

    /// Bytes of a format's code.
    private static let codeLimit = 255
    /// Digits of the longest number that anybody fills up with zeros.
    private static let digitLimit = 20

    static func kind(of code: String) -> Kind {
        guard code.utf8.count <= codeLimit else { return .plain }
        let bare = bare(code).split(separator: UInt8(ascii: ";")).first ?? []
        if !bare.isEmpty, bare.allSatisfy({ $0 == UInt8(ascii: "0") }) { return .digits(min(bare.count, digitLimit)) }
        // The general format by its name, as LibreOffice writes it.
        if String(decoding: bare, as: UTF8.self).lowercased().hasPrefix("general") { return .plain }
        let isNumber = bare.contains { "0#?".utf8.contains($0) }
        return !isNumber && bare.contains { "yYdDeE".utf8.contains($0) } ? .day : .plain
    }

    /// The code without quoted words, conditions in brackets and single characters behind a backslash.
    private static func bare(_ code: String) -> [UInt8] {
        var bare: [UInt8] = []
        var ends = [UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "["): UInt8(ascii: "]")]
        var rest = Array(code.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), !rest.isEmpty {
                rest = rest.dropFirst().drop { $0 & 0b1100_0000 == 0b1000_0000 }
            } else if let end = ends[byte] {
                if let place = rest.firstIndex(of: end) {
                    rest = rest[(place + 1)...]
                } else {
                    ends[byte] = nil
                    bare.append(byte)
                }
            } else {
                bare.append(byte)
            }
        }
        return bare
    }
}
