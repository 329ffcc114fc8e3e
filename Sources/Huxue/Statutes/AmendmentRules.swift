/// What an amendment does to what rests on the statute.
enum AmendmentRules {
    enum Change: String, Sendable {
        case changed, added, removed, repealed
        /// Amended between the day a work was checked and the first import, as the statute's history tells.
        case amendedSince
        /// The same, but the history does not tell which articles.
        case unreadableHistory
    }

    struct Finding: Hashable, Sendable {
        let work: CitedWork
        let change: Change
        /// False when only other paragraphs than the cited one changed: the work stays in use.
        let isCitedPartTouched: Bool
        /// When the change takes effect: at once when the day has come; nil when the day is not set yet.
        let opens: Day?
    }

    /// Works touched by the step from one edition to the next.
    static func findings(
        from old: StatuteEdition, to new: StatuteEdition, works: [CitedWork], today: Day
    ) -> [Finding] {
        guard !works.isEmpty else { return [] }
        let comparison = StatuteComparison(from: old, to: new)
        if comparison.isRepealed {
            let opens = opening(of: new, today: today)
            return works.map { Finding(work: $0, change: .repealed, isCitedPartTouched: true, opens: opens) }
        }
        let before = Dictionary(old.articles.map { ($0.number, $0.text) }) { first, _ in first }
        let after = Dictionary(new.articles.map { ($0.number, $0.text) }) { first, _ in first }
        let changes = comparison.articles.compactMap { article in
            Change(article.change).map { (number: article.number, change: $0) }
        }
        let effects = new.effective == .unstated ? nil : old.modified.map(new.amendments)
        return works.compactMap { work in
            let mine = changes.filter { work.passage.covers($0.number) }
            guard let change = common(mine.map(\.change)) else { return nil }
            let touched = mine.filter { number, change in
                change != .changed || touches(work.passage, number, from: before[number], to: after[number])
            }
            let days = (touched.isEmpty ? mine : touched).map { number, _ in
                opening(of: number, by: effects, in: new, today: today)
            }
            return Finding(
                work: work, change: change, isCitedPartTouched: !touched.isEmpty, opens: days.compactMap { $0 }.min())
        }
    }

    /// The one thing that happened to all articles, or that they were amended in several ways; nil for none.
    private static func common(_ changes: [Change]) -> Change? {
        guard let first = changes.first else { return nil }
        return changes.allSatisfy { $0 == first } ? first : .changed
    }

    /// Works that were checked against an older state of the law than the first edition the office has.
    static func findings(since edition: StatuteEdition, works: [CitedWork], today: Day) -> [Finding] {
        var amendments: [Day: StatuteAmendments] = [:]
        return works.compactMap { work in
            guard let modified = edition.modified, modified > work.lawAsOf else { return nil }
            if edition.isRepealed {
                return Finding(work: work, change: .repealed, isCitedPartTouched: true, opens: today)
            }
            let since = amendments[work.lawAsOf] ?? edition.amendments(after: work.lawAsOf)
            amendments[work.lawAsOf] = since
            switch since {
            case .whole(.rewritten):
                return Finding(work: work, change: .amendedSince, isCitedPartTouched: true, opens: today)
            case .whole:
                return Finding(work: work, change: .unreadableHistory, isCitedPartTouched: true, opens: today)
            case .articles(let articles):
                let effects = articles.filter { work.passage.covers($0.key) }.values
                guard !effects.isEmpty else { return nil }
                return Finding(
                    work: work, change: .amendedSince, isCitedPartTouched: true,
                    opens: effects.compactMap { opening(of: $0, today: today) }.min())
            }
        }
    }

    /// Whether the paragraphs of an amended article that the passage names are among those that changed.
    private static func touches(
        _ passage: CitedPassage, _ article: ArticleNumber, from old: String?, to new: String?
    ) -> Bool {
        guard let paragraphs = passage.paragraphs(of: article), let old, let new,
            let parts = ArticleText.changedParts(ArticleText(old), ArticleText(new))
        else { return true }
        return parts.contains(where: paragraphs.contains)
    }

    /// When what happened to an article takes effect.
    ///
    /// The day that the file tells of an edition is often that of a few of its articles, so the history comes first. What
    /// it does not name was mended by the ministry, at once.
    private static func opening(
        of article: ArticleNumber, by effects: StatuteAmendments?, in edition: StatuteEdition, today: Day
    ) -> Day? {
        guard case .articles(let effects)? = effects else { return opening(of: edition, today: today) }
        switch effects[article] {
        case nil, .promulgation: return today
        case .day(let day): return max(day, today)
        case .toBeSet: return opening(of: edition, today: today)
        case .unclear:
            if case .on(let day) = edition.effective { return max(day, today) }
            return today
        }
    }

    /// When what the edition shows takes effect, today when it has.
    private static func opening(of edition: StatuteEdition, today: Day) -> Day? {
        switch edition.effective {
        case .unstated: today
        case .on(let day): max(day, today)
        case .toBeSet: nil
        }
    }

    private static func opening(of effect: StatuteHistory.Effect, today: Day) -> Day? {
        switch effect {
        case .promulgation: today
        case .day(let day): max(day, today)
        case .toBeSet: nil
        // Rather early than never.
        case .unclear: today
        }
    }
}

extension AmendmentRules.Change {
    /// Nil for what nobody has to look at.
    init?(_ change: StatuteComparison.Change) {
        switch change {
        case .changed, .regrouped: self = .changed
        case .added: self = .added
        case .removed: self = .removed
        case .relaid: return nil
        }
    }
}
