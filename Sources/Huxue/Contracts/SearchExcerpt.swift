/// A piece of a text around what was looked for, with the found words marked.
struct SearchExcerpt: Equatable, Sendable {
    struct Piece: Equatable, Sendable {
        let text: String
        let isMatch: Bool
    }

    let pieces: [Piece]

    /// Whether anything was found in it.
    var hasMatch: Bool { pieces.contains(where: \.isMatch) }
}
