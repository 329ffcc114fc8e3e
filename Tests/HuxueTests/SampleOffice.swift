import Foundation
import Hummingbird
import Synchronization
import Testing

@testable import Huxue

/// The one believable office of all tests: eight people in two sections and a branch, on a real SQLite file, at a clock
/// that only the test moves.
///
/// | login | who | role |
/// |---|---|---|
/// | yachu | 林雅筑, 登記一課, counter | employee |
/// | jian | 詹𠮷安, 東興辦公室, counter | employee |
/// | shufen | 王淑芬, 登記一課 | exam manager of the office |
/// | guanting | 陳冠廷, 登記二課 | question editor |
/// | shuhui | 鄭淑惠, 登記一課 | supervisor of 登記一課 |
/// | meiling | 黃美玲, 登記二課 | HR |
/// | zonghan | 蔡宗翰, the office itself | administrator |
/// | left | 方𡘙華, left yesterday | none |
final class SampleOffice: Sendable {
    let folder: DataFolder
    let database: OfficeDatabase
    let clock: OfficeClock
    let session: CommandSession
    private let features: FeatureList
    private let milliseconds: Mutex<Int64>

    /// 115年11月21日（六）10:00 in Taipei.
    static let morning = Moment(milliseconds: 1_795_226_400_000)
    static let password = "correct horse battery"
    /// As cheap as Argon2 allows: the tests hash often.
    static let cheap = PasswordHash.Parameters(memory: 8, passes: 1, lanes: 1)
    static let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Resources").standardized.path

    private static let staff = """
        員工編號,姓名,單位,職稱,帳號,臨櫃,到職日,離職日
        A01,林雅筑,南華區戶政事務所/登記一課,戶籍員,yachu,是,2020-11-02,
        A02,詹𠮷安,南華區戶政事務所/東興辦公室,主任,jian,是,,
        A03,王淑芬,南華區戶政事務所/登記一課,課員,shufen,否,,
        A04,陳冠廷,南華區戶政事務所/登記二課,課員,guanting,是,,
        A05,鄭淑惠,南華區戶政事務所/登記一課,課長,shuhui,否,,
        A06,黃美玲,南華區戶政事務所/登記二課,人事管理員,meiling,否,,
        A07,方𡘙華,南華區戶政事務所/登記一課,辦事員,left,是,,2026-11-20
        """
    private static let grants: [(String, Role, String?)] = [
        ("shufen", .examManager, nil), ("guanting", .questionEditor, nil), ("shuhui", .supervisor, "登記一課"),
        ("meiling", .hr, nil),
    ]

    /// Founded once; every other office begins as a copy of it.
    private static let first = Result { try SampleOffice(founding: true) }

    /// `features`: those of the program, and for tests of the registration more.
    convenience init(features: FeatureList = Features.all) throws {
        try self.init(founding: false, features: features)
    }

    private init(founding: Bool, features: FeatureList = Features.all) throws {
        self.features = features
        let path = NSTemporaryDirectory() + "huxue-test-\(UUID().uuidString)"
        folder = DataFolder(path: path)
        if !founding { try Self.copy(Self.first.get().folder.path, to: path) }
        database = try OfficeDatabase(folder: folder, migrations: features.migrations, creating: founding)
        milliseconds = Mutex(Self.morning.milliseconds)
        let box = UncheckedBox<SampleOffice>()
        clock = OfficeClock {
            let now = box.value?.milliseconds.withLock { $0 } ?? Self.morning.milliseconds
            return OfficeClock.Reading(wall: now, elapsed: now)
        }
        session = CommandSession(
            database: database, clock: clock, explicitResources: Self.resources,
            actor: .console(user: "test"))
        box.value = self
        if founding { try found() }
    }

    /// The database with its log, and the key; the rest belongs to whoever has it open.
    private static func copy(_ folder: String, to path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where !name.hasSuffix("-shm") && !name.hasSuffix(".lock") {
            try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(path)/\(name)")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder.path)
    }

    /// Lets time pass.
    func advance(minutes: Int = 0, milliseconds more: Int64 = 0) {
        milliseconds.withLock { $0 += Int64(minutes) * 60_000 + more }
    }

    private func found() throws {
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make(Self.password, parameters: Self.cheap, using: &generator)
        let foundation = try OfficeFoundation(officeName: "南華區戶政事務所", adminLogin: "zonghan", adminName: "蔡宗翰")
        let staff = try StaffFile(bytes: Array(Self.staff.utf8))
        let (actor, now) = (session.actor, clock.now())
        try database.writeAndWait { db in
            try OfficeFoundationActions.found(
                foundation, hash: hash, by: ActionContext(actor: actor, origin: "test", now: now), in: db)
            _ = try StaffImportActions.apply(
                staff, skippingBad: false, by: ActionContext(actor: actor, origin: "test", now: now), in: db)
            for login in staff.rows.map(\.login) + ["zonghan"] {
                guard let account = try AccountStore.account(login: login, in: db) else { continue }
                try AccountStore.setChosenPassword(hash: hash, of: account.id, in: db)
            }
            guard let root = try UnitStore.root(in: db) else { return }
            for (login, role, section) in Self.grants {
                guard let account = try AccountStore.account(login: login, in: db) else { continue }
                let unit = try section.flatMap { try UnitStore.unit(fullName: "\(root.fullName)/\($0)", in: db) }
                _ = try GrantStore.insert(role, at: unit?.id ?? root.id, for: account.employeeID, now: now, in: db)
            }
        }
    }

    /// The person of this login, as commands and pages see them; nil for people who left.
    func visitor(_ login: String) throws -> Visitor? {
        try database.readAndWait { try SessionStore.visitor(login: login, now: clock.now(), in: $0) }
    }

    /// Talks to the whole site without a socket.
    ///
    /// `waiting`: how many pieces of work may wait for the pool of files.
    func test<Result: Sendable>(
        waiting: Int = 50, settings: Settings = Settings(),
        _ body: @escaping @Sendable (SampleBrowser) async throws -> Result
    ) async throws -> Result {
        let files = WorkPool(width: 2, waitingLimit: waiting)
        let office = try makeOffice(session: session, settings: settings, features: features, files: files)
        let application = Application(
            router: try buildRouter(office: office, features: features, passwords: Self.cheap))
        return try await application.test(.router) { client in
            try await body(SampleBrowser(client: client, office: self))
        }
    }
}

private final class UncheckedBox<Value: AnyObject>: @unchecked Sendable {
    weak var value: Value?
}

/// A browser with at most one session; its posts name their origin and carry the session's form token.
struct SampleBrowser: Sendable {
    fileprivate let client: RouterClient
    fileprivate let office: SampleOffice
    private var token: SessionToken?
    var formToken: String { token?.formToken ?? "" }

    fileprivate init(client: RouterClient, office: SampleOffice) {
        self.client = client
        self.office = office
    }

    /// The same browser, signed in as `login`.
    func signedIn(_ login: String) async throws -> SampleBrowser {
        var generator = SystemRandomNumberGenerator()
        let token = SessionToken(using: &generator)
        let now = office.clock.now()
        try await office.database.write { db in
            let account = try #require(try AccountStore.account(login: login, in: db))
            try SessionStore.insert(token: token, account: account.id, device: "test", now: now, in: db)
        }
        var browser = self
        browser.token = token
        return browser
    }

    func get(_ uri: String, headers: HTTPFields = [:]) async throws -> SampleAnswer {
        try await send(.get, uri, headers: headers, body: nil)
    }

    /// `fields`: sent in this order; the form token is added.
    func post(
        _ uri: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]
    ) async throws -> SampleAnswer {
        var pairs = fields
        if let token { pairs.append(("token", token.formToken)) }
        let body = pairs.map { "\(Address.encoded($0.0))=\(Address.encoded($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = headers[.contentType] ?? "application/x-www-form-urlencoded"
        headers[.origin] = headers[.origin] ?? "http://localhost"
        return try await send(.post, uri, headers: headers, body: body)
    }

    /// Sends a form with `fields`, then the file, as a browser does; no file is an empty field of one.
    ///
    /// `token`: instead of the session's own; nil for none. `cutting`: so many bytes of the end stay away.
    func upload(
        _ uri: String, _ file: Data?, name: String = "ChLaw.json", fields: [(String, String)] = [],
        token: String? = "own", cutting: Int = 0
    ) async throws -> SampleAnswer {
        var body = Data()
        let own = self.token?.formToken ?? ""
        let token = token.map { [("token", $0 == "own" ? own : $0)] } ?? []
        for (field, value) in token + fields {
            body += Data("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let fileName = file == nil ? "" : name
        body += Data("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(fileName)\"\r\n".utf8)
        body += Data("Content-Type: application/octet-stream\r\n\r\n".utf8)
        body += (file ?? Data()) + Data("\r\n--edge--\r\n".utf8)
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=edge", .origin: "http://localhost"]
        if let cookie = self.token { headers[.cookie] = "huxue=\(cookie.text)" }
        return try await client.execute(
            uri: uri, method: .post, headers: headers, body: ByteBuffer(bytes: body.dropLast(cutting))
        ) {
            SampleAnswer(status: $0.status.code, headers: $0.headers, text: String(buffer: $0.body))
        }
    }

    /// Sends a file in the field `file`, with these fields before it.
    func upload(
        _ uri: String, file: [UInt8], name: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]
    ) async throws -> SampleAnswer {
        var body = ByteBuffer()
        for (field, value) in fields + (token.map { [("token", $0.formToken)] } ?? []) {
            body.writeString("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n")
        }
        body.writeString("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n")
        body.writeBytes(file)
        body.writeString("\r\n--edge--\r\n")
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=edge"
        headers[.origin] = "http://localhost"
        if let token { headers[.cookie] = "huxue=\(token.text)" }
        return try await client.execute(uri: uri, method: .post, headers: headers, body: body) {
            SampleAnswer(status: $0.status.code, headers: $0.headers, text: String(buffer: $0.body))
        }
    }

    /// Sends exactly this.
    func send(
        _ method: HTTPRequest.Method, _ uri: String, headers: HTTPFields, body: String?
    ) async throws -> SampleAnswer {
        var headers = headers
        if let token { headers[.cookie] = "huxue=\(token.text)" }
        return try await client.execute(
            uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) {
            SampleAnswer(status: $0.status.code, headers: $0.headers, text: String(buffer: $0.body))
        }
    }
}

struct SampleAnswer: Sendable {
    let status: Int
    let headers: HTTPFields
    let text: String

    var location: String { headers[.location] ?? "" }
}
