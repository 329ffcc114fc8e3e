/// The units that a staff file names: those there are, and those it makes.
struct StaffUnitPlaces {
    enum Place {
        case existing(Unit)
        /// To be made; the path is that of the nearest unit above it that exists.
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

    /// By full name.
    private var units: [String: Place] = [:]
    /// By the full name of the one above and their own as `UnitRules.folded`; of several alike, the first made.
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

    /// The unit of exactly this name, or else one whose name makes no difference.
    func place(named name: String, below above: Place) -> Place? {
        units[above.fullName + "/" + name] ?? alike[above.fullName + "/" + UnitRules.folded(name)]
    }
}
