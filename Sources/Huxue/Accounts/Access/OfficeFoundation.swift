import Foundation

/// What a new installation starts with: the office, its root unit and an administrator.
struct OfficeFoundation: Sendable {
    let officeName: String
    /// Folded; see `Login`.
    ///
    /// It also serves as the staff number until a staff file gives the real one.
    let adminLogin: String
    let adminName: String

    /// - Throws: `StaffRefusal.badOfficeName`, `.badAdminName` or `.badLogin`.
    init(officeName: String, adminLogin: String, adminName: String?) throws(StaffRefusal) {
        let name = StreamSafeText.key(
            InvisibleText.removed(from: officeName, keepingTurns: true)
                .trimmingCharacters(in: .whitespacesAndNewlines))
        guard !name.isEmpty, name.unicodeScalars.count <= 64, !name.contains("/"), Self.isReadable(name)
        else { throw .badOfficeName }
        let login = Login.folded(adminLogin)
        guard Login.isAllowed(login) else { throw .badLogin(adminLogin) }
        self.officeName = name
        self.adminLogin = login
        let typed = InvisibleText.removed(from: adminName ?? "", keepingTurns: true)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard typed.unicodeScalars.count <= 64, Self.isReadable(typed) else { throw .badAdminName }
        self.adminName = typed.isEmpty ? "系統管理者" : StreamSafeText.composed(typed)
    }

    private static func isReadable(_ name: String) -> Bool {
        !InvisibleText.breaksLine(name) && !name.unicodeScalars.contains(where: InvisibleText.turns)
    }
}
