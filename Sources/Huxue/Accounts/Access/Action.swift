/// What a person may be permitted to do on a page or by a command; permission is checked at a unit.
enum Action: String, CaseIterable, Sendable {
    /// Take the tests that one is assigned, and see one's own attempts and results.
    case takeExams
    /// Read questions with their answers, outside a test.
    case browseQuestions
    /// Read the statutes that the office keeps.
    case readLaw
    /// Import the ministry's file of statutes.
    case importLaw
    /// Read the knowledge base.
    case readPages
    /// Write, review and retire pages of the knowledge base; send announcements and see who has read them.
    case editPages
    /// See which people of the unit have not read an announcement.
    case followReadings
    /// Write, import and retire questions.
    case editQuestions
    /// Answer questions of others before their key is shown, and approve them.
    case reviewQuestions
    /// Plan, publish, watch and close exams, announce their results, and grant accommodations.
    case manageExams
    /// See and export each person's results.
    case readResults
    /// See what the answers of a closed exam say about its questions, over all papers and without persons.
    case readAnalysis
    /// See who has not taken an exam yet, without scores.
    case readCompliance
    /// Remind people who have not handed in a test that is open.
    case remindExaminees
    /// See which people of the unit passed a test, without scores, where the office allows it.
    case readPasses
    /// Make and change rubrics, by which works are scored.
    case manageRubrics
    /// Propose ideas to the calls of one's own unit and of those above it.
    case proposeIdeas
    /// Call for proposals, check their form, and see them through.
    case manageProposals
    /// Report on what is done about adopted proposals in one's units.
    case followTasks
    /// Put on record what the authors of proposals get.
    case grantAwards
    /// Score the proposals that one is assigned.
    case reviewProposals
    /// Write case studies, and read those that are open to one's own unit.
    case writeCases
    /// Look through case studies for what points to a person, conclude their discussion, and publish them.
    case checkCases
    /// See the staff list and the unit tree.
    case readStaff
    /// Find people by name for a form, such as those whom an announcement calls.
    case choosePeople
    /// Import and change staff and units.
    case manageStaff
    case grantRoles
    case resetPasswords
    case readAudit
}
