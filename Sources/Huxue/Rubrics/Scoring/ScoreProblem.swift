/// Something wrong in a field of a score sheet, and what to do about it.
struct ScoreProblem: Hashable, Sendable {
    let place: Place
    let kind: Kind

    enum Place: Hashable, Sendable {
        /// Numbered from 1, with the criterion's name.
        case points(Int, String)
        case comment(Int, String)
        case toAuthors
        case toPanel
    }

    enum Kind: Hashable, Sendable {
        case notOnScale(RubricScale)
        case noPoints
        case noComment
        case tooLong(limit: Int)
        case turns(String)
    }

    init(_ place: Place, _ kind: Kind) {
        (self.place, self.kind) = (place, kind)
    }
}

extension ScoreProblem.Place {
    /// The id of the form's field, or of the group of fields.
    var anchor: String {
        switch self {
        case .points(let number, _): ScoreForm.points(number)
        case .comment(let number, _): ScoreForm.comment(number)
        case .toAuthors: ScoreForm.toAuthors
        case .toPanel: ScoreForm.toPanel
        }
    }

    var name: String {
        switch self {
        case .points(_, let name): "「\(name)」的分數"
        case .comment(_, let name): "「\(name)」的評語"
        case .toAuthors: "給提案人的話"
        case .toPanel: "給評審會議的話"
        }
    }
}

extension ScoreProblem {
    /// What to do about it, without a full stop.
    var sentence: String {
        switch kind {
        case .notOnScale(let scale): "\(place.name)請填 \(RubricTerms.range(of: scale))"
        case .noPoints: "\(place.name)還沒有填"
        case .noComment: "\(place.name)是必填的，請寫一兩句理由"
        case .tooLong(let limit): "\(place.name)最多 \(limit) 個字，請縮短"
        case .turns(let text): InvisibleText.sentence(onTurnsIn: text, in: place.name) ?? ""
        }
    }
}
