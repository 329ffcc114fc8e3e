/// A line of a list of case studies.
struct CaseLine: Sendable {
    let id: ID<CaseStudy>
    let title: String
    let kind: CaseKind?
    let state: CaseState
    /// Values of the facet, in the order in which they were written.
    let subjects: [String]
    let services: [String]
    /// Names, in the order of the case study.
    let authors: [String]
    let unitName: String
    let submittedAt: Moment?
    let publishedAt: Moment?
}
