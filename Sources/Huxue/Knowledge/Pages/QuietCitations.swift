/// Where a run of text only cites: brackets of nothing but references, and the references that stand in a bracket
/// beside words that say something.
struct QuietCitations {
    /// In order, in bytes of the plain text.
    private(set) var places: [Range<Int>] = []

    /// `start`: where the run begins in the plain text; `marks`: its references, in order, by their places there.
    init(in text: String, at start: Int, marks: [(place: Range<Int>, citation: Citation)]) {
        guard !marks.isEmpty else { return }
        var rest = marks[...]
        var place = start
        var bracket: Bracket?
        for scalar in text.unicodeScalars {
            let next = place + UTF8.width(scalar)
            while let mark = rest.first, mark.place.upperBound <= place { rest.removeFirst() }
            switch scalar {
            case "（": bracket = Bracket(start: place, pieces: [Piece(start: next)])
            case "）":
                places += bracket?.quiet(closing: place..<next) ?? []
                bracket = nil
            default:
                bracket?.take(scalar, place..<next, in: rest.first?.place)
            }
            place = next
        }
    }

    /// What stands in a bracket between its commas, semicolons and colons.
    private struct Piece {
        let start: Int
        var end = 0
        /// Whether nothing stands in it but references and the words between them.
        var isJoining = true
        /// The same, and it says of them no more than which they are.
        var isListing = true
        var isCited = false
        /// Whether its first reference goes back to one before it, such as 同條第2項.
        var isRelative = false
    }

    private struct Bracket {
        let start: Int
        var pieces: [Piece]
        /// Whether its pieces are parted as references are.
        var isPlain = true

        mutating func take(_ scalar: Unicode.Scalar, _ place: Range<Int>, in mark: Range<Int>?) {
            let last = pieces.count - 1
            if let mark, mark.contains(place.lowerBound) {
                if !pieces[last].isCited { pieces[last].isRelative = "同前本第".unicodeScalars.contains(scalar) }
                pieces[last].isCited = true
            } else if "；，：;,:".unicodeScalars.contains(scalar) {
                pieces[last].end = place.lowerBound
                isPlain = isPlain && StatuteTerms.joining.contains(scalar)
                pieces.append(Piece(start: place.upperBound))
            } else {
                pieces[last].isJoining = pieces[last].isJoining && StatuteTerms.joining.contains(scalar)
                pieces[last].isListing = pieces[last].isListing && StatuteTerms.listing.contains(scalar)
            }
        }

        /// All of it, or the pieces that only cite, each with the sign that parts it from what stays.
        mutating func quiet(closing: Range<Int>) -> [Range<Int>] {
            pieces[pieces.count - 1].end = closing.lowerBound
            guard pieces.contains(where: \.isCited) else { return [] }
            var isKept = pieces.map { !($0.isCited && $0.isListing) }
            if !isKept.contains(true) || isPlain && pieces.allSatisfy(\.isJoining) {
                return [start..<closing.upperBound]
            }
            // What goes back to a reference is understood only behind it.
            for place in pieces.indices.reversed() where isKept[place] && pieces[place].isRelative {
                for former in (0..<place).reversed() {
                    isKept[former] = true
                    if pieces[former].isCited, !pieces[former].isRelative { break }
                }
            }
            return pieces.indices.filter { !isKept[$0] }.map { place in
                isKept[..<place].contains(true)
                    ? pieces[place - 1].end..<pieces[place].end : pieces[place].start..<pieces[place + 1].start
            }
        }
    }
}
