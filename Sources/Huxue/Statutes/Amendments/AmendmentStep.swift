/// One act on the way from one state of a statute to the next: when it was published, and when it takes effect.
///
/// In doubt an act takes effect early: a work that is looked at in vain does less harm than a wrong one in use.
struct AmendmentStep: Hashable, Sendable {
    let promulgated: Day
    /// Nil while the day is not set.
    let opens: Day?

    init(promulgated: Day, opens: Day?) {
        self.promulgated = promulgated
        self.opens = opens
    }

    /// What the history tells of an article, with the day that the file tells of the edition where the history leaves it
    /// open; that one is often the day of a few articles only.
    init(_ amendment: StatuteHistory.Amendment, in edition: StatuteEdition) {
        self.init(amendment, effective: edition.effective)
    }

    /// `effective`: what the file tells of the edition.
    init(_ amendment: StatuteHistory.Amendment, effective: EffectiveDay) {
        promulgated = amendment.promulgated
        switch (amendment.effect, effective) {
        case (.day(let day), _), (.unclear, .on(let day)), (.toBeSet, .on(let day)): opens = max(day, promulgated)
        case (.toBeSet, .toBeSet): opens = nil
        case (.promulgation, _), (.unclear, _), (.toBeSet, .unstated): opens = promulgated
        }
    }

    /// A change of any article; `known`: when the office learned of it, for an edition without days.
    static func whole(
        _ reason: StatuteAmendments.Reason, _ act: StatuteHistory.Amendment?, in edition: StatuteEdition, known: Day,
        today: Day
    ) -> AmendmentStep {
        if let act, reason == .rewritten || reason == .repealed { return AmendmentStep(act, in: edition) }
        let promulgated = [edition.modified, act?.promulgated].compactMap { $0 }.max() ?? known
        if case .on(let day) = edition.effective, day > today {
            return AmendmentStep(promulgated: promulgated, opens: day)
        }
        return AmendmentStep(promulgated: promulgated, opens: promulgated)
    }

    /// A repeal that is known of since `known`; a day of the past that the file tells is that of the law itself.
    static func repeal(of edition: StatuteEdition, known: Day, today: Day) -> AmendmentStep {
        guard case .on(let day) = edition.effective, day > today else {
            return AmendmentStep(promulgated: known, opens: known)
        }
        return AmendmentStep(promulgated: known, opens: day)
    }

    /// Whether it is not in force on `today`.
    func isComing(on today: Day) -> Bool { opens.map { $0 > today } ?? true }

    /// Whether a work that was checked against the law of `day` was written without it.
    func isNews(to day: Day) -> Bool { promulgated > day || isComing(on: day) }

    /// Several acts as one: published with the last, in force with the last; nil for none.
    ///
    /// An act may be published earlier than another and take effect later.
    static func together(_ steps: [AmendmentStep]) -> AmendmentStep? {
        guard let promulgated = steps.map(\.promulgated).max() else { return nil }
        let opens = steps.map { $0.opens ?? .latest }.max().flatMap { $0 == .latest ? nil : $0 }
        return AmendmentStep(promulgated: promulgated, opens: opens)
    }
}

/// What an edition's history tells of each of its articles since the edition before.
struct AmendmentSteps: Sendable {
    private let edition: StatuteEdition
    private let since: StatuteAmendments
    private let history: StatuteHistory
    private let after: Day
    private let known: Day
    private let today: Day

    /// `after`: the day of the edition before; nil when it is not known.
    ///
    /// `known`: when the office got this one.
    init(to edition: StatuteEdition, after day: Day?, known: Day, today: Day) {
        self.edition = edition
        self.known = known
        self.today = today
        history = StatuteHistory(reading: edition.histories)
        after = day ?? .earliest
        since = edition.amendments(after: after)
    }

    /// The acts on an article that was seen to have changed.
    ///
    /// What the history does not name was mended by the ministry, at once.
    func steps(of number: ArticleNumber) -> [AmendmentStep] {
        guard !history.entries.isEmpty else { return [bare] }
        switch since {
        case .whole(let reason, let act):
            // An act on this article may take effect after the one on the whole statute.
            let delayed = history.delayed(until: .latest, known: [number]).filter { amendment in
                amendment.article == number && amendment.amendment.promulgated > after
            }
            return [.whole(reason, act, in: edition, known: known, today: today)]
                + delayed.map { AmendmentStep($0.amendment, in: edition) }
        case .articles(let acts):
            let found = acts[number]?.map { AmendmentStep($0, in: edition) }
            return found ?? [AmendmentStep(promulgated: known, opens: known)]
        }
    }

    /// Without a history the file's word on the edition holds for every article.
    private var bare: AmendmentStep {
        switch edition.effective {
        case .unstated: AmendmentStep(promulgated: known, opens: known)
        case .on(let day): AmendmentStep(promulgated: known, opens: day)
        case .toBeSet: AmendmentStep(promulgated: known, opens: nil)
        }
    }
}

extension Day {
    fileprivate static let earliest = Day(daysSinceEpoch: .min)
    static let latest = Day(daysSinceEpoch: .max)
}
