/// The units as files name them, and whose banks an importer may fill.
struct QuestionImportUnits: Sendable {
    /// A bank that a file names.
    struct Bank: Hashable, Sendable {
        /// As `Unit.bankName`.
        let name: String
        /// Whether the importer may put questions there.
        let isOpen: Bool
    }

    private var banks: [String: Bank] = [:]

    /// Of an office without units below it, whose shared bank anybody may fill.
    static let sharedAlone: QuestionImportUnits = {
        var units = QuestionImportUnits()
        units.banks[""] = Bank(name: "", isOpen: true)
        return units
    }()

    private init() {}

    /// `isOpen`: whether the importer may put questions into the bank of a unit.
    init(_ units: [Unit], isOpen: (Unit) -> Bool) {
        let found = units.map { (unit: $0, bank: Bank(name: $0.bankName, isOpen: isOpen($0))) }
        for (unit, bank) in found {
            for name in [unit.bankName, unit.shortName] { banks[StreamSafeText.key(name)] = bank }
        }
        // Whole names count before parts that look like one.
        for (unit, bank) in found { banks[StreamSafeText.key(unit.fullName)] = bank }
    }

    /// The bank of the unit that a file names with or without the office's name; the shared one for the office itself
    /// and for an empty name; nil for an unknown name.
    func bank(named name: String) -> Bank? { banks[StreamSafeText.key(name)] }

    /// The names that are no unit's.
    func problems(of readings: [QuestionReading]) -> [QuestionProblem] {
        readings.compactMap { reading in
            guard let unit = reading.unit, bank(named: unit.text) == nil else { return nil }
            return QuestionProblem(file: reading.file, line: unit.line, kind: .unknownUnit(unit.text))
        }
    }
}
