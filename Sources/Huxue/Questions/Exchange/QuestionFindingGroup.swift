/// What is said alike of several places of a file, so that it is said once.
struct QuestionFindingGroup: Hashable, Sendable {
    let first: QuestionFinding
    /// In the order of the file, that of the first among them.
    private(set) var places: [QuestionPlace]

    var file: String { first.file }
    var sentence: String { first.sentence }

    private init(_ finding: QuestionFinding) { (first, places) = (finding, [finding.place]) }

    /// In the order in which they are first found; those that only tell what was filled in stand behind all others.
    static func groups(_ findings: [QuestionFinding]) -> [QuestionFindingGroup] {
        joined(findings.filter { !$0.isRoutine }) + joined(findings.filter(\.isRoutine))
    }

    private static func joined(_ findings: [QuestionFinding]) -> [QuestionFindingGroup] {
        var groups: [QuestionFindingGroup] = []
        var known: [[String]: Int] = [:]
        for finding in findings {
            if let place = known[[finding.file, finding.sentence]] {
                groups[place].places.append(finding.place)
            } else {
                known[[finding.file, finding.sentence]] = groups.count
                groups.append(QuestionFindingGroup(finding))
            }
        }
        return groups
    }
}
