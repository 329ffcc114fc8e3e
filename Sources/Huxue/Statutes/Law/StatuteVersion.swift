/// One edition of a statute as the office keeps it, without the articles' texts.
struct StatuteVersion: Sendable {
    let id: ID<StatuteVersion>
    let pcode: String
    /// From 1, in the order of import.
    let number: Int
    let name: String
    let level: String
    let category: String
    /// The day of the latest promulgation; nil when the file did not tell.
    let modified: Day?
    let effective: EffectiveDay
    let effectiveNote: String
    let isRepealed: Bool
    var histories: String
    /// See `StatuteOutlineFile`; most pages need nothing of it, and that of a code takes a while to read.
    var outlineFile: String
    /// 更新日期 of the file it came with.
    let published: Day?
    let importedAt: Moment
    /// The day of the first complete file that did not have the statute any more; nil while there is none.
    var missingSince: Day?

    /// The same without its long texts, for what is kept in memory.
    var brief: StatuteVersion {
        var brief = self
        (brief.histories, brief.outlineFile) = ("", "")
        return brief
    }

    /// Headings and articles in their order, read anew each time.
    var outline: [StatuteOutline] { StatuteOutlineFile.read(outlineFile) }

    /// The latest amendment of the article, when it is not in force on `today`.
    func coming(_ article: ArticleNumber, today: Day) -> AmendmentStep? {
        guard effective != .unstated, let latest = StatuteHistory(reading: histories).latest(of: article) else {
            return nil
        }
        let step = AmendmentStep(latest, effective: effective)
        return step.isComing(on: today) ? step : nil
    }

    /// Whether the amendment that this edition shows is in force on `today`.
    func isInForce(on today: Day) -> Bool {
        switch effective {
        case .unstated: true
        case .on(let day): day <= today
        case .toBeSet: false
        }
    }
}

/// 資料版本: which of the ministry's files the office has.
struct StatuteDataVersion: Sendable {
    /// 更新日期 of the latest file; nil when none told.
    let published: Day?
    let importedAt: Moment
}

/// A heading or an article's number, in their order.
enum StatuteOutline: Hashable, Sendable {
    case heading(StatuteHeading)
    case article(ArticleNumber)
}

/// A statute in a list.
struct StatuteSummary: Sendable {
    let pcode: String
    let name: String
    let level: String
    let modified: Day?
    let isRepealed: Bool
    /// See `StatuteVersion.missingSince`.
    let missingSince: Day?
    let articles: Int
    /// How many versions the office keeps.
    let versions: Int
}

/// One text of an article and how long it stood.
struct ArticleVersion: Sendable {
    let id: ID<ArticleVersion>
    let number: ArticleNumber
    /// As published, with line breaks.
    let text: String
    /// The edition it came with.
    let since: ID<StatuteVersion>
    /// The edition in which it is other or gone; nil when it is the present one.
    let until: ID<StatuteVersion>?
}
