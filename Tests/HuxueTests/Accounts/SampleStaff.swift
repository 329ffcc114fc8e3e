import Foundation
import GRDB
import Hummingbird
import Synchronization

@testable import Huxue

/// The office of these tests: 南華區戶政事務所 with a staff of five, in a folder of its own.
final class SampleStaff: Sendable {
    /// 115/11/21 14:00 in Taipei.
    static let now = Moment(milliseconds: 1_795_240_800_000)
    static let today = ROCDate.day(of: now)
    static let password = "夜裡的戶政所有一盞不肯熄的燈啊"
    /// Cheap to compute; the real cost has a test of its own.
    static let parameters = PasswordHash.Parameters(memory: 64, passes: 1, lanes: 1)
    static let console = Actor.console(user: "test")

    let folder: DataFolder
    let database: OfficeDatabase
    let time: SteppedTime

    var clock: OfficeClock { time.clock }

    init(now: Moment = SampleStaff.now) throws {
        time = SteppedTime(from: now)
        folder = DataFolder(path: NSTemporaryDirectory() + "huxue-" + UUID().uuidString)
        database = try OfficeDatabase(folder: folder, migrations: Features.all.migrations, creating: true)
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make(Self.password, parameters: Self.parameters, using: &generator)
        let foundation = try OfficeFoundation(officeName: "南華區戶政事務所", adminLogin: "meiling", adminName: "黃美玲")
        let file = try StaffFile(bytes: Array(Self.file.utf8))
        try database.writeAndWait { db in
            try OfficeFoundationActions.found(
                foundation, hash: hash, by: ActionContext(actor: Self.console, origin: "test", now: now), in: db)
            _ = try StaffImportActions.apply(
                file, skippingBad: false, by: ActionContext(actor: Self.console, origin: "test", now: now), in: db)
            for login in ["meiling", "shufen", "chihming", "yating"] {
                guard let account = try AccountStore.account(login: login, in: db) else { continue }
                try AccountStore.setChosenPassword(hash: hash, of: account.id, in: db)
            }
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder.path)
    }

    /// 吉田 has never been given a password.
    static let file = """
        員工編號,姓名,單位,職稱,帳號,臨櫃,到職日,離職日
        A001,林淑芬,南華區戶政事務所,主任,shufen,否,98/7/1,
        A002,黃美玲,南華區戶政事務所/行政課,課員,meiling,否,101/3/15,
        A003,陳志明,南華區戶政事務所/登記一課,課長,chihming,否,95/8/1,
        A004,張雅婷,南華區戶政事務所/登記一課,戶籍員,yating,是,108/11/4,
        A005,𠮷田惠,南華區戶政事務所/登記一課,戶籍員,yoshida,是,110/2/1,

        """

    static let head = "員工編號,姓名,單位,職稱,帳號,臨櫃,到職日,離職日\n"

    func account(_ login: String) throws -> Account {
        guard let account = try database.readAndWait({ try AccountStore.account(login: login, in: $0) }) else {
            throw Missing()
        }
        return account
    }

    func member(_ login: String) throws -> StaffMember {
        guard let member = try database.readAndWait({ try EmployeeStore.member(login: login, in: $0) }) else {
            throw Missing()
        }
        return member
    }

    func unit(_ name: String) throws -> Huxue.Unit {
        guard let unit = try database.readAndWait({ try UnitStore.unit(named: name, in: $0) }) else { throw Missing() }
        return unit
    }

    func visitor(_ login: String) throws -> Visitor {
        let now = clock.now()
        guard let visitor = try database.readAndWait({ try SessionStore.visitor(login: login, now: now, in: $0) })
        else { throw Missing() }
        return visitor
    }

    func grant(_ role: Role, at unit: String, to login: String) throws {
        let (employee, unit, now) = (try member(login).employee.id, try self.unit(unit).id, clock.now())
        try database.writeAndWait {
            try GrantActions.grant(
                role, at: unit, to: employee, by: ActionContext(actor: Self.console, origin: "test", now: now), in: $0)
        }
    }

    func startSession(_ login: String) throws -> SessionToken {
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken(using: &generator)
        let (account, now) = (try account(login).id, clock.now())
        try database.writeAndWait {
            try SessionStore.insert(token: token, account: account, device: "Edge Windows", now: now, in: $0)
        }
        return token
    }

    func sessionCount(_ login: String) throws -> Int {
        let account = try account(login).id
        return try database.readAndWait { try SessionStore.all(of: account, in: $0).count }
    }

    /// All rows of the named tables, to see whether anything changed.
    func contents(of tables: [String] = ["unit", "employee", "account", "roleGrant", "session", "auditEntry"]) throws
        -> [String]
    {
        try database.readAndWait { db in
            try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY id").map { "\(table) \($0)" }
            }
        }
    }

    func audit(_ action: AuditAction) throws -> [AuditEntry] {
        try database.readAndWait {
            try AuditStore.entries(AuditFilter(action: action.code), limit: 1000, in: $0)
        }
    }

    static var resources: Resources {
        get throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent()
            return try Resources(explicit: root.path + "/Resources", executable: "")
        }
    }

    /// The whole site on this office.
    func application() throws -> Application<RouterResponder<VisitContext>> {
        let session = CommandSession(
            database: database, clock: clock, explicitResources: SampleOffice.resources, actor: Self.console)
        let office = try makeOffice(session: session, settings: Settings())
        return Application(router: try buildRouter(office: office, passwords: Self.parameters))
    }

    struct Missing: Error {}
}

extension AuditEntry {
    /// The detail as a reader of the log sees it, before names are filled in.
    var words: String { AuditWording(Features.all.house.vocabularies).words(for: detail, of: action) }
}

extension AuditStore {
    /// A row as releases before 115/11/30 wrote it: its detail is text of a form of its own.
    static func appendOld(
        _ action: AuditAction, on subject: String, _ detail: String, byName name: String, now: Moment, in db: Database
    ) throws {
        let count = try Int64.fetchOne(db, sql: "SELECT count FROM auditHead") ?? 0
        let head = try Data.fetchOne(db, sql: "SELECT hash FROM auditHead") ?? AuditChain.beginning
        let entry = AuditEntry(
            id: ID(rawValue: count + 1), at: now, actor: name, action: action.code, subject: subject, detail: detail,
            origin: "command")
        let hash =
            try Data.fetchOne(
                db, sql: "SELECT seal(?)", arguments: [AuditChain.content(of: entry, after: head)]) ?? Data()
        try db.execute(
            sql: "INSERT INTO auditEntry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [entry.id, now, name, action.code, subject, detail, "command", hash])
        try db.execute(sql: "UPDATE auditHead SET count = ?, hash = ?", arguments: [count + 1, hash])
        guard try db.tableExists("sealing") else { return }
        try db.execute(
            sql: "UPDATE sealing SET code = seal(?)", arguments: [AuditChain.end(count: count + 1, hash: hash)])
    }
}

/// A clock that stands until it is moved.
final class SteppedTime: Sendable {
    private let elapsed: SharedNumber
    let clock: OfficeClock

    init(from moment: Moment) {
        let elapsed = SharedNumber()
        self.elapsed = elapsed
        clock = OfficeClock {
            let passed = elapsed.value
            return OfficeClock.Reading(wall: moment.milliseconds + passed, elapsed: passed)
        }
    }

    func advance(milliseconds: Int64) {
        elapsed.add(milliseconds)
    }

    func advance(seconds: Int64) {
        elapsed.add(seconds * 1000)
    }
}

final class SharedNumber: Sendable {
    private let storage = Mutex<Int64>(0)

    var value: Int64 { storage.withLock { $0 } }
    func add(_ amount: Int64) { storage.withLock { $0 += amount } }
}
