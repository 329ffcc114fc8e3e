/// Finds units by the names in a staff file: existing units, and those that the import will create.
struct StaffUnitPlaces {
    enum Place {
        case existing(Unit)
        /// A unit to be created; `above` is the path of the nearest existing unit above it.
        case planned(fullName: String, above: UnitPath)

        var fullName: String {
            switch self {
            case .existing(let unit): unit.fullName
            case .planned(let fullName, _): fullName
            }
        }

        var position: UnitPath {
            switch self {
            case .existing(let unit): unit.position
            case .planned(_, let above): above
            }
        }
    }

    /// Units by full name.
    private var units: [String: Place] = [:]
    /// Units by the full name of the unit above and their own name folded by `UnitRules.folded`.
    ///
    /// Where several names fold to the same, the unit created first is kept.
    private var alike: [String: Place] = [:]

    init(_ units: [Unit]) {
        let names = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.fullName) })
        for unit in units {
            guard let above = unit.parentID.flatMap({ names[$0] }) else { continue }
            add(.existing(unit), named: unit.name, below: above)
        }
    }

    mutating func add(_ place: Place, named name: String, below above: String) {
        units[above + "/" + name] = place
        let key = above + "/" + UnitRules.folded(name)
        if alike[key] == nil { alike[key] = place }
    }

    /// The unit with exactly this name, or otherwise one whose folded name is the same; nil when there is none.
    func place(named name: String, below above: Place) -> Place? {
        units[above.fullName + "/" + name] ?? alike[above.fullName + "/" + UnitRules.folded(name)]
    }
}
