/// How the sheet that a citizen takes home is made.
struct PageNotice: Hashable, Sendable {
    /// Whether the articles behind each sentence are printed.
    var showsCitations = false

    /// The parts that somebody needs who comes back another time.
    static let parts: [PagePart] = [.papers, .applicants, .place, .deadline, .time, .fee]

    /// How large its letters are, in points: a short one is easy to read, a long one stays on one sheet.
    ///
    /// The style sheet has a rule for each. `characters`: how many Han characters and full-width signs the parts have. The
    /// limits are measured on the shipped procedures: a sheet of so many is at most nineteen twentieths full. None is smaller
    /// than people can read, however long it is.
    static func size(fitting characters: Int, hasTable: Bool) -> Int {
        let limits =
            hasTable
            ? [(14, 280), (13, 335), (12, 405)]
            : [(16, 350), (15, 410), (14, 480), (13, 570), (12, 680)]
        return limits.first { characters <= $0.1 }?.0 ?? 11
    }
}
