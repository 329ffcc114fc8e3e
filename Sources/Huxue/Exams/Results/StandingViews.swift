/// How far the units of an exam are: a tree that opens level by level.
enum StandingViews {
    /// One level of the tree, for the page at `address`.
    ///
    /// `people`: address of the list of people to which each figure is linked; nil for figures without links.
    static func tree(
        _ level: StandingLevel, of exam: Exam, at address: Address, people: Address?
    ) -> HTML {
        """
        \(trail(level, at: address))
        <div class="table-scroll"><table class="table table-stack"><caption class="visually-hidden">各單位應試進度</caption>\
        <thead><tr><th scope="col">單位</th><th scope="col" class="num">應試</th>\
        \(each: states, { "<th scope=\"col\" class=\"num\">\($0.name(of: exam))</th>" })<th scope="col">進度</th></tr></thead>\
        <tbody>\(each: level.lines, { row($0, of: exam, at: address, people: people) })</tbody></table></div>
        """
    }

    private static let states: [ResultState] = [.submitted, .open, .notStarted, .excused]

    /// Links back to the units above; empty at the topmost level.
    private static func trail(_ level: StandingLevel, at address: Address) -> HTML {
        guard let unit = level.unit, !level.isTop else { return .empty }
        return """
            <nav class="row no-print" aria-label="上級單位">\
            \(when: level.above.isEmpty, "<a href=\"\(address)\">全部單位</a><span aria-hidden=\"true\">／</span>")\
            \(each: level.above, { above in
                "<a href=\"\(address.with([("unit", "\(above.id)")]))\">\(above.name)</a><span aria-hidden=\"true\">／</span>"
            })<b>\(unit.name)</b></nav>
            """
    }

    private static func row(_ line: UnitStanding, of exam: Exam, at address: Address, people: Address?) -> HTML {
        let (standing, name) = (line.standing, line.unit.name)
        let unit = [("unit", "\(line.unit.id)")] + (line.isOwn ? [("alone", "1")] : [])
        let words = line.isOwn && line.isParent ? "\(name)本身" : name
        func figure(_ state: ResultState) -> HTML {
            let count = standing.count(of: state)
            guard let people else { return "\(count)" }
            return ExamOverviewViews.linked(
                count, people.with(unit + [("state", state.rawValue)]), "\(words)，\(state.name(of: exam))")
        }
        return """
            <tr><th scope="row">\(title(line, words, at: address, people: people?.with(unit)))</th>\
            <td class="num" data-label="應試">\(standing.roster)</td>\(each: states, { state in
                "<td class=\"num\" data-label=\"\(state.name(of: exam))\">\(figure(state))</td>"
            })\
            <td data-label="進度"><progress value="\(standing.submitted)" max="\(max(standing.roster, 1))" \
            aria-label="\(words)已交卷 \(standing.submitted) 人，應試 \(standing.roster) 人"></progress></td></tr>
            """
    }

    /// The unit's name, linked to the units below it, or to its people when there are none.
    private static func title(_ line: UnitStanding, _ words: String, at address: Address, people: Address?) -> HTML {
        if line.isParent, !line.isOwn {
            return "<a href=\"\(address.with([("unit", "\(line.unit.id)")]))\">\(words)</a>"
        }
        return people.map { "<a href=\"\($0)\">\(words)</a>" } ?? "\(words)"
    }
}
