import GRDB
import Testing

@testable import Huxue

/// Pages and editors for the tests of announcements, public pages and feeds.
///
/// guanting edits the whole office's pages, meiling those of 登記二課.
enum AnnouncementSample {
    static func office() throws -> SampleOffice {
        let office = try SampleOffice()
        try grant("guanting", .knowledgeEditor, in: office)
        try grant("meiling", .knowledgeEditor, at: "登記二課", in: office)
        return office
    }

    static func grant(_ login: String, _ role: Role, at section: String? = nil, in office: SampleOffice) throws {
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let account = try #require(try AccountStore.account(login: login, in: db))
            let unit = try section.map { try #require(try UnitStore.unit(named: $0, in: db)) } ?? root
            _ = try GrantStore.insert(role, at: unit.id, for: account.employeeID, now: now, in: db)
        }
    }

    static let today = ROCDate.day(of: SampleOffice.morning)

    static func content(
        _ code: String = "notice", kind: PageKind = .announcement, title: String = "戶政規費調整",
        body: String = "下月起規費調整。", _ change: (inout PageContent) -> Void = { _ in }
    ) -> PageContent {
        var content = PageContent(
            code: code, kind: kind, title: title, owner: .role(.knowledgeEditor), reviewMonths: 12, lawAsOf: today,
            body: body)
        change(&content)
        return content
    }

    /// Saves it as the next revision, by the console.
    static func save(
        _ content: PageContent, reason: String = "首次", by author: Actor = .console(user: "test"),
        in office: SampleOffice
    ) throws {
        let acting = ActionContext(actor: author, origin: "test", now: office.clock.now())
        try office.database.writeAndWait { db in
            let page = try PageStore.page(code: content.code, in: db)
            let base = try page.flatMap { try PageRevisionStore.current($0, in: db)?.number } ?? 0
            _ = try PageActions.save(PreparedPage(content), over: base, reason: reason, by: acting, in: db)
        }
    }

    /// The office with the announcement `notice`, sent by guanting to everybody until 115/11/30.
    static func sent(_ audience: Audience = .everybody, code: String = "notice") throws -> SampleOffice {
        let office = try office()
        try save(content(code), in: office)
        try send(code, audience, in: office)
        return office
    }

    static func send(_ code: String, _ audience: Audience, in office: SampleOffice) throws {
        let acting = try acting("guanting", in: office)
        let order = AnnouncementActions.Order(
            audience: audience, deadline: try #require(Day("2026-11-30")), revision: 1)
        try office.database.writeAndWait { try AnnouncementActions.send(code, order, by: acting, in: $0) }
    }

    static func acting(_ login: String, in office: SampleOffice) throws -> ActionContext {
        ActionContext(actor: try #require(try office.visitor(login)).actor, origin: "test", now: office.clock.now())
    }

    /// All ticks, as `login number late`.
    static func readings(in office: SampleOffice) throws -> [String] {
        try office.database.readAndWait { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT account.login, number, isLate FROM announcementReading
                    JOIN account ON account.employeeID = announcementReading.employeeID ORDER BY account.login, number
                    """
            ).map { "\($0["login"] as String) \($0["number"] as Int)\($0["isLate"] ? " late" : "")" }
        }
    }

    static func audited(_ action: AuditAction, in office: SampleOffice) throws -> [AuditEntry] {
        try office.database.readAndWait {
            try AuditStore.entries(AuditFilter(action: action.code), limit: 50, in: $0)
        }
    }
}
