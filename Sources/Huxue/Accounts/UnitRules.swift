import Foundation

/// What may be done to the tree of units.
enum UnitRules {
    static let nameLimit = 64
    /// Below the office; see the staff file.
    static let depthLimit = 8

    /// The name as it is kept: composed, without space around it.
    static func name(_ typed: String) throws(UnitRefusal) -> String {
        let name = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !name.isEmpty, name.unicodeScalars.count <= nameLimit, !name.contains("/"), !name.contains("／"),
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .badName }
        return name.precomposedStringWithCanonicalMapping
    }

    /// `unit` and those below it, as they are once it is called `name` and stands below `parent`.
    ///
    /// `all`: every unit there is.
    static func moved(_ unit: Unit, name: String, below parent: Unit, all: [Unit]) throws(UnitRefusal) -> [Unit] {
        guard unit.parentID != nil else { throw .root }
        guard !unit.position.covers(parent.position) else { throw .belowItself }
        let fullName = parent.fullName + "/" + name
        guard !all.contains(where: { $0.fullName == fullName && $0.id != unit.id }) else { throw .nameTaken(fullName) }
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
