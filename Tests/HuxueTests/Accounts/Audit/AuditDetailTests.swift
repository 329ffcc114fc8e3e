import Foundation
import GRDB
import Testing

@testable import Huxue

/// Details of the audit log are values, kept as JSON and shown in words.
struct AuditDetailTests {
    static let printed: [(AuditDetail, String)] = [
        (AuditDetail.words("a \"b\" \\ 𠮷\n\u{1}e\u{301}"), #"{"text":"a \"b\" \\ 𠮷\n\u0001é"}"#),
        (["b": .number(-3), "a": .list([.text("x"), .detail([:]), .list([])])], #"{"b":-3,"a":["x",{},[]]}"#),
        (["gone": nil], ""), ([:], ""),
    ]

    @Test(arguments: printed)
    func `a detail is printed in its order and read back as it was`(detail: AuditDetail, text: String) throws {
        let printed = AuditDetailText.print(detail)
        #expect(printed == text)
        guard !printed.isEmpty else { return }
        #expect(AuditDetailText.read(printed) == detail)
        #expect(try JSONSerialization.jsonObject(with: Data(printed.utf8)) is [String: Any])
    }

    @Test(arguments: [
        "", "a", "[1]", "{", "{}x", #"{"a"}"#, #"{"a":}"#, #"{"a":1.5}"#, #"{"a":true}"#, #"{"a":"\q"}"#, #"{"a":"b"#,
        #"{"a":"\u00"}"#, "{ }", String(repeating: #"{"a":"#, count: 5_000),
    ])
    func `what no release of ours writes is left as text`(text: String) {
        #expect(AuditDetailText.read(text) == nil)
    }

    /// Every form of detail that is written, and what a reader sees.
    static let written: [(AuditAction, AuditDetail, String)] = [
        (.roleGrant, ["role": .text("examManager"), "unit": .text("南華區/登記一課")], "測驗承辦人，範圍：南華區/登記一課"),
        (.officeFoundation, ["admin": .text("meiling")], "系統管理者：meiling"),
        (.officeSetting, .change(from: .number(15), to: .number(12)), "15 → 12"),
        (.unitChange, .change(from: .text("甲/乙"), to: .text("甲/丙")), "甲/乙 → 甲/丙"),
        (.unitRemoval, .count(2), "已離職的 2 人改列上級單位"), (.unitRemoval, [:], ""),
        (.staffChange, ["unit": .detail(.change(from: .text("甲"), to: .text("乙")))], "單位：甲→乙"),
        (.staffCreation, ["name": .text("李"), "unit": .text("甲"), "login": .text("li")], "姓名：李；單位：甲；帳號：li"),
        (.staffExport, .count(7), "7 人"), (.auditExport, .count(7), "7 筆"),
        (.sessionStart, ["device": .text("Edge Windows")], "Edge Windows"),
        (.sessionEnd, ["sessions": .text("all")], "所有裝置"),
        (
            .sessionRefusal, ["failures": .number(50), "from": .text("several"), "leftOut": .number(3)],
            "連續 50 次，來自多個位址，登入已變慢；另有 3 筆同類紀錄沒有列出"
        ),
        (.examPublication, .words("小考 5"), "小考 5"),
        (.examResultsView, ["title": .text("小考"), "count": .number(7)], "小考　7 人"),
        (.examClosure, ["title": .text("小考"), "count": .number(2)], "小考　收回作答中的 2 份"),
        (.examChange, .change(from: .text("closed"), to: .text("published")), "因補考重新開放"),
        (
            .examExtension,
            .change(from: .text("2026-11-21T12:00:00.000Z"), to: .text("2026-11-30T09:30:00.000Z")),
            "115/11/21（六）20:00 → 115/11/30（一）17:30"
        ),
        (.attemptSubmission, ["cause": .text("deadline")], "時間到，系統收卷"),
        (.attemptView, ["title": .text("小考"), "staffNumber": .text("A01")], "小考 A01"),
        (
            .attemptView, ["title": .text("小考"), "staffNumber": .text("A01"), "attempt": .number(2)],
            "小考 A01　第 2 次"
        ),
        (
            .examAccommodation,
            [
                "staffNumber": .text("A01"), "extraMinutes": .number(0), "excused": .number(1),
                "opens": .text("2026-11-21T01:00:00.000Z"), "closes": .text("2026-11-22T01:00:00.000Z"),
            ], "員工編號 A01：請假、補考 115/11/21（六）09:00–115/11/22（日）09:00"
        ),
        (.questionImport, ["added": 4, "revised": 0, "updated": 0, "unchanged": 1].detail, "新增 4，改版 0，更新 0，未變 1"),
        (.questionKeyView, ["codes": .list([.text("a-1"), .text("a-2")])], "a-1 a-2"),
        (
            .statuteImport,
            ["published": .text("2026-11-20"), "added": .number(1), "amended": .number(2), "flags": .number(3)],
            "115/11/20 發布，新增 1，修正 2，待複核 3"
        ),
        (.amendmentConfirmation, .count(2), "2"),
        (.pageReview, ["day": .text("2026-11-21")], "115年11月21日確認仍正確"),
        (.pageState, ["state": .text("retired"), "reason": .text("併入: 他頁")], "停用：併入: 他頁"),
        (
            .pageImport, ["added": 3, "revised": 1, "unchanged": 40, "attachments": 2, "newer": 1].detail,
            "新增 3，改版 1，未變 40，這裡較新而未動 1"
        ),
        (
            .announcementSending, ["revision": .number(2), "deadline": .text("2026-11-30"), "count": .number(40)],
            "第 2 版，期限 115/11/30，40 人"
        ),
        (.announcementReading, ["revision": .number(2)], "第 2 版"), (.announcementReminder, .count(6), "6 人"),
        (.attachmentUpload, ["hash": .text("ab")], "ab"), (.feedTokenChange, ["address": .text("withdrawn")], "收回"),
    ]

    @Test(arguments: written)
    func `every form of detail has words`(action: AuditAction, detail: AuditDetail, words: String) {
        let wording = AuditWording(Features.all.house.vocabularies)
        #expect(wording.words(for: AuditDetailText.print(detail), of: action.code) == words)
    }

    @Test func `what this program does not know is shown as it is`() {
        let wording = AuditWording(Features.all.house.vocabularies)
        #expect(wording.words(for: #"{"new":1}"#, of: "later.action") == #"{"new":1}"#)
        #expect(wording.words(for: #"{"role":"king"}"#, of: "role.grant") == #"{"role":"king"}"#)
        #expect(wording.words(for: "{不是 JSON}", of: "page.revision") == "{不是 JSON}")
    }

    @Test(arguments: [
        ("測驗承辦人，範圍", 1), ("11/30（一）17:30", 1), ("說\"好\"", 1), ("登入已變慢", 1), ("examManager", 1), ("沒有這些字", 0),
    ])
    func `the search finds what a reader sees`(text: String, count: Int) throws {
        let staff = try SampleStaff()
        let acting = ActionContext(actor: SampleStaff.console, origin: "test", now: SampleStaff.now)
        try staff.database.writeAndWait { db in
            try AuditStore.append(
                .roleGrant, on: "x", ["role": .text("examManager"), "unit": .text("甲")], by: acting, in: db)
            let closes = try #require(Moment("2026-11-30T09:30:00.000Z"))
            try AuditStore.append(
                .examExtension, on: "exam/1", .change(from: .moment(SampleStaff.now), to: .moment(closes)), by: acting,
                in: db)
            try AuditStore.append(.pageRevision, on: "page/1", .words("說\"好\""), by: acting, in: db)
            try AuditStore.appendOld(.sessionRefusal, on: "-", "5 one", byName: "-", now: SampleStaff.now, in: db)
        }
        let wording = AuditWording(Features.all.house.vocabularies)
        let filter = AuditFilter(search: text)
        let (found, total) = try staff.database.readAndWait { db in
            (
                try AuditStore.entries(filter, wording: wording, limit: 9, in: db),
                try AuditStore.count(filter, wording: wording, in: db)
            )
        }
        #expect(found.count == count && total == count)
        #expect(try staff.database.readAndWait { try AuditStore.firstBreak(in: $0) } == nil)
    }
}

extension Dictionary<String, Int> {
    fileprivate var detail: AuditDetail { AuditDetail(sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) }) }
}

/// What rules used to read out of the log is carried over into tables of its own.
struct AuditCarryOverTests {
    /// An office as the release before 115/11/30 left it.
    private func before(_ fill: @escaping @Sendable (Database) throws -> Void) throws -> DataFolder {
        let folder = DataFolder(path: NSTemporaryDirectory() + "huxue-" + UUID().uuidString)
        let old = Features.all.migrations.filter { $0.name < "2026-11-30" }
        let database = try OfficeDatabase(folder: folder, migrations: old, creating: true)
        try database.writeAndWait { db in
            try db.execute(
                sql: """
                    INSERT INTO unit VALUES (1, NULL, '所', '所', '/1/');
                    INSERT INTO employee (id, staffNumber, name, unitID) VALUES (1, 'A1', '甲', 1), (2, 'A2', '乙', 1);
                    INSERT INTO account (id, employeeID, login) VALUES (1, 1, 'jia'), (2, 2, 'yi');
                    """)
            try fill(db)
        }
        return folder
    }

    @Test func `who was shown which keys, and how often a password was issued`() throws {
        let folder = try before { db in
            for (action, subject, detail) in [
                (AuditAction.questionKeyView, "employee/1", "a-1 a-2"), (.questionKeyView, "employee/2", "*"),
                (.questionKeyView, "employee/99", "a-1"), (.passwordIssue, "jia", ""), (.passwordReset, "jia", ""),
                (.passwordReset, "yi", ""), (.passwordChange, "yi", ""),
            ] {
                try AuditStore.appendOld(
                    action, on: subject, detail, byName: "jia", now: SampleStaff.now, in: db)
            }
        }
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let database = try OfficeDatabase(folder: folder, migrations: Features.all.migrations)
        try database.readAndWait { db in
            let views = try QuestionActions.keyViews(of: [ID(rawValue: 1), ID(rawValue: 2)], in: db)
            #expect(views.map(\.codes) == [["a-1", "a-2"], nil])
            #expect(views.map(\.at) == [SampleStaff.now, SampleStaff.now])
            #expect(try AccountStore.account(login: "jia", in: db)?.timesIssued == 2)
            #expect(try AccountStore.account(login: "yi", in: db)?.timesIssued == 1)
            #expect(try AuditStore.firstBreak(in: db) == nil)
            #expect(try Generation.access.value(in: db) > 0 && Generation.staff.value(in: db) > 0)
        }
    }

    @Test func `counters go on counting after their table was made anew`() throws {
        let folder = try before { _ in }
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let database = try OfficeDatabase(folder: folder, migrations: Features.all.migrations)
        func values() throws -> [Int64] {
            try database.readAndWait { db in
                try [Generation.access, .staff, Generation("attempt")].map { try $0.value(in: db) }
            }
        }
        let before = try values()
        try database.writeAndWait { try $0.execute(sql: "UPDATE employee SET name = '丙' WHERE id = 1") }
        #expect(try values() == [before[0] + 1, before[1] + 1, before[2]])
    }
}
