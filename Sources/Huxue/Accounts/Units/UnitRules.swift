import Foundation

/// What may be done to the tree of units.
enum UnitRules {
    static let nameLimit = 64
    /// How many levels there may be below the office; staff files have the same limit.
    static let depthLimit = 8

    /// The name as stored: trimmed and composed (NFC).
    static func name(_ typed: String) throws(UnitRefusal) -> String {
        let name = InvisibleText.removed(from: typed, keepingTurns: true)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        if name.unicodeScalars.contains(where: InvisibleText.turns) { throw .turningName(name) }
        guard name.unicodeScalars.count <= nameLimit, isReadable(name) else { throw .badName }
        return StreamSafeText.key(name)
    }

    /// Whether people can read `name` and tell it from others.
    ///
    /// It must contain a letter, digit or Han character and must not begin with a combining mark. It must contain no
    /// line breaks, no characters that change the direction of text, and nothing that looks like the `/` of a path.
    ///
    /// `name`: at most `nameLimit` scalars long; the caller checks that.
    static func isReadable(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard let first = scalars.first, !marks.contains(first.properties.generalCategory) else { return false }
        return scalars.contains(where: isBody)
            && !scalars.contains { $0.properties.isBidiControl || breaks.contains($0.properties.generalCategory) }
            && !folded(name).unicodeScalars.contains("/") && !scalars.contains(where: YAMLFile.isForbidden)
    }

    /// The name without differences that people overlook; two units with one parent must differ in it.
    ///
    /// Ignores compatibility forms such as full width, white space, invisible characters, case, and 台 for 臺.
    static func folded(_ name: String) -> String {
        let scalars = StreamSafeText.compatible(name).lowercased().unicodeScalars.filter {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        return String(String.UnicodeScalarView(scalars.map { $0 == "台" ? "臺" : $0 }))
    }

    private static let marks: Set<Unicode.GeneralCategory> = [.nonspacingMark, .spacingMark, .enclosingMark]
    private static let breaks: Set<Unicode.GeneralCategory> = [.control, .lineSeparator, .paragraphSeparator]
    /// Includes private-use and unassigned characters, as offices define their own and Unicode adds more every year.
    private static let bodies: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .privateUse, .unassigned,
    ]

    private static func isBody(_ scalar: Unicode.Scalar) -> Bool {
        bodies.contains(scalar.properties.generalCategory) && !scalar.properties.isDefaultIgnorableCodePoint
    }

    /// The unit and all below it, as they will be once the unit is named `name` and placed below `parent`.
    ///
    /// `all`: all units of the office.
    static func moved(_ unit: Unit, name: String, below parent: Unit, all: [Unit]) throws(UnitRefusal) -> [Unit] {
        guard unit.parentID != nil else { throw .root }
        guard !unit.position.covers(parent.position) else { throw .belowItself }
        let fullName = parent.fullName + "/" + name
        let key = folded(name)
        if let other = all.first(where: { $0.parentID == parent.id && $0.id != unit.id && folded($0.name) == key }) {
            throw .nameTaken(other.fullName)
        }
        let path = parent.path + "\(unit.id)/"
        let branch = all.filter { unit.position.covers($0.position) }.map { below in
            Unit(
                id: below.id, parentID: below.id == unit.id ? parent.id : below.parentID,
                name: below.id == unit.id ? name : below.name,
                fullName: fullName + below.fullName.dropFirst(unit.fullName.count),
                path: path + below.path.dropFirst(unit.path.count))
        }
        // A path has a slash before each id and one at the end; the office itself does not count as a level.
        guard branch.allSatisfy({ $0.path.utf8.count { $0 == UInt8(ascii: "/") } - 2 <= depthLimit }) else {
            throw .tooDeep(limit: depthLimit)
        }
        return branch
    }
}
