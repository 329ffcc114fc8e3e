import Foundation

/// What may be done to the tree of units.
enum UnitRules {
    static let nameLimit = 64
    /// Below the office; see the staff file.
    static let depthLimit = 8

    /// The name as it is kept: composed, without space around it.
    static func name(_ typed: String) throws(UnitRefusal) -> String {
        let name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard name.unicodeScalars.count <= nameLimit, isReadable(name) else { throw .badName }
        return name.precomposedStringWithCanonicalMapping
    }

    /// Whether people can read `name`, at most `nameLimit` long, and tell it from others: it has a letter, a digit or
    /// a character, begins with no mark, and holds nothing that turns the line around or looks like a level of a path.
    static func isReadable(_ name: String) -> Bool {
        let scalars = name.unicodeScalars
        guard let first = scalars.first, !marks.contains(first.properties.generalCategory) else { return false }
        return scalars.contains(where: isBody)
            && !scalars.contains { $0.properties.isBidiControl || breaks.contains($0.properties.generalCategory) }
            && !folded(name).unicodeScalars.contains("/") && !scalars.contains(where: YAMLFile.isForbidden)
    }

    /// What two names must differ in to be told apart: not in width and other compatibility forms, space, what is
    /// invisible, case, nor 台 and 臺.
    static func folded(_ name: String) -> String {
        let scalars = name.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        return String(String.UnicodeScalarView(scalars.map { $0 == "台" ? "臺" : $0 }))
    }

    private static let marks: Set<Unicode.GeneralCategory> = [.nonspacingMark, .spacingMark, .enclosingMark]
    private static let breaks: Set<Unicode.GeneralCategory> = [.control, .lineSeparator, .paragraphSeparator]
    /// Offices make characters of their own, and Unicode has new ones every year.
    private static let bodies: Set<Unicode.GeneralCategory> = [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .privateUse, .unassigned,
    ]

    private static func isBody(_ scalar: Unicode.Scalar) -> Bool {
        bodies.contains(scalar.properties.generalCategory) && !scalar.properties.isDefaultIgnorableCodePoint
    }

    /// `unit` and those below it, as they are once it is called `name` and stands below `parent`.
    ///
    /// `all`: every unit there is.
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
        // A path has a mark before each level and one at the end; the office itself is no level.
        guard branch.allSatisfy({ $0.path.utf8.count { $0 == UInt8(ascii: "/") } - 2 <= depthLimit }) else {
            throw .tooDeep(limit: depthLimit)
        }
        return branch
    }
}
