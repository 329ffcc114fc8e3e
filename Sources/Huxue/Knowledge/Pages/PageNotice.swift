/// How the sheet that a citizen takes home is made.
struct PageNotice: Hashable, Sendable {
    /// Whether the articles behind each sentence are printed.
    var showsCitations = false

    /// The parts that somebody needs who comes back another time.
    static let parts: [PagePart] = [.papers, .applicants, .place, .deadline, .time, .fee]

    /// How large its letters are, so that a short one is easy to read and a long one stays on one sheet.
    enum Size: String, Sendable {
        case normal, large, largest

        /// `characters`: how many Han characters and full-width signs the sheet has; a table takes more room than they tell.
        init(fitting characters: Int, hasTable: Bool) {
            self = hasTable ? .normal : characters > 700 ? .normal : characters > 480 ? .large : .largest
        }
    }
}
