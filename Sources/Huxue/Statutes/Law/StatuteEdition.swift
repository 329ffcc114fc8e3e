/// 法規 with its whole text, as it stands in one of the ministry's files.
struct StatuteEdition: Hashable, Sendable {
    /// See `Statute.pcode`.
    let pcode: String
    let name: String
    /// 法律, 命令 or 憲法, in the ministry's word.
    let level: String
    /// 行政＞內政部＞戶政目, or 廢止法規＞… .
    let category: String
    /// The day of the latest promulgation; nil when the file does not tell.
    let modified: Day?
    /// When the latest amendment takes effect, where that is not the usual day.
    let effective: EffectiveDay
    let effectiveNote: String
    let isRepealed: Bool
    /// 沿革, broken into lines as in the file; see `StatuteHistory`.
    let histories: String
    /// Headings and articles in their order.
    let parts: [StatutePart]
    /// What could not be read for certain.
    let problems: [StatuteProblem.Kind]

    /// The articles in their order; those whose number is strange or taken already are in `problems`.
    var articles: [StatuteArticle] {
        parts.compactMap { if case .article(let article) = $0 { article } else { nil } }
    }

    var headings: [StatuteHeading] {
        parts.compactMap { if case .heading(let heading) = $0 { heading } else { nil } }
    }
}

extension StatuteEdition {
    /// Whether every article of the file could be read.
    var isComplete: Bool { !problems.contains(where: \.leavesOutArticle) }

    /// Whether it has articles, and the number of none could be read, as in a file of another language.
    var isUnreadable: Bool {
        articles.isEmpty && problems.contains { if case .strangeArticleNumber = $0 { true } else { false } }
    }

    /// The same with the articles of the edition before that are missing here because some could not be read: an article
    /// that nobody could read was not deleted.
    func completed(from old: StatuteEdition) -> StatuteEdition {
        guard !isComplete else { return self }
        var (parts, mine) = (parts, Set(articles.map(\.number)))
        for article in old.articles where mine.insert(article.number).inserted {
            let place = parts.lastIndex { part in
                if case .article(let other) = part { other.number < article.number } else { false }
            }
            parts.insert(.article(article), at: place.map { $0 + 1 } ?? parts.endIndex)
        }
        return StatuteEdition(
            pcode: pcode, name: name, level: level, category: category, modified: modified, effective: effective,
            effectiveNote: effectiveNote, isRepealed: isRepealed, histories: histories, parts: parts,
            problems: problems)
    }

    /// These articles, with the history and the days that a later edition tells.
    func dated(by later: StatuteEdition) -> StatuteEdition {
        StatuteEdition(
            pcode: pcode, name: name, level: level, category: category, modified: later.modified,
            effective: later.effective, effectiveNote: later.effectiveNote, isRepealed: isRepealed,
            histories: later.histories, parts: parts, problems: problems)
    }
}

enum StatutePart: Hashable, Sendable {
    case heading(StatuteHeading)
    case article(StatuteArticle)
}

/// 編, 章, 節, 款 or 目.
struct StatuteHeading: Hashable, Sendable {
    /// 0 for 編 to 4 for 目.
    let depth: Int
    /// With its number, as published, without the indentation.
    let title: String
    /// 第七章, folded; empty when it has no number.
    let mark: String
}

/// 條.
struct StatuteArticle: Hashable, Sendable {
    let number: ArticleNumber
    /// As published, with line breaks.
    let text: String
}

/// 施行日期 as the ministry's file tells it.
enum EffectiveDay: Hashable, Sendable {
    /// The file says nothing: the law is in force, or its history tells more.
    case unstated
    case on(Day)
    /// 另定; the file writes 99991231.
    case toBeSet
}
