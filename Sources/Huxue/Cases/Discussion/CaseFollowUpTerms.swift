/// What a page or a question begins with that is written from a case study.
enum CaseFollowUpTerms {
    static func name(of kind: CaseFollowUp.Kind) -> String {
        switch kind {
        case .faq: "常見問答"
        case .interpretation: "函釋條目"
        case .question: "試題"
        }
    }

    /// The text of a page, which links back to the case study.
    static func body(from form: CaseForm, _ id: ID<CaseStudy>) -> String {
        let parts: [(heading: String, text: String)] = [
            ("問題", form[.doubt].isEmpty ? form[.events] : form[.doubt]), ("結論", form[.conclusion]),
            ("法令依據", form[.citations]), ("案例", "[\(form[.title].filter { !"[]\\".contains($0) })](/cases/\(id))"),
        ]
        return parts.filter { !$0.text.isEmpty }.map { "## \($0.heading)\n\n\($0.text)" }.joined(separator: "\n\n")
    }

    static func explanation(from form: CaseForm, _ id: ID<CaseStudy>) -> String {
        "\(form[.conclusion])\n\n出自案例 \(id)：\(form[.title])"
    }
}
