/// Lists and ranges: 第五條第一項第一款至第三款、第五款及第二項.
extension CitationReading {
    /// Reads the reference that begins at `start` and the list it leads, and goes on behind it.
    ///
    /// The scanner stands before the first 第, or behind the words that `base` stands for: what the steps go down from.
    /// `unit` is that of the last part of `base`, when its words are a reference by themselves, and `baseEnd` the last
    /// of several that `base` is the first of, as with 前二項.
    mutating func read(
        from start: Int, scanner: CitationScanner, scope: Scope, base: Result<CitedParts, CitationDoubt>,
        unit: CitationUnit?, baseEnd: CitedParts? = nil, named: Bool = false
    ) {
        var scanner = scanner
        if let steps = scanner.citedSteps(below: unit, named: named) {
            add(steps, from: start, scope: scope, base: baseEnd == nil ? base : .failure(.severalReadings))
        } else {
            let last = baseEnd.map { citation(scope, .success($0)) }
            found.append(Element(range: start..<scanner.position, first: citation(scope, base), last: last))
            note(scope, baseEnd.map { .success($0) } ?? base, end: scanner.position)
        }
        readList(with: &scanner, scope: scope)
        position = max(scanner.position, start + 1)
    }

    /// What follows by 至, 、 or 及, as long as it has no statute of its own.
    private mutating func readList(with scanner: inout CitationScanner, scope: Scope) {
        while true {
            var ahead = scanner
            ahead.takeQualifiers()
            let isRange = ahead.takeRangeSign()
            if isRange, readRangeEnd(with: &ahead, scope: scope) {
                scanner = ahead
                continue
            }
            guard !isRange, ahead.takeJoint() else { return }
            let start = ahead.position
            guard let steps = ahead.nextSteps() else { return }
            add(steps, from: start, scope: scope, base: continued(with: steps[0].unit))
            scanner = ahead
        }
    }

    /// The second half of 第一款至第三款 or 第三條至前條.
    private mutating func readRangeEnd(with scanner: inout CitationScanner, scope: Scope) -> Bool {
        guard let first = found.popLast() else { return false }
        let start = scanner.position
        if let steps = scanner.nextSteps() {
            let count = found.count
            add(steps, from: start, scope: scope, base: continued(with: steps[0].unit))
            found[count].last = found[count].first
            found[count].first = first.last == nil ? first.first : .failure(.severalReadings)
            found[count].range = first.range.lowerBound..<found[count].range.upperBound
            if let mention { note(mention.scope, mention.parts, end: mention.end) }
            return true
        }
        guard let relative = relative(with: &scanner), relative.end == nil else {
            found.append(first)
            return false
        }
        let last = citation(relative.scope, relative.parts)
        found.append(Element(range: first.range.lowerBound..<scanner.position, first: first.first, last: last))
        note(relative.scope, .failure(.severalReadings), end: scanner.position)
        return true
    }

    private func continued(with unit: CitationUnit) -> Result<CitedParts, CitationDoubt> {
        guard unit != .article, let mention else { return .success(CitedParts()) }
        return mention.parts.flatMap { $0.canGoOn(with: unit) ? .success($0) : .failure(.severalReadings) }
    }

    /// One element for each number of the last step.
    private mutating func add(
        _ steps: [CitedStep], from start: Int, scope: Scope, base: Result<CitedParts, CitationDoubt>
    ) {
        var parts = base
        var lower = start
        for step in steps {
            let isLast = step.unit == steps.last?.unit
            let hasVagueLevel = step.unit > .article && !isLast && step.values.count > 1
            if hasVagueLevel || step.isDoubtful && !isKnown(step) { parts = .failure(.severalReadings) }
            for (index, value) in step.values.enumerated() {
                if index > 0 { lower = value.range.lowerBound }
                guard isLast || index + 1 < step.values.count else { break }
                add(value, of: step.unit, range: lower..<value.range.upperBound, scope: scope, parts: parts)
            }
            if let last = step.values.last { parts = parts.map { $0.setting(step.unit, last) } }
        }
        note(scope, parts, end: steps.last?.values.last?.range.upperBound ?? start)
    }

    private mutating func add(
        _ value: CitedStep.Value, of unit: CitationUnit, range: Range<Int>, scope: Scope,
        parts: Result<CitedParts, CitationDoubt>
    ) {
        let citation = citation(scope, parts.map { $0.setting(unit, value) })
        if value.endsRange, let first = found.popLast() {
            found.append(Element(range: first.range.lowerBound..<range.upperBound, first: first.first, last: citation))
        } else {
            found.append(Element(range: range, first: citation, last: nil))
        }
    }

    /// Whether this statute has an article 5-6, so that 第5-6條 is no range.
    private func isKnown(_ step: CitedStep) -> Bool {
        guard let frame, step.unit == .article else { return false }
        return step.values.allSatisfy { value in
            ArticleNumber(value.number, branch: value.branch).map(frame.has) ?? false
        }
    }

    private mutating func note(_ scope: Scope, _ parts: Result<CitedParts, CitationDoubt>, end: Int) {
        var mention = Mention(scope: scope, parts: parts, end: end)
        if let last = found.last?.last {
            mention.isRange = true
            mention.isWithinOneArticle = (try? found.last?.first.get().article) == (try? last.get().article)
        }
        self.mention = mention
        trail.append(mention)
    }

    /// The citation, if this statute, as far as it is known here, has that part.
    private func citation(
        _ scope: Scope, _ parts: Result<CitedParts, CitationDoubt>
    ) -> Result<Citation, CitationDoubt> {
        scope.flatMap { statute in
            parts.flatMap { parts in
                guard let citation = parts.citation(of: statute) else { return .failure(.severalReadings) }
                guard let frame, frame.statute == statute else { return .success(citation) }
                guard citation.article.map(frame.has) == true else { return .failure(.missingArticle) }
                let lacks = citation.article == article ? outline?.lacks(citation) : frame.lacks(citation)
                return lacks == true ? .failure(.missingPart) : .success(citation)
            }
        }
    }
}

extension CitationScanner {
    /// 第49條, or 49條 by itself; 3項文件 are three papers.
    fileprivate mutating func nextSteps() -> [CitedStep]? {
        let start = self
        let isBare = next != "第"
        guard let steps = citedSteps(named: isBare), !isBare || steps[0].unit == .article else {
            self = start
            return nil
        }
        return steps
    }
}

extension CitedParts {
    fileprivate func setting(_ unit: CitationUnit, _ value: CitedStep.Value) -> CitedParts {
        var parts = self
        parts.set(unit, value)
        return parts
    }
}
