/// Words for what is said alike of several places of a file.
enum QuestionFindingTerms {
    /// How many places are named; the count tells of all.
    private static let named = 3

    /// `第 3 行、第 8 行、第 12 行等 40 處`.
    static func places(_ group: QuestionFindingGroup) -> String {
        let named = group.places.prefix(named).map { FormatProblemTerms.words($0) }.joined(separator: "、")
        return group.places.count > Self.named ? "\(named)等 \(group.places.count) 處" : named
    }
}

extension QuestionFindingGroup: CustomStringConvertible {
    /// As `QuestionFinding` describes itself where there is one place.
    var description: String {
        guard places.count > 1 else { return first.description }
        return "\(file)：\(QuestionFindingTerms.places(self))：\(sentence)"
    }
}
