/// Which articles of a statute were amended after some day.
enum StatuteAmendments: Hashable, Sendable {
    /// These and no others, each with all of its amendments in the order of their promulgation.
    case articles([ArticleNumber: [StatuteHistory.Amendment]])
    /// Any article may have changed, for a reason and by an act; nil when the act's day cannot be read.
    case whole(Reason, StatuteHistory.Amendment?)

    enum Reason: Hashable, Sendable {
        /// 修正全文, or made anew.
        case rewritten
        case repealed
        /// Articles moved to other numbers.
        case renumbered
        /// The history says 修正 and not what.
        case unnamed
        /// An entry of that number cannot be read for certain.
        case unreadable(entry: Int)
        /// The file was modified later than the history goes.
        case incomplete
    }
}

extension StatuteHistory {
    /// What was promulgated after `day`, by the history alone; texts of attachments and headings do not count.
    ///
    /// Of a range, also those between its ends that are in `known`, the statute's articles.
    func amendments(after day: Day, known: [ArticleNumber]) -> StatuteAmendments {
        var found: [ArticleNumber: [Amendment]] = [:]
        var count = 0
        for (place, entry) in entries.enumerated() {
            guard let acts = entry.acts, let promulgated = entry.day else {
                guard let promulgated = entry.day, promulgated <= day else {
                    let act = entry.day.map { Amendment(promulgated: $0, effect: .unclear) }
                    return .whole(.unreadable(entry: entry.number), act)
                }
                continue
            }
            guard promulgated > day else { continue }
            for act in acts {
                if let reason = act.reason {
                    return .whole(reason, Amendment(promulgated: promulgated, effect: effect(of: nil, place: place)))
                }
                let numbers = act.articles.flatMap { $0.numbers(known: known) }
                count += numbers.count
                guard count <= Self.mostAmendments else {
                    return .whole(
                        .unreadable(entry: entry.number), Amendment(promulgated: promulgated, effect: .unclear))
                }
                for number in numbers {
                    // A correction takes effect with what it corrects.
                    if case .corrected = act, found[number] != nil { continue }
                    let effect = effect(of: number, place: place)
                    found[number, default: []].append(Amendment(promulgated: promulgated, effect: effect))
                }
            }
        }
        return .articles(found)
    }

    /// The last act that the history tells of the article, or of the statute as a whole; nil when there is none, or one
    /// after it that cannot be read for certain.
    func latest(of number: ArticleNumber) -> Amendment? {
        for (place, entry) in entries.enumerated().reversed() {
            guard let acts = entry.acts, let promulgated = entry.day else { return nil }
            if acts.contains(where: { $0.reason != nil || $0.articles.contains { $0.contains(number) } }) {
                return Amendment(promulgated: promulgated, effect: effect(of: number, place: place))
            }
        }
        return nil
    }

    /// More than any statute has had; a text that tells of more is not read for certain.
    private static let mostAmendments = 20_000

    /// The last day on which something takes effect that has a day of its own; nil when nothing has.
    var lastEffect: Day? {
        entries.flatMap(\.effects).compactMap { if case .day(let day) = $0.effect { day } else { nil } }.max()
    }

    /// What was promulgated until `day` with a day of effect of its own, or one still to be set; of the rewriting of a
    /// whole statute, all of `known` when it has its day.
    func delayed(until day: Day, known: [ArticleNumber]) -> [(article: ArticleNumber, amendment: Amendment)] {
        var left = Self.mostAmendments
        return entries.enumerated().flatMap { place, entry -> [(article: ArticleNumber, amendment: Amendment)] in
            guard let acts = entry.acts, let promulgated = entry.day, promulgated <= day, !entry.effects.isEmpty,
                left > 0
            else { return [] }
            let isRewritten = acts.contains(.rewritten)
            let numbers = (isRewritten ? known : acts.flatMap(\.articles).flatMap { $0.numbers(known: known) })
                .prefix(left)
            left -= numbers.count
            return numbers.compactMap { number in
                switch effect(of: number, place: place) {
                case .promulgation, .unclear: nil
                case .day(let day): (number, Amendment(promulgated: promulgated, effect: .day(day)))
                case .toBeSet:
                    isRewritten ? nil : (number, Amendment(promulgated: promulgated, effect: .toBeSet))
                }
            }
        }
    }

    /// When what the entry at `place` did to the article, or nil for the whole statute, takes effect; a later decree
    /// below it may have set the day.
    func effect(of number: ArticleNumber?, place: Int) -> Effect {
        let entry = entries[place]
        let own = Self.effect(of: number, by: entry.effects) ?? .promulgation
        guard own == .toBeSet else { return own }
        for decree in entries[(place + 1)...].prefix(while: { $0.number == entry.number }) where decree.isDecree {
            if let set = Self.effect(of: number, by: decree.effects), set != .toBeSet { return set }
        }
        return own
    }

    private static func effect(of number: ArticleNumber?, by rules: [EffectRule]) -> Effect? {
        let named = number.flatMap { number in
            rules.last { rule in rule.articles?.contains { $0.contains(number) } ?? false }
        }
        return (named ?? rules.last { $0.articles == nil })?.effect
    }
}

extension StatuteEdition {
    /// What was promulgated after `day`, by the statute's history.
    func amendments(after day: Day) -> StatuteAmendments {
        let history = StatuteHistory(reading: histories)
        if let modified, modified > day, !history.entries.contains(where: { $0.day.map { $0 > day } ?? false }) {
            return .whole(.incomplete, StatuteHistory.Amendment(promulgated: modified, effect: .unclear))
        }
        return history.amendments(after: day, known: articles.map(\.number))
    }
}

extension StatuteHistory.Act {
    /// The articles whose text it changed.
    var articles: [ArticleRange] {
        switch self {
        case .amended(let ranges), .added(let ranges), .deleted(let ranges), .corrected(let ranges): ranges
        default: []
        }
    }

    /// Why any article may have changed; nil when it did not change them all.
    fileprivate var reason: StatuteAmendments.Reason? {
        switch self {
        case .enacted, .rewritten: .rewritten
        case .amendedSomehow: .unnamed
        case .renumbered: .renumbered
        case .repealed: .repealed
        case .amended, .added, .deleted, .corrected, .attachments, .headings, .renamed, .jurisdiction, .effectSet: nil
        }
    }
}
