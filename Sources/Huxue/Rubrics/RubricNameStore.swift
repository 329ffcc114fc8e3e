import GRDB

/// Rubrics and score sheets by name, for those who read of them in the audit log.
///
/// A sheet goes by its rubric alone: what was scored, and how, is not for everybody who reads the log.
enum RubricNameStore: AuditVocabulary {
    static let actions: [AuditAction] = [.rubricCreation, .rubricChange, .scoreSubmission, .scoreReopening]

    static func names(
        of references: Set<String>, for reader: Actor, in db: Database
    ) throws -> [String: AuditName] {
        var names: [String: AuditName] = [:]
        for reference in references {
            let parts = reference.split(separator: "/").map(String.init)
            guard parts.count == 2 else { continue }
            switch parts[0] {
            case "rubric":
                guard let id = ID<Rubric>(parts[1]), let rubric = try RubricStore.rubric(id, in: db) else { continue }
                let isOpen = try RubricActions.shows(rubric, to: reader, in: db)
                names[reference] = AuditName(
                    text: rubric.version.plan.title, address: isOpen ? RubricViews.address(of: id) : nil)
            case "scoreSheet":
                guard let id = ID<ScoreSheet>(parts[1]), let sheet = try ScoreSheetStore.sheet(id, in: db),
                    let version = try RubricStore.version(sheet.version, in: db)
                else { continue }
                names[reference] = AuditName(
                    text: RubricTerms.sheet(of: version.plan.title, version: version.number))
            default: continue
            }
        }
        return names
    }

    static func words(for detail: AuditDetail, of action: AuditAction) -> String? {
        guard action == .rubricCreation || action == .rubricChange, let title = detail.text("title"),
            let number = detail.number("version")
        else { return nil }
        return RubricTerms.named(title, version: number)
    }
}
