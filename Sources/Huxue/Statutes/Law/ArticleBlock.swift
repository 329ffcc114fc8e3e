/// Lines of an article that are read together: prose, or a table or formula whose lines and columns mean something.
struct ArticleBlock: Hashable, Sendable {
    let isFigure: Bool
    /// As published, without empty ones.
    let lines: [Substring]

    var text: String { lines.joined(separator: "\n") }

    /// The blocks of a text in their order; no two that follow each other are of one sort.
    static func all(in text: String) -> [ArticleBlock] {
        let lines = ArticleText.split(text).filter { !$0.allSatisfy(\.isWhitespace) }
        var isFigure = lines.map(isDrawn)
        // Above and below a line that is drawn stand the parts of a fraction, or the title of a table.
        for place in lines.indices where isDrawn(lines[place]) {
            for step in [-1, 1] {
                for next in [place + step, place + 2 * step] {
                    guard lines.indices.contains(next), isFigure[next] || isSetApart(lines[next]) else { break }
                    isFigure[next] = true
                }
            }
        }
        var blocks: [ArticleBlock] = []
        for (line, isFigure) in zip(lines, isFigure) {
            let before = blocks.last.flatMap { $0.isFigure == isFigure ? blocks.removeLast().lines : nil } ?? []
            blocks.append(ArticleBlock(isFigure: isFigure, lines: before + [line]))
        }
        return blocks
    }

    static func hasFigure(_ text: String) -> Bool { ArticleText.split(text).contains(where: isDrawn) }

    /// Whether the line has a frame, or a bar of a fraction; two strokes alone are a dash of prose, diagonals are signs.
    private static func isDrawn(_ line: Substring) -> Bool {
        var (bar, longest) = (0, 0)
        var last: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x2501...0x2570, 0x2574...0x257F: return true
            default: break
            }
            bar = strokes.contains(scalar) ? (scalar == last ? bar + 1 : 1) : 0
            longest = max(longest, bar)
            last = scalar
        }
        return longest >= 3 || longest == 2 && isSetApart(line)
    }

    private static let strokes: Set<Unicode.Scalar> = ["─", "—", "－", "-", "_", "＿", "=", "＝", "―"]

    /// Whether blanks move a part of the line to a column of its own.
    private static func isSetApart(_ line: Substring) -> Bool {
        var width = 0
        for scalar in line.unicodeScalars.dropLast(while: \.properties.isWhitespace) {
            guard scalar.properties.isWhitespace else {
                width = 0
                continue
            }
            width += scalar == "\u{3000}" ? 2 : 1
            if width >= 3 { return true }
        }
        return false
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func dropLast(while matches: (Unicode.Scalar) -> Bool) -> Self {
        lastIndex { !matches($0) }.map { self[...$0] } ?? self[startIndex..<startIndex]
    }
}
