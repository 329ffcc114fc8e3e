/// What everyday words mean in the words of the law: 戶口名簿不見了 asks for 戶口名簿 and 補領.
struct SearchEverydayWords: Sendable {
    /// Phrases that all stand in the name of what is meant, as their tokens; empty when the words say it themselves.
    let meant: [[String]]
    /// What is asked by such words alone: whoever has lost something asks how to get it again.
    let aspect: SearchAspect?

    /// `words`: without their question; `aspect`: what was asked of them.
    init(in words: [String], asking aspect: SearchAspect?) {
        var phrases: [String] = []
        var isEveryday = false
        var implied: SearchAspect?
        for word in words.map(Self.folded) {
            let read = Self.read(word)
            isEveryday = isEveryday || read.isEveryday
            implied = implied ?? read.aspect
            for phrase in read.phrases where !phrases.contains(phrase) { phrases.append(phrase) }
        }
        if !isEveryday, aspect != nil, phrases.count == 1, !phrases[0].hasSuffix(Self.registration) {
            phrases = [phrases[0] + Self.registration]
            isEveryday = true
        }
        meant = isEveryday ? phrases.map { SearchText($0).tokens.map(\.text) }.filter { !$0.isEmpty } : []
        self.aspect = meant.count > 1 ? implied : nil
    }

    private struct Entry: Sendable {
        let written: String
        let meant: [String]
        let aspect: SearchAspect?
    }

    /// A word cut at the everyday words in it; of what stands between them a single character names nothing.
    private static func read(_ word: String) -> (phrases: [String], isEveryday: Bool, aspect: SearchAspect?) {
        var phrases: [String] = []
        var between = ""
        var isEveryday = false
        var aspect: SearchAspect?
        func close() {
            if between.count > 1 { phrases.append(between) }
            between = ""
        }
        var rest = word[...]
        while let first = rest.first {
            if let entry = entries.first(where: { rest.hasPrefix($0.written) }) {
                close()
                phrases += entry.meant
                isEveryday = isEveryday || !entry.meant.isEmpty
                aspect = aspect ?? entry.aspect
                rest.removeFirst(entry.written.count)
            } else {
                between.append(first)
                rest.removeFirst()
            }
        }
        close()
        return (phrases, isEveryday, aspect)
    }

    /// As the index has it, so that variants of characters make no difference.
    private static func folded(_ text: String) -> String { SearchText(text).tokens.map(\.text).joined() }

    private static let registration = folded(SearchTerms.registration)

    /// The longest first.
    private static let entries: [Entry] = SearchTerms.everyday
        .flatMap { group in
            group.written.map { Entry(written: folded($0), meant: group.meant.map(folded), aspect: group.aspect) }
        }
        .sorted { $0.written.count > $1.written.count }
}
