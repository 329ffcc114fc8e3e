import Foundation

/// A file of questions stored between its preview and its import; one for each editor.
struct QuestionUpload: Sendable {
    let id: ID<QuestionUpload>
    let fileName: String
    let format: QuestionFormat
    let options: QuestionImportBasis.Options
    /// The id of the unit to whose bank new questions go; empty for the shared one.
    let unit: String
    let content: Data
}
