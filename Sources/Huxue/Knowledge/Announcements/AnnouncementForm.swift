/// The form as the sender typed it.
struct AnnouncementForm: Sendable {
    /// The latest revision of the page when the form was made.
    var revision = 0
    var deadline = ""
    var readers = AudienceForm()

    init(revision: Int, deadline: Day) {
        self.revision = revision
        self.deadline = ROCDate.plain(deadline)
    }

    init(_ form: Form) throws {
        revision = try form.number("revision") ?? 0
        deadline = try form.text("deadline")
        readers = try AudienceForm(form)
    }

    /// Most entries in one field.
    static let limit = 500

    /// Fields with more entries than the limit.
    var overfull: [AnnouncementProblem] {
        AudienceRules.overfull(readers.audience, limit: Self.limit).map { .tooMany(field: $0, limit: Self.limit) }
    }

    /// - Throws: `AnnouncementProblems` when the deadline is no day, or a field overfull.
    func order() throws -> AnnouncementActions.Order {
        let day = ROCDate.parseDay(deadline)
        let problems = overfull + (day == nil ? [.notADay] : [])
        guard let day, problems.isEmpty else { throw AnnouncementProblems(problems: problems) }
        return AnnouncementActions.Order(audience: readers.audience, deadline: day, revision: revision)
    }
}
