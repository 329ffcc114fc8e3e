/// The fields of a call's form, by their names.
enum ProposalCallField: String, CaseIterable, Sendable {
    case unit, title, year, opens, closes, kinds, panel, takesRole, reviewers, blind, method, third, ties, awards
    case rubric, tieCriterion, chain, reviewsClose
}
