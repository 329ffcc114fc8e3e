import Foundation

/// A staff file stored between its preview and its import; one for each administrator.
struct StaffUpload: Sendable {
    let id: ID<StaffUpload>
    let fileName: String
    let content: Data
    let uploadedAt: Moment
}
