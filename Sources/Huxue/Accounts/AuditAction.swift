/// What the audit log records, as a dotted noun.
///
/// Names are stored: never change one that has shipped.
enum AuditAction: String, CaseIterable, Sendable {
    case officeFoundation = "office.foundation"
    case officeSetting = "office.setting"
    case unitCreation = "unit.creation"
    case unitChange = "unit.change"
    case unitRemoval = "unit.removal"
    case staffImport = "staff.import"
    case staffCreation = "staff.creation"
    case staffChange = "staff.change"
    case staffExport = "staff.export"
    case passwordChange = "password.change"
    case passwordReset = "password.reset"
    case passwordIssue = "password.issue"
    case roleGrant = "role.grant"
    case roleRevocation = "role.revocation"
    case sessionStart = "session.start"
    case sessionEnd = "session.end"
    case sessionRefusal = "session.refusal"
    case auditExport = "audit.export"
    case questionImport = "question.import"
    case questionExport = "question.export"
    case questionKeyView = "question.key.view"
    case questionRetirement = "question.retirement"
    case statuteImport = "statute.import"
    case amendmentConfirmation = "amendment.confirmation"
    case pageImport = "page.import"
    case pageExport = "page.export"
    case pageRevision = "page.revision"
    case pageState = "page.state"
    case pageReview = "page.review"
    case attachmentUpload = "attachment.upload"
    case announcementSending = "announcement.sending"
    case announcementReminder = "announcement.reminder"
    case announcementReading = "announcement.reading"
    case feedTokenChange = "feed.token.change"
    case examCreation = "exam.creation"
    case examChange = "exam.change"
    case examPublication = "exam.publication"
    case examDeletion = "exam.deletion"
    case examExtension = "exam.extension"
    case examClosure = "exam.closure"
    case examAnnouncement = "exam.announcement"
    case examAccommodation = "exam.accommodation"
    case examResultsView = "exam.results.view"
    case examResultsExport = "exam.results.export"
    case attemptStart = "attempt.start"
    case attemptSubmission = "attempt.submission"
    case attemptView = "attempt.view"
    case programmeChange = "programme.change"

    /// Those after which a plan of what to import may no longer hold.
    static let changingStaff: Set<AuditAction> = [
        .officeFoundation, .unitCreation, .unitChange, .unitRemoval, .staffImport, .staffCreation, .staffChange,
        .roleGrant, .roleRevocation,
    ]
}
