/// Words of what everybody meets who writes here, whatever it is.
enum WritingTerms {
    /// Lines around both wordings of a place that two people changed.
    static let mineMark = "<<<<<<< 您寫的"
    static let betweenMark = "======= 別人已存的"
    static let theirsMark = ">>>>>>> 到這裡為止"

    /// Before each of them in a preview.
    static let undecided = "尚待選定"

    static func version(_ number: Int) -> String { "第 \(number) 版" }

    /// Marks behind which a change ends rather than before them.
    static let marks = "、，。；：）」"
}
