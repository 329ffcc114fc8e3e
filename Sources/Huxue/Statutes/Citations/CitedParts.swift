/// Which 條, 項, 款 and 目 are spoken of, as far as the words say.
struct CitedParts: Equatable {
    var article: ArticleNumber?
    /// The words do not name the article: it is the one they stand in.
    var isArticleImplied = false
    var paragraph: Int?
    var subparagraph: Int?
    var item: Int?

    /// Puts a number in; what stands below it is no longer meant.
    mutating func set(_ unit: CitationUnit, _ value: CitedStep.Value) {
        switch unit {
        case .article: self = CitedParts(article: ArticleNumber(value.number, branch: value.branch))
        case .paragraph: (paragraph, subparagraph, item) = (value.number, nil, nil)
        case .subparagraph: (subparagraph, item) = (value.number, nil)
        case .item: item = value.number
        }
    }

    func citation(of statute: Statute) -> Citation? {
        guard let article, item == nil || subparagraph != nil else { return nil }
        return Citation(statute, article, paragraph: paragraph, subparagraph: subparagraph, item: item)
    }

    /// Whether `第三項` in a list can go on from here: 第五條第一項及第三項, but not 第五條及第三項.
    func canGoOn(with unit: CitationUnit) -> Bool {
        switch unit {
        case .article: true
        case .paragraph: article != nil && (paragraph != nil || subparagraph != nil)
        case .subparagraph: article != nil && subparagraph != nil
        case .item: article != nil && item != nil
        }
    }
}

/// 第6條, or 第6、12條: the numbers before one 條, 項, 款 or 目.
struct CitedStep {
    struct Value {
        var number: Int
        var branch = 0
        var range: Range<Int>
        /// Joined by 至 to the value before it.
        var endsRange = false
        /// The branch was written with a dash: 第14-1條.
        var hasDash = false
    }

    let unit: CitationUnit
    var values: [Value]

    /// 第5-6條 may be two articles or one.
    var isDoubtful: Bool { values.contains { $0.hasDash && $0.branch >= $0.number } }
}

extension CitationScanner {
    /// 第48條第1項第2款, each unit below the one before it.
    ///
    /// With `named`, the name of a statute stands before it, so that 48條 does without 第.
    mutating func citedSteps(below outer: CitationUnit? = nil, named: Bool = false) -> [CitedStep]? {
        var steps: [CitedStep] = []
        var unit = outer
        let isPlain = named && next != "第" && next != "§"
        while true {
            let start = self
            if unit != nil {
                takeQualifiers()
                _ = take(oneOf: ["之", "的"])
            }
            guard let step = citedStep(named: isPlain), unit.map({ $0 < step.unit }) ?? true else {
                self = start
                return steps.isEmpty ? nil : steps
            }
            steps.append(step)
            unit = step.unit
        }
    }

    /// 但書 and the like behind a reference.
    mutating func takeQualifiers() {
        while take(anyOf: ["但書", "前段", "中段", "後段", "本文", "序文", "各項", "各款", "各目"]) != nil {}
    }

    /// 至 and what else joins the ends of a range.
    mutating func takeRangeSign() -> Bool {
        _ = take("起")
        return take(oneOf: ["至", "到", "迄", "~", "∼"])
    }

    mutating func takeJoint() -> Bool {
        if take(word: "以及") || take(word: "、及") { return true }
        return take(oneOf: ["、", "及", "或", "與", "和", "暨"])
    }

    private mutating func citedStep(named: Bool) -> CitedStep? {
        let start = self
        let hasSign = take("§")
        guard hasSign || take("第") || named, let first = value() else {
            self = start
            return nil
        }
        var values = [first]
        while let next = furtherValue() { values.append(next) }
        let unit = CitationUnit(next)
        if unit != nil { skip(1) }
        guard let unit = unit ?? (hasSign ? .article : nil), !isOtherWord(after: unit) else {
            self = start
            return nil
        }
        if unit == .article, values[values.count - 1].branch == 0, let branch = branchBehindUnit() {
            values[values.count - 1].branch = branch
        }
        guard values.allSatisfy({ $0.isPossible(for: unit) }) else {
            self = start
            return nil
        }
        values[values.count - 1].range = values[values.count - 1].range.lowerBound..<position
        values[0].range = start.position..<values[0].range.upperBound
        return CitedStep(unit: unit, values: values)
    }

    /// 條款, 款項 and 項目 are words of their own.
    private func isOtherWord(after unit: CitationUnit) -> Bool {
        switch unit {
        case .article: next == "款"
        case .paragraph: next == "目"
        case .subparagraph: next == "項"
        case .item: next == "的" || next == "標"
        }
    }

    private mutating func value() -> CitedStep.Value? {
        let start = self
        guard let number = number() else { return nil }
        var value = CitedStep.Value(number: number, range: start.position..<position)
        let behindNumber = self
        let hasDash = takeDash()
        if hasDash || take("之") {
            guard let branch = branchNumber() else {
                self = behindNumber
                return value
            }
            value.branch = branch
            value.hasDash = hasDash
            value.range = start.position..<position
        }
        return value
    }

    /// A list of more numbers than any law has is none: each of them looks at the rest.
    private static let longestList = 200

    /// The 12 of 第6、12條; only when a unit follows without another 第.
    private mutating func furtherValue() -> CitedStep.Value? {
        let start = self
        let endsRange = takeRangeSign()
        guard endsRange || takeJoint(), var value = value() else {
            self = start
            return nil
        }
        var ahead = self
        var rest = Self.longestList
        while rest > 0, ahead.takeRangeSign() || ahead.takeJoint(), ahead.value() != nil { rest -= 1 }
        guard CitationUnit(ahead.next) != nil else {
            self = start
            return nil
        }
        value.endsRange = endsRange
        return value
    }

    /// 第14條之1, but not 第5條之3個月.
    private mutating func branchBehindUnit() -> Int? {
        let start = self
        guard take("之") || takeDash(), let branch = branchNumber() else {
            self = start
            return nil
        }
        if let next, "個年月日人次分部切般些方種類件倍歲親等".unicodeScalars.contains(next) {
            self = start
            return nil
        }
        return branch
    }
}

extension CitedStep.Value {
    fileprivate func isPossible(for unit: CitationUnit) -> Bool {
        unit == .article
            ? ArticleNumber(number, branch: branch) != nil : branch == 0 && (1...999).contains(number)
    }
}
