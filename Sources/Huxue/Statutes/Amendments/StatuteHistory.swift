/// 沿革: when a statute was made and what each later act did to it.
struct StatuteHistory: Hashable, Sendable {
    /// In the ministry's order, which is that of the promulgation but for decrees set below the act they belong to.
    let entries: [Entry]

    /// One act: a promulgation, or a decree that sets the day another one takes effect.
    struct Entry: Hashable, Sendable {
        /// Counted by the ministry; several acts may share one.
        let number: Int
        /// Of the promulgation; nil when it cannot be read.
        let day: Day?
        /// The ministry's words, without line breaks.
        let text: String
        /// What was done; nil when it cannot be read for certain.
        let acts: [Act]?
        let effects: [EffectRule]

        /// Whether it only sets the day on which earlier amendments take effect.
        var isDecree: Bool { acts == [.effectSet] }
    }

    enum Act: Hashable, Sendable {
        /// 制定 or 訂定.
        case enacted
        /// 修正全文.
        case rewritten
        /// 修正, without naming articles.
        case amendedSomehow
        /// 修正, 增訂, 刪除 or 勘誤 of articles.
        case amended([ArticleRange])
        case added([ArticleRange])
        case deleted([ArticleRange])
        case corrected([ArticleRange])
        /// 附件, 附表 of these articles; none when the whole statute's.
        case attachments([ArticleRange])
        /// 章名, 節名 and the like.
        case headings
        /// Articles moved to other numbers.
        case renumbered
        case renamed
        case repealed
        /// Only who is in charge changes, not the text.
        case jurisdiction
        case effectSet
    }

    /// What one act did to an article.
    struct Amendment: Hashable, Sendable {
        let promulgated: Day
        let effect: Effect
    }

    /// When articles take effect.
    struct EffectRule: Hashable, Sendable {
        /// Nil: all of the act that no other rule names.
        let articles: [ArticleRange]?
        let effect: Effect
    }

    enum Effect: Hashable, Sendable {
        /// 自公布日施行, or nothing is said.
        case promulgation
        case day(Day)
        /// 施行日期由…定之, and nobody has.
        case toBeSet
        /// The words cannot be read for certain.
        case unclear
    }
}

/// 第 4～6 條: from the first to the last, both included.
struct ArticleRange: Hashable, Sendable {
    let first: ArticleNumber
    let last: ArticleNumber

    func contains(_ number: ArticleNumber) -> Bool { first <= number && number <= last }

    /// Every number between, as far as numbers alone can tell, and those of `known` that lie between.
    func numbers(known: some Sequence<ArticleNumber>) -> Set<ArticleNumber> {
        var numbers = Set(known.filter(contains)).union([first, last])
        if first.main == last.main {
            numbers.formUnion((first.branch...last.branch).compactMap { ArticleNumber(first.main, branch: $0) })
        } else {
            numbers.formUnion((first.main...last.main).compactMap { ArticleNumber($0) }.filter(contains))
        }
        return numbers
    }
}
