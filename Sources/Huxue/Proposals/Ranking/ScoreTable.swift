/// A panel's scores in whole units of one common size, so that sums and squares are exact and never overflow.
struct ScoreTable: Sendable {
    /// Why scores make no table.
    enum Flaw: Error, Hashable {
        case repeated(ReviewPair)
        /// The totals need a unit below 1/`finest` of a point, or one of them has more than `largest` units.
        case tooFine
        /// There are more than `most` scores.
        case tooMany
    }

    struct Entry: Sendable {
        let pair: ReviewPair
        let units: Int
        /// In the same units; nil when no criterion is named.
        let tieUnits: Int?
    }

    /// Greatest number of units in a point.
    static let finest = 100_000_000
    /// Greatest size of a total, in units.
    static let largest = 100_000_000_000
    /// Greatest number of scores.
    static let most = 100_000

    /// Units in a point: the least common denominator of all totals.
    let unit: Int
    /// By proposal, then by reviewer, whatever the order in which the scores came.
    let entries: [Entry]
    /// One element for each proposal that has a score, in the order of their ids.
    let proposals: [[Entry]]
    /// One element for each reviewer who has scored, in the order of their ids.
    let reviewers: [[Entry]]

    init(_ scores: [PanelScore]) throws(Flaw) {
        guard scores.count <= Self.most else { throw .tooMany }
        let sorted = scores.sorted { $0.pair < $1.pair }
        for (first, second) in zip(sorted, sorted.dropFirst()) where first.pair == second.pair {
            throw .repeated(first.pair)
        }
        var unit = 1
        for value in sorted.flatMap({ [$0.total] + ($0.tieCriterion.map { [$0] } ?? []) }) {
            // The least common multiple.
            let (multiple, overflow) = Fraction(unit, value.denominator).numerator
                .multipliedReportingOverflow(by: value.denominator)
            guard !overflow, multiple <= Self.finest else { throw .tooFine }
            unit = multiple
        }
        var entries: [Entry] = []
        for score in sorted {
            let units = try Self.units(of: score.total, unit: unit)
            var tieUnits: Int?
            if let criterion = score.tieCriterion { tieUnits = try Self.units(of: criterion, unit: unit) }
            entries.append(Entry(pair: score.pair, units: units, tieUnits: tieUnits))
        }
        self.unit = unit
        self.entries = entries
        proposals = Self.groups(entries) { $0.pair.proposal }
        reviewers = Self.groups(entries) { $0.pair.reviewer }
    }

    /// Whether every reviewer has scored every proposal.
    var isComplete: Bool { entries.count == proposals.count * reviewers.count }

    func points(_ entry: Entry) -> Fraction { Fraction(entry.units, unit) }

    private static func units(of value: Fraction, unit: Int) throws(Flaw) -> Int {
        let (units, overflow) = value.numerator.multipliedReportingOverflow(by: unit / value.denominator)
        guard !overflow, units.magnitude <= largest else { throw .tooFine }
        return units
    }

    private static func groups<Key: Hashable & Comparable>(_ entries: [Entry], by key: (Entry) -> Key) -> [[Entry]] {
        Dictionary(grouping: entries, by: key).sorted { $0.key < $1.key }.map(\.value)
    }
}
