/// What somebody asks about a thing beside its name: 遷入要帶什麼 asks for its papers.
enum SearchAspect: String, CaseIterable, Sendable {
    case papers, fee, deadline, applicants, place, steps
}
