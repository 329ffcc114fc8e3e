import GRDB
import Testing

@testable import Huxue

/// The sample office with case studies: shuhui checks them in 登記一課, meiling in the whole office.
struct SampleCases {
    let office: SampleOffice

    init() throws {
        office = try SampleOffice()
        let now = office.clock.now()
        try office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let account = try #require(try AccountStore.account(login: "meiling", in: db))
            _ = try GrantStore.insert(.knowledgeEditor, at: root.id, for: account.employeeID, now: now, in: db)
        }
    }

    func visitor(_ login: String) throws -> Visitor { try #require(try office.visitor(login)) }

    func acting(_ login: String) throws -> ActionContext {
        ActionContext(actor: try visitor(login).actor, origin: "test", now: office.clock.now())
    }

    /// Everything that a submission needs.
    static func form(_ authors: String = "林雅筑（A01） 100%", title: String = "遷入登記漏收證明文件") -> CaseForm {
        CaseForm([
            .title: title, .kind: CaseKind.error.rawValue, .subject: "戶籍登記", .service: "遷入登記、初領國民身分證",
            .events: "民眾辦理遷入登記。\n櫃檯沒有核對居住的證明。", .handling: "電話通知補件。", .improvement: "櫃檯貼上應備文件清單。",
            .citations: "戶籍法第48條第1項", .lawAsOf: "115/1/1", .authors: authors,
        ])
    }

    func written(_ form: CaseForm, over base: Int = 0, isSubmitted: Bool = false) throws -> CaseEditActions.Written {
        try CaseEditActions.Written(form, over: base, key: "none", isSubmitted: isSubmitted, names: .table)
    }

    @discardableResult
    func add(
        _ form: CaseForm = Self.form(), by login: String = "yachu", isSubmitted: Bool = false
    ) throws -> ID<CaseStudy> {
        let (written, acting) = (try written(form, isSubmitted: isSubmitted), try acting(login))
        return try office.database.writeAndWait { try CaseEditActions.add(written, by: acting, in: $0).id }
    }

    @discardableResult
    func save(
        _ form: CaseForm, of id: ID<CaseStudy>, over base: Int, by login: String = "yachu"
    ) throws -> CaseEditActions.Saved {
        let (written, acting) = (try written(form, over: base), try acting(login))
        return try office.database.writeAndWait { try CaseEditActions.save(written, of: id, by: acting, in: $0) }
    }

    func perform(_ act: CaseAct, on id: ID<CaseStudy>, by login: String = "shuhui") throws {
        let acting = try acting(login)
        try office.database.writeAndWait { try CaseStateActions.perform(act, on: id, by: acting, in: $0) }
    }

    /// As a form names a unit; nil for the office.
    func unit(_ name: String?) throws -> String {
        try office.database.readAndWait { db in
            let unit = try name.map { try UnitStore.unit(named: $0, in: db) } ?? UnitStore.root(in: db)
            return "\(try #require(unit).id)"
        }
    }

    /// Brings a submitted case study of 登記一課 on its way; `unit`: to whom it is opened, nil for the office.
    func advance(_ id: ID<CaseStudy>, to state: CaseState, unit: String? = "登記一課", by login: String = "meiling") throws
    {
        let place = try self.unit(unit)
        guard state != .submitted else { return }
        try perform(.pass(unit: place), on: id, by: login)
        guard state != .discussion else { return }
        try perform(.conclude("應先核對證明文件。", revision: 1), on: id, by: login)
        guard state != .concluded else { return }
        try perform(.publish(unit: place, revision: 2), on: id, by: login)
        if state == .retired { try perform(.retire(reason: "法規已修正"), on: id, by: login) }
    }

    func study(_ id: ID<CaseStudy>) throws -> CaseStudy {
        try office.database.readAndWait { try #require(try CaseStore.study(id, in: $0)) }
    }

    func current(_ id: ID<CaseStudy>) throws -> CaseRevision {
        let study = try study(id)
        return try office.database.readAndWait { try CaseRevisionStore.current(study, in: $0) }
    }

    func role(_ login: String, of id: ID<CaseStudy>) throws -> CaseRole? {
        let visitor = try visitor(login)
        return try office.database.readAndWait { db in
            do {
                return try CaseActions.shown(id, to: visitor, in: db).role
            } catch CaseRefusal.missing {
                return nil
            }
        }
    }

    func audited(_ action: AuditAction) throws -> Int {
        try office.database.readAndWait {
            try Int.fetchOne(
                $0, sql: "SELECT count(*) FROM auditEntry WHERE action = ?", arguments: [action.code]) ?? 0
        }
    }

    func findings() throws -> [String] {
        try office.database.readAndWait { try Doctor.findings(in: office.folder, $0).map(\.check) }
    }
}
