/// What may be wrong in a row that can be imported; a person looks at it before anything is done.
enum StaffDoubt: Hashable, Sendable {
    /// A character that only an office's own fonts show.
    case privateCharacter(Unicode.Scalar, name: String)
    /// A sign that stands for a character that another program could not write, in a new name.
    case lostCharacter(name: String)
    /// The same in the name of somebody whose right name is known; that is kept.
    case keptName(String, written: String)
    /// A day that hardly anybody begins or ends on.
    case unlikelyDay(StaffFile.Column, Day)
    /// A new number that is another's but for zeros and the like; `others`: all whose it may be, number and name.
    case likeNumber(String, others: [String])

    /// What stands where a character was lost.
    private static let signs = Set("?？□�〓■".unicodeScalars)

    var sentence: String {
        switch self {
        case .privateCharacter(let scalar, let name): InvisibleText.sentence(onPrivate: scalar, in: "「\(name)」")
        case .lostCharacter(let name): "姓名「\(name)」裡的符號可能是存檔時遺失的罕用字；請改存為「CSV UTF-8」，或匯入後更正"
        case .keptName(let name, let written): "姓名「\(written)」裡的符號可能是存檔時遺失的罕用字，沒有用它取代原來的「\(name)」"
        case .unlikelyDay(let column, let day):
            "「\(column.rawValue)」是 \(ROCDate.plain(day))（西元 \(day.year) 年），請確認年份"
        case .likeNumber(let number, let others):
            "員工編號 \(number) 與 \(AccountTerms.listed(others))很像，可能是同一位同仁；若是，請改用同一個編號"
        }
    }

    static func onCharacters(of row: StaffRow) -> [StaffDoubt] {
        ([row.name, row.position] + row.unit).compactMap { text in
            text.unicodeScalars.first(where: InvisibleText.isPrivate).map { .privateCharacter($0, name: text) }
        }
    }

    /// Days before 民國40年 are years of two digits read as such; nobody is entered more than a year ahead.
    static func onDays(of row: StaffRow, today: Day) -> [StaffDoubt] {
        [(StaffFile.Column.startsOn, row.startsOn), (.endsOn, row.endsOn)].compactMap { column, day in
            guard let day else { return nil }
            let isLater = day > Day(year: today.year + 1, month: today.month, day: min(today.day, 28)) ?? today
            return day.year < 1951 || column == .startsOn && isLater ? .unlikelyDay(column, day) : nil
        }
    }

    static func hasLost(_ name: String) -> Bool { name.unicodeScalars.contains(where: signs.contains) }

    /// Whether the written name is the known one with signs in place of characters outside ASCII.
    ///
    /// One sign, or two, stand for each: programs differ in how they count.
    static func isSame(_ known: String, written: String) -> Bool {
        guard hasLost(written), !hasLost(known) else { return false }
        let scalars = Array(known.unicodeScalars)
        // Where in the known name one may have come to: after the last sign as the first of a pair, or altogether.
        var (whole, halved): (Set<Int>, Set<Int>) = ([0], [])
        for sign in written.unicodeScalars {
            var (next, nextHalved): (Set<Int>, Set<Int>) = ([], [])
            if signs.contains(sign) { next.formUnion(halved) }
            for place in whole where place < scalars.count {
                if scalars[place] == sign { next.insert(place + 1) }
                guard signs.contains(sign), !scalars[place].isASCII else { continue }
                next.insert(place + 1)
                nextHalved.insert(place + 1)
            }
            (whole, halved) = (next, nextHalved)
        }
        return whole.contains(scalars.count)
    }

    /// The number without what two programs write differently and people read alike: width, case, hyphens, spaces, zeros
    /// before a number, O for 0, and I or l for 1.
    static func likeness(of number: String) -> String {
        var kept = String.UnicodeScalarView()
        var isInNumber = false
        var hasZero = false
        for scalar in StreamSafeText.compatible(number).lowercased().unicodeScalars {
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { continue }
            let sign = alike[scalar] ?? scalar
            if sign == "0", !isInNumber {
                hasZero = true
                continue
            }
            isInNumber = ("0"..."9").contains(sign)
            kept.append(sign)
        }
        return kept.isEmpty && hasZero ? "0" : String(kept)
    }

    /// Letters that are read as digits, in lower case.
    private static let alike: [Unicode.Scalar: Unicode.Scalar] = ["o": "0", "i": "1", "l": "1"]

    /// The row as it will be carried out, and what is doubtful in it: a name in which characters were lost does not
    /// replace the right one.
    ///
    /// `known`: the name that the person has; nil for somebody new. `isTyped`: whether it comes from a form, where a name
    /// stands as somebody typed it.
    static func looked(
        at row: StaffRow, known: String?, isTyped: Bool, today: Day
    ) -> (row: StaffRow, doubts: [StaffDoubt]) {
        var row = row
        var doubts = onDays(of: row, today: today)
        if !isTyped, let known, isSame(known, written: row.name) {
            doubts.append(.keptName(known, written: row.name))
            row.name = known
        } else if hasLost(row.name), known != row.name {
            doubts.append(.lostCharacter(name: row.name))
        }
        return (row, doubts)
    }

    /// New numbers, of new people and of others, that are another's but for zeros and the like.
    ///
    /// `members`: those who are there.
    static func onNumbers(
        in plan: StaffImportPlan, beside members: [StaffMember]
    ) -> [(row: StaffRow, doubt: StaffDoubt)] {
        let renumbered = plan.changes.filter { $0.row.staffNumber != $0.member.employee.staffNumber }
        let moved = Set(renumbered.map(\.member.employee.id))
        let known = members.map(\.employee).filter { !moved.contains($0.id) }
            .map { (number: $0.staffNumber, name: $0.name) }
        var others = Dictionary(grouping: known) { likeness(of: $0.number) }
        return (plan.creations.map(\.row) + renumbered.map(\.row)).compactMap { row in
            let alike = others[likeness(of: row.staffNumber), default: []].filter { $0.number != row.staffNumber }
            others[likeness(of: row.staffNumber), default: []].append((row.staffNumber, row.name))
            guard !alike.isEmpty else { return nil }
            let texts = alike.sorted { $0.number < $1.number }.map { "\($0.number)（\($0.name)）" }
            return (row, .likeNumber(row.staffNumber, others: texts))
        }
    }
}
