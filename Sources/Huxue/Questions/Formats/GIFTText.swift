/// The characters of a question in a GIFT file, in which an escaped one is no sign, each with its line.
struct GIFTText: Sendable {
    struct Character: Sendable {
        let scalar: Unicode.Scalar
        /// Whether it stood without a backslash before it.
        let isBare: Bool
        let line: Int
    }

    private(set) var characters: ArraySlice<Character>

    init(_ lines: some Sequence<(number: Int, text: Substring)>) {
        var characters: [Character] = []
        for (number, text) in lines {
            if !characters.isEmpty { characters.append(Character(scalar: "\n", isBare: true, line: number - 1)) }
            var rest = text.unicodeScalars[...]
            while let scalar = rest.popFirst() {
                if scalar == "\\", let next = rest.first, let meant = Self.escapes[next] {
                    rest.removeFirst()
                    characters.append(Character(scalar: meant, isBare: false, line: number))
                } else {
                    characters.append(Character(scalar: scalar, isBare: true, line: number))
                }
            }
        }
        self.characters = characters[...]
    }

    private init(_ characters: ArraySlice<Character>) {
        self.characters = characters
    }

    /// What a backslash and one of these stand for; before any other it is itself.
    private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "~": "~", "=": "=", "#": "#", "{": "{", "}": "}", ":": ":", "\\": "\\", "n": "\n",
    ]

    /// The line of the first character; nil for empty text.
    var line: Int? { characters.first?.line }

    /// The text as it is meant, without white space around it.
    var text: String {
        String(String.UnicodeScalarView(trimmed.characters.map(\.scalar)))
    }

    /// Without white space around it that stands there bare.
    var trimmed: GIFTText {
        let isSpace = { (character: Character) in character.isBare && character.scalar.properties.isWhitespace }
        let start = characters.drop(while: isSpace)
        guard let end = start.lastIndex(where: { !isSpace($0) }) else { return GIFTText([]) }
        return GIFTText(start[...end])
    }

    var isEmpty: Bool { trimmed.characters.isEmpty }

    /// The place of the first bare occurrence of these signs.
    func first(_ signs: String) -> Int? {
        let signs = Array(signs.unicodeScalars)
        var place = characters.startIndex
        while place + signs.count <= characters.endIndex {
            if characters[place].scalar == signs[0], stand(signs, at: place) { return place }
            place += 1
        }
        return nil
    }

    /// The place of the first that is one of these signs and bare.
    func first(of signs: [Unicode.Scalar]) -> Int? {
        characters.firstIndex { $0.isBare && signs.contains($0.scalar) }
    }

    func starts(_ signs: String) -> Bool {
        let signs = Array(signs.unicodeScalars)
        return characters.count >= signs.count && stand(signs, at: characters.startIndex)
    }

    private func stand(_ signs: [Unicode.Scalar], at place: Int) -> Bool {
        signs.indices.allSatisfy { characters[place + $0].isBare && characters[place + $0].scalar == signs[$0] }
    }

    /// What stands before that place.
    func before(_ place: Int) -> GIFTText { GIFTText(characters[..<place]) }

    /// What stands from so many characters after that place on.
    func after(_ place: Int, skipping count: Int = 1) -> GIFTText { GIFTText(characters[(place + count)...]) }

    func line(at place: Int) -> Int { characters[place].line }
}
