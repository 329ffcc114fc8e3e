/// Where in the Markdown of a page something stands that was read from it: everything in one walk, however much there is.
struct PageSource {
    private let body: String
    /// The first line with a link to each target, from 1.
    private var links: [Substring: Int] = [:]
    /// Words that are links.
    private var linked: Set<Substring> = []
    /// The lines of the headings with these words.
    private var headings: [Substring: [Int]] = [:]

    init(_ body: String) {
        self.body = body
        for (place, line) in body.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let pieces = line.split(separator: "](", omittingEmptySubsequences: false)
            linked.formUnion(pieces.dropLast().compactMap { $0.split(separator: "[").last })
            for target in pieces.dropFirst() {
                let key = Self.key(target.first == "<" ? target.dropFirst() : target)
                if links[key] == nil { links[key] = place + 1 }
            }
            if let title = line.split(separator: "## ", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
                .first
            {
                headings[Self.trimmed(title), default: []].append(place + 1)
            }
        }
    }

    /// 1 when it cannot be told, as when the source writes it in another way.
    func line(linkingTo target: String) -> Int { links[Self.key(target[...])] ?? 1 }

    /// `time`: of headings with the same words, how many came before.
    func line(ofHeading title: String, time: Int) -> Int {
        let lines = headings[Self.trimmed(title[...])] ?? []
        return lines.indices.contains(time) ? lines[time] : lines.last ?? 1
    }

    /// The first line with these words; 1 when there is none.
    func line(holding words: String) -> Int {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.contains(words) } ?? 0) + 1
    }

    /// Whether exactly these words are a link somewhere.
    func links(_ words: String) -> Bool { linked.contains(words[...]) }

    func words() -> Words { Words(bytes: Array(body.utf8)) }

    /// As much of a target as its source surely has in the same form.
    private static func key(_ text: Substring) -> Substring { text.prefix { $0 != ")" && $0 != " " && $0 != ">" } }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Finds words that are asked for in the order in which they stand.
    struct Words {
        private let bytes: [UInt8]
        private var place = 0
        private var line = 1
        /// How many bytes may still be looked at in vain.
        private var patience = 1 << 20

        fileprivate init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        /// The line of the next place with these words; where the last ones stood when they are written in another way.
        mutating func line(of words: String) -> Int {
            let wanted = Array(words.utf8)
            guard let first = wanted.first, patience > 0 else { return line }
            var start = place
            while start + wanted.count <= bytes.count {
                if bytes[start] == first, bytes[start..<start + wanted.count].elementsEqual(wanted) {
                    for byte in bytes[place..<start] where byte == UInt8(ascii: "\n") { line += 1 }
                    place = start
                    defer { place = start + wanted.count }
                    return line
                }
                start += 1
            }
            patience -= bytes.count - place
            return line
        }
    }
}
