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
        let work: CitingWork
        let change: Change
        /// False when only other paragraphs than the cited one changed: the work stays in use.
        let isCitedPartTouched: Bool
        /// Of the latest act in it.
        let promulgated: Day
        /// When the change takes effect; nil when the day is not set yet.
        let opens: Day?
    }

    /// Works touched by the step from one edition to the next: for each what is in force on `today`, and what will be
    /// on each later day.
    ///
    /// `known`: when the office got the later edition, for what nothing dates.
    static func findings(
        from old: StatuteEdition, to new: StatuteEdition, works: [CitingWork], known: Day, today: Day
    ) -> [Finding] {
        guard !works.isEmpty else { return [] }
        let comparison = StatuteComparison(from: old, to: new)
        if comparison.isRepealed {
            let step = AmendmentStep.repeal(of: new, known: known, today: today)
            return works.map { Finding($0, .repealed, step) }
        }
        let before = Dictionary(old.articles.map { ($0.number, $0.text) }) { first, _ in first }
        let after = Dictionary(new.articles.map { ($0.number, $0.text) }) { first, _ in first }
        let changes = comparison.articles.compactMap { article in
            Change(article.change).map { (number: article.number, change: $0) }
        }
        let regrouped = Set(comparison.numbers(.regrouped))
        let steps = AmendmentSteps(to: new, after: old.modified, known: known, today: today)
        return works.flatMap { work -> [Finding] in
            // The words are the same: who cites no paragraph has nothing to look at.
            let mine = changes.filter { number, _ in
                work.passage.covers(number)
                    && !(regrouped.contains(number) && work.passage.paragraphs(of: number) == nil)
            }
            let touched = mine.filter { number, change in
                change != .changed || touches(work.passage, number, from: before[number], to: after[number])
            }
            guard let change = common(mine.map(\.change)) else { return [] }
            let acts = (touched.isEmpty ? mine : touched).flatMap { steps.steps(of: $0.number) }
            return findings(acts, change, work, isTouched: !touched.isEmpty, today: today)
        }
    }

    /// Works that were checked against an older state of the law than the first edition the office has.
    ///
    /// What was published before the check but took effect later counts: the work was written on the text of before.
    /// What is still to come is announced.
    static func findings(since edition: StatuteEdition, works: [CitingWork], known: Day, today: Day) -> [Finding] {
        guard !works.isEmpty else { return [] }
        var amendments: [Day: StatuteAmendments] = [:]
        let history = StatuteHistory(reading: edition.histories)
        return works.flatMap { work -> [Finding] in
            let isOlder = edition.modified.map { $0 > work.lawAsOf } ?? true
            if edition.isRepealed {
                let step = AmendmentStep.repeal(of: edition, known: edition.modified ?? known, today: today)
                return isOlder ? [Finding(work, .repealed, step)] : []
            }
            let since = isOlder ? amendments[work.lawAsOf] ?? edition.amendments(after: work.lawAsOf) : .articles([:])
            amendments[work.lawAsOf] = since
            switch since {
            case .whole(let reason, let act):
                let change: Change = reason == .rewritten ? .amendedSince : .unreadableHistory
                let whole = AmendmentStep.whole(reason, act, in: edition, known: known, today: today)
                let steps = [whole] + delayed(by: history, until: .latest, of: edition, work, today: today)
                return findings(steps, change, work, isTouched: true, today: today)
            case .articles(let articles):
                let after = articles.filter { work.passage.covers($0.key) }.flatMap(\.value)
                let steps =
                    after.map { AmendmentStep($0, in: edition) }
                    + delayed(by: history, until: work.lawAsOf, of: edition, work, today: today)
                return findings(steps, .amendedSince, work, isTouched: true, today: today)
            }
        }
    }

    /// What was published until `day` and was not in force when the work was checked.
    ///
    /// A whole statute is cited for what it is: that one of its articles has waited for years is nothing to announce.
    private static func delayed(
        by history: StatuteHistory, until day: Day, of edition: StatuteEdition, _ work: CitingWork, today: Day
    ) -> [AmendmentStep] {
        history.delayed(until: day, known: edition.articles.map(\.number))
            .filter { work.passage.covers($0.article) }
            .map { AmendmentStep($0.amendment, in: edition) }
            .filter { step in
                guard step.isComing(on: today) else { return step.isComing(on: work.lawAsOf) }
                return edition.effective != .unstated && !(work.passage.isWhole && step.opens == nil)
            }
    }

    /// Whether a work was checked before the edition of that day, or before what it tells took effect; that a part of a
    /// whole statute waits without a day is nothing to announce.
    static func isNews(_ finding: Finding, of published: Day?) -> Bool {
        if published.map({ finding.work.lawAsOf < $0 }) ?? true { return true }
        guard let opens = finding.opens else { return !finding.work.passage.isWhole }
        return opens > finding.work.lawAsOf
    }

    /// The flags whose day is another one by what is found now, each with its new day.
    static func moved(_ flags: [AmendmentFlag], by findings: [Finding]) -> [(flag: AmendmentFlag, opens: Day?)] {
        var taken: [Finding.Place: Set<Day?>] = [:]
        for flag in flags { taken[Finding.Place(flag), default: []].insert(flag.opens) }
        return flags.compactMap { flag in
            let place = Finding.Place(flag)
            let days = findings.filter { Finding.Place($0) == place }.map(\.opens)
            guard !days.isEmpty, !days.contains(flag.opens),
                let day = days.first(where: { !(taken[place]?.contains($0) ?? false) })
            else { return nil }
            taken[place]?.insert(day)
            return (flag, day)
        }
    }

    /// One finding for all that is in force, and one for each day on which more will be; those whose day is not set come
    /// last.
    ///
    /// Of what is in force only that counts which is news to the work, if any is: the rest it was written by.
    private static func findings(
        _ steps: [AmendmentStep], _ change: Change, _ work: CitingWork, isTouched: Bool, today: Day
    ) -> [Finding] {
        let coming = Dictionary(grouping: steps.filter { $0.isComing(on: today) }, by: \.opens)
        let inForce = steps.filter { !$0.isComing(on: today) }
        let news = inForce.filter { $0.isNews(to: work.lawAsOf) }
        let groups =
            [news.isEmpty ? inForce : news]
            + coming.sorted { ($0.key ?? .latest) < ($1.key ?? .latest) }.map(\.value)
        return groups.compactMap { group in
            AmendmentStep.together(group).map { Finding(work, change, $0, isCitedPartTouched: isTouched) }
        }
    }

    /// The one thing that happened to all articles, or that they were amended in several ways; nil for none.
    private static func common(_ changes: [Change]) -> Change? {
        guard let first = changes.first else { return nil }
        return changes.allSatisfy { $0 == first } ? first : .changed
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
}

extension AmendmentRules.Finding {
    var place: Place { Place(self) }

    /// Where a work rests on a statute.
    struct Place: Hashable, Sendable {
        /// The code of a `CitedSubject`.
        let subject: String
        let work: Int64
        let citation: String

        init(_ finding: AmendmentRules.Finding) {
            (subject, work) = (finding.work.subject.code, finding.work.id)
            citation = finding.work.passage.description
        }

        init(_ flag: AmendmentFlag) {
            (subject, work, citation) = (flag.subject, flag.subjectID, flag.citation)
        }
    }

    fileprivate init(
        _ work: CitingWork, _ change: AmendmentRules.Change, _ step: AmendmentStep, isCitedPartTouched: Bool = true
    ) {
        self.init(
            work: work, change: change, isCitedPartTouched: isCitedPartTouched, promulgated: step.promulgated,
            opens: step.opens)
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
