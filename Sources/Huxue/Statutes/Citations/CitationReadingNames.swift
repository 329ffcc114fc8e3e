/// Names of statutes, and the words that stand for one: 本法, 同法, 該條例, 施行細則.
extension CitationReading {
    /// Reads a name at the current place and, when an article follows, the reference.
    mutating func readStatute() -> Bool {
        guard var (scope, end) = nameHere() else { return false }
        var scanner = CitationScanner(scalars[end...])
        if scanner.take(word: Self.bylaws) {
            scope = bylaws(of: scope)
            end = scanner.position
        }
        let isBracketed = position > 0 && Self.openingBrackets.contains(scalars[position - 1])
        let start = isBracketed && scanner.take(oneOf: Self.closingBrackets) ? position - 1 : position
        scanner.takeBehindName()
        named = (scope, end)
        var ahead = scanner
        if let steps = ahead.citedSteps(named: true), steps[0].unit == .article {
            read(from: start, scanner: scanner, scope: scope, base: .success(CitedParts()), unit: nil, named: true)
        } else {
            trail.append(Mention(scope: scope, parts: .success(CitedParts(isArticleImplied: true)), end: end))
            position = end
        }
        return true
    }

    private func nameHere() -> (scope: Scope, end: Int)? {
        let rest = scalars[position...]
        let own = abbreviations.longest(leading: rest)
        let entered = names.longest(leading: rest)
        let best = (own?.length ?? 0) >= (entered?.length ?? 0) ? own : entered
        if let (meaning, length) = best, let scope = scope(of: meaning, end: position + length) {
            return (scope, position + length)
        }
        return wordHere()
    }

    private func scope(of meaning: StatuteNames.Meaning, end: Int) -> Scope? {
        guard scalars[end - 1] != "法" || StatuteNameBounds.mayEnd(at: end, in: scalars) else { return nil }
        if StatuteNameBounds.isDated(before: position, in: scalars) { return .failure(.datedWording) }
        let isOwnWord = scalars[position] == "本"
        let nameBefore = max(named?.end ?? 0, mention?.end ?? 0)
        guard
            isOwnWord ? !followsJapan : StatuteNameBounds.mayBegin(at: position, in: scalars, nameBefore: nameBefore)
        else { return .failure(.unknownStatute(StatuteNameBounds.guess(endingAt: end, in: scalars).name)) }
        return switch meaning {
        case .statute(let statute): current(statute)
        case .unknown(let name): .failure(.unknownStatute(name))
        case .several(let name): .failure(.sharedName(name))
        }
    }

    private var followsJapan: Bool { position > 0 && scalars[position - 1] == "日" }

    /// 本法, 同條例, 該法, 施行細則.
    private func wordHere() -> (scope: Scope, end: Int)? {
        var scanner = CitationScanner(scalars[position...])
        if scanner.take(word: Self.bylaws) { return (scopeOfBylaws(), scanner.position) }
        let isOwn = scanner.take("本")
        guard isOwn || scanner.take(oneOf: ["同", "該"]), let kind = scanner.take(anyOf: Self.kinds) else { return nil }
        guard kind != "法" || StatuteNameBounds.mayEnd(at: scanner.position, in: scalars) else { return nil }
        if StatuteNameBounds.isDated(before: position, in: scalars) {
            return (.failure(.datedWording), scanner.position)
        }
        return (isOwn ? ownScope(kind: kind) : lastScope(kind: kind), scanner.position)
    }

    private func ownScope(kind: String) -> Scope {
        guard !followsJapan, let frame, Self.isName(frame.statute.name, ofKind: kind) else {
            return .failure(.noStatute)
        }
        return .success(frame.statute)
    }

    /// What 同法 or 該條例 goes back to.
    private func lastScope(kind: String) -> Scope {
        guard let named else { return .failure(.noStatute) }
        guard position - named.end < 300, !scalars[named.end..<position].contains(FoldedText.wall),
            (strangers[kind] ?? 0) <= named.end
        else { return .failure(.severalReadings) }
        switch named.scope {
        case .success(let statute):
            return Self.isName(statute.name, ofKind: kind) ? named.scope : .failure(.severalReadings)
        case .failure: return named.scope
        }
    }

    private static func isName(_ name: String, ofKind kind: String) -> Bool {
        name.hasSuffix(kind) && !(kind == "法" && name.hasSuffix("辦法"))
    }

    /// 其施行細則 of the statute just named, or 施行細則 of the one whose text this is.
    private func scopeOfBylaws() -> Scope {
        if StatuteNameBounds.looksLikeName(endingAt: position, in: scalars) {
            return .failure(.unknownStatute(StatuteNameBounds.guess(endingAt: position + 4, in: scalars).name))
        }
        if let named, !scalars[named.end..<position].contains(where: { "。;\n".unicodeScalars.contains($0) }) {
            return bylaws(of: named.scope)
        }
        guard named == nil else { return .failure(.severalReadings) }
        return bylaws(of: ownScope)
    }

    private func bylaws(of scope: Scope) -> Scope {
        scope.flatMap { statute in
            if statute.name.hasSuffix(Self.bylaws) { return .success(statute) }
            let name = statute.name + Self.bylaws
            guard case .statute(let found) = names.meaning(of: name) else { return .failure(.unknownStatute(name)) }
            return current(found)
        }
    }

    private func current(_ statute: Statute) -> Scope {
        frame?.rewritten.contains(statute) == true ? .failure(.renumbered) : .success(statute)
    }

    /// Marks words that look like a statute's name but are none that is known, so that 同法 does not skip them.
    mutating func noteStranger() {
        let end = position + 1
        if scalars[position] == "例", position > 0, scalars[position - 1] == "條" { strangers["條例"] = end }
        guard scalars[position] == "法", StatuteNameBounds.mayEnd(at: end, in: scalars), position > 0 else { return }
        if !"辦方依違合非司立無設作手看想寫做語各憲不軍執守犯枉遵觸".unicodeScalars.contains(scalars[position - 1]) { strangers["法"] = end }
    }

    private static let bylaws = "施行細則"
    private static let kinds = [
        "施行法", "施行細則", "條例", "辦法", "細則", "標準", "規則", "準則", "通則", "規程", "法",
    ]
    private static let openingBrackets: Set<Unicode.Scalar> = ["《", "「", "『", "〈", "(", "【"]
    private static let closingBrackets: [Unicode.Scalar] = ["》", "」", "』", "〉", ")", "】"]
}

extension CitationScanner {
    /// （以下簡稱本法）, 親屬編 and the like between a name and its 第.
    fileprivate mutating func takeBehindName() {
        let start = self
        if take("("), ["以下", "下稱", "下同", "簡稱"].contains(where: { rest.starts(with: $0.unicodeScalars) }) {
            let length = rest.prefix(30).firstIndex(of: ")").map { $0 - position }
            if let length { skip(length + 1) }
        } else {
            self = start
        }
        _ = take(anyOf: ["總則編", "債編", "物權編", "親屬編", "繼承編", "總則", "親屬", "繼承", "物權"])
        _ = take(oneOf: ["之", "的", ":", "("])
    }
}
