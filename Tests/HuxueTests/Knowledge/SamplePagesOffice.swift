import Foundation
import GRDB
import Testing

@testable import Huxue

/// Pages of the sample office, and who may write them: shufen everywhere, shuhui in 登記一課.
extension SamplePages {
    static func office() throws -> SampleOffice {
        let office = try SampleOffice()
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let section = try #require(try UnitStore.unit(named: "登記一課", in: db))
            for (login, unit) in [("shufen", root.id), ("shuhui", section.id)] {
                let account = try #require(try AccountStore.account(login: login, in: db))
                _ = try GrantStore.insert(.knowledgeEditor, at: unit, for: account.employeeID, now: now, in: db)
            }
        }
        return office
    }

    /// Brings a file of the ministry into the office.
    static func importLaw(_ data: Data, into office: SampleOffice) throws {
        let actions = StatuteImportActions(
            database: office.database, clock: office.clock, sources: Features.all.citations)
        _ = try actions.run(
            actions.plan(StatuteFile(data)), from: StatuteFile(data), by: office.session.acting)
    }

    static let body = """
        ## 申請人
        - 本人

        ## 應備文件
        - [ ] 國民身分證

        ## 注意事項
        - 逾期另計
        """

    static func content(
        _ code: String, _ kind: PageKind = .procedure, body: String = body, unit: String = "",
        owner: PageOwner = .role(.knowledgeEditor)
    ) -> PageContent {
        PageContent(
            code: code, kind: kind, title: "遷入登記", owner: owner, unit: unit, reviewMonths: 12,
            lawAsOf: Day(year: 2024, month: 10, day: 11) ?? SampleStaff.today,
            facets: [.subject: ["遷徙登記"], .audience: ["臨櫃"]], body: body)
    }

    static func save(
        _ content: PageContent, over base: Int = 0, by login: String = "shufen", reason: String = "新增條目",
        in office: SampleOffice
    ) throws {
        let visitor = try #require(try office.visitor(login))
        let acting = ActionContext(actor: visitor.actor, origin: "test", now: office.clock.now())
        try office.database.writeAndWait { db in
            _ = try PageActions.save(PreparedPage(content), over: base, reason: reason, by: acting, in: db)
        }
    }

    static func current(_ code: String, in office: SampleOffice) throws -> (page: Page, revision: PageRevision)? {
        try office.database.readAndWait { db in
            guard let page = try PageStore.page(code: code, in: db),
                let revision = try PageRevisionStore.current(page, in: db)
            else { return nil }
            return (page, revision)
        }
    }

    /// The fields as the editor sends them.
    static func fields(_ content: PageContent, base: Int, _ changes: [PageField: String] = [:]) -> [(String, String)] {
        var form = PageForm(content, reason: "配合修法")
        for (field, value) in changes { form[field] = value }
        return form.values.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, $0.value) }
            + [("base", "\(base)")]
    }

    static func audit(_ action: AuditAction, in office: SampleOffice) throws -> Int {
        try office.database.readAndWait { try AuditStore.count(AuditFilter(action: action.code), in: $0) }
    }
}
