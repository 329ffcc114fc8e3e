/// The flags on a page, by what they mean to whoever reads it.
struct PageAmendments: Sendable {
    /// What the page cites was amended, and that is in force.
    let touched: [AmendmentFlag]
    /// The article was amended elsewhere, or the amendment is not in force yet: the page stays in use.
    let others: [AmendmentFlag]

    init(_ flags: [AmendmentFlag], today: Day) {
        touched = flags.filter { $0.isCitedPartTouched && $0.phase(on: today) == .opened }
        others = flags.filter { !($0.isCitedPartTouched && $0.phase(on: today) == .opened) }
    }
}
