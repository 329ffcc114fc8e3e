/// What can be done, page or command; each is asked for at a unit.
enum Action: String, CaseIterable, Sendable {
    /// Take a test one is called to, see one's own attempts and results.
    case takeExams
    /// Read questions with their answers, outside a test.
    case browseQuestions
    /// Read the statutes that the office keeps.
    case readLaw
    /// Bring in the ministry's file.
    case importLaw
    /// Read the knowledge base.
    case readPages
    /// Write, review and retire pages of the knowledge base; send announcements and see who has read them.
    case editPages
    /// Who of one's own people has not read an announcement.
    case followReadings
    /// Import questions; later also write, review and retire them.
    case editQuestions
    /// Plan, publish, watch, close, announce; accommodations.
    case manageExams
    /// Results person by person, and their export.
    case readResults
    /// Who has not taken it yet, without scores.
    case readCompliance
    /// The staff list and the unit tree.
    case readStaff
    /// Import and change staff and units.
    case manageStaff
    case grantRoles
    case resetPasswords
    case readAudit
}
