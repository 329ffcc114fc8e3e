/// Words that all editors share.
enum WritingTerms {
    /// The lines that mark a conflict; see `MergeMarks`.
    static let mineMark = "<<<<<<< 您寫的"
    static let betweenMark = "======= 別人已存的"
    static let theirsMark = ">>>>>>> 到這裡為止"

    /// Shown before each of these lines in a preview.
    static let undecided = "尚待選定"

    static func version(_ number: Int) -> String { "第 \(number) 版" }

    /// Punctuation with which a marked change should end; see `TextDifference.settle`.
    static let marks = "、，。；：）」"
}
