import GRDB
import Testing

@testable import Huxue

/// What readers of the audit log see in the place of its codes.
struct AuditNameTests {
    let office: SampleOffice

    init() throws { office = try SampleOffice() }

    private func append(_ action: AuditAction, _ subject: String, _ detail: String = "", by actor: String) throws {
        let now = office.clock.now()
        try office.database.writeAndWait {
            try AuditStore.appendOld(action, on: subject, detail, byName: actor, now: now, in: $0)
        }
    }

    /// The newest row as `login` sees it; as the console without one.
    private func line(for login: String? = nil) throws -> AuditLine {
        let reader = try login.map { try #require(try office.visitor($0)).actor } ?? office.session.actor
        let lines = try office.database.readAndWait { db in
            try AuditNameStore.lines(
                try AuditStore.entries(AuditFilter(), limit: 1, in: db), vocabularies: Features.all.house.vocabularies,
                for: reader, in: db)
        }
        return try #require(lines.first)
    }

    @Test(arguments: [
        (AuditAction.roleGrant, "A01", "examManager @ 南華區戶政事務所", "林雅筑（A01）", "測驗承辦人，範圍：南華區戶政事務所"),
        (.sessionStart, "jian", "Edge Windows", "詹𠮷安（jian）", "Edge Windows"),
        (.sessionEnd, "left", "all", "方𡘙華（left）", "所有裝置"),
        (.staffCreation, "A07", "姓名：甲", "方𡘙華（A07）", "姓名：甲"),
        (.passwordReset, "nobody", "", "nobody", ""),
        (.unitCreation, "南華區戶政事務所/登記一課", "", "南華區戶政事務所/登記一課", ""),
        (.officeSetting, "minimumPasswordLength", "15 → 12", "密碼最短長度", "15 → 12"),
        (.staffExport, "", "7", "", "7 人"), (.auditExport, "", "7", "", "7 筆"),
        (.sessionRefusal, "-", "5 one", "不存在的帳號", "連續 5 次，來自同一個位址，登入已變慢"),
        (.sessionRefusal, "jian", "50 several +3", "詹𠮷安（jian）", "連續 50 次，來自多個位址，登入已變慢；另有 3 筆同類紀錄沒有列出"),
    ])
    func `codes become words in rows that were written as text`(
        action: AuditAction, subject: String, detail: String, expected: String, words: String
    ) throws {
        try append(action, subject, detail, by: "zonghan")
        let line = try line()
        #expect(line.subject.text == expected)
        #expect(line.detail == words)
        #expect(line.actor == AuditName(text: "蔡宗翰（zonghan）", address: "/staff/1"))
        #expect(line.origin == "指令列")
        #expect(line.entry.subject == subject && line.entry.detail == detail)
    }

    @Test(arguments: [("system", "系統"), ("console:root", "指令列（root）"), ("-", "未登入的人"), ("gone", "gone")])
    func `who is no employee has a name too`(actor: String, expected: String) throws {
        try append(.examClosure, "", by: actor)
        #expect(try line().actor == AuditName(text: expected))
    }

    @Test(arguments: [
        (AuditAction.examResultsView, "115年第4季法令小考 7", "115年第4季法令小考　7 人"),
        (.examClosure, "115年第4季法令小考 2", "115年第4季法令小考　收回作答中的 2 份"),
        (.examChange, "closed → published", "因補考重新開放"),
        (
            .examExtension, "2026-11-21T12:00:00.000Z → 2026-11-30T09:30:00.000Z",
            "115/11/21（六）20:00 → 115/11/30（一）17:30"
        ),
        (.examAccommodation, "A01 +30", "員工編號 A01：延長 30 分鐘"),
        (
            .examAccommodation, "A01 +0 excused 2026-11-21T01:00:00.000Z–2026-11-22T01:00:00.000Z",
            "員工編號 A01：請假、補考 115/11/21（六）09:00–115/11/22（日）09:00"
        ),
        (.examPublication, "115年第4季法令小考", "115年第4季法令小考"),
    ])
    func `an exam is called by its title, and old text about it is read`(
        action: AuditAction, detail: String, words: String
    ) async throws {
        let exam = try await SampleExam.publish(in: office)
        try append(action, "exam/\(exam)", detail, by: "shufen")
        #expect(try line().subject == AuditName(text: SampleExam.plan.title, address: "/manage/exams/\(exam)"))
        #expect(try line(for: "shufen").subject.address == "/manage/exams/\(exam)")
        // Who may not open the exam's page gets no link to it.
        #expect(try line(for: "zonghan").subject == AuditName(text: SampleExam.plan.title))
        #expect(try line().detail == words)
    }

    @Test func `an attempt is called by person and exam, and so is what its row refers to`() async throws {
        let exam = try await SampleExam.publish(in: office)
        let attempt = try await SampleExam.begin(exam, by: "yachu", in: office)
        #expect(try line().entry.subject == "attempt/\(attempt.id)")
        #expect(try line().subject.text == "林雅筑的應試：" + SampleExam.plan.title)
        #expect(try line().subject.address == "/staff/\(attempt.employeeID)")
        #expect(try line().detail == SampleExam.plan.title)
        try append(.attemptSubmission, "attempt/\(attempt.id)", "deadline", by: "system")
        #expect(try line().detail == "時間到，系統收卷")
        try append(.examResultsView, "employee/\(attempt.employeeID)", "A01", by: "meiling")
        #expect(try line().subject == AuditName(text: "林雅筑（A01）", address: "/staff/\(attempt.employeeID)"))
    }

    @Test func `the year's programme is called by unit and year`() throws {
        try append(.programmeChange, "programme/1/2026", "quarterlyQuiz 1/quarter semiannualTest 2/half", by: "shufen")
        #expect(try line().subject.text == "南華區戶政事務所　115 年")
        #expect(try line().detail == "法令小考每季 1 次 戶政法令測驗每半年 2 次")
    }

    @Test func `what is not there any more keeps its code, and what people typed stays`() throws {
        try append(.examDeletion, "exam/999", "測驗 exam/999 <b>", by: "shufen")
        #expect(try line().subject == AuditName(text: "exam/999"))
        #expect(try line().detail == "測驗 exam/999 <b>")
    }

    @Test func `the page and the command show words, rows and JSON keep the codes`() async throws {
        let exam = try await SampleExam.publish(in: office)
        try append(.examExtension, "exam/\(exam)", "2026-11-21T12:00:00.000Z → 2026-11-30T09:30:00.000Z", by: "shufen")
        let page = try await office.test { try await $0.signedIn("zonghan").get("/audit").text }
        #expect(page.contains("<a href=\"/staff/4\">王淑芬（shufen）</a>"))
        #expect(page.contains("<td data-label=\"對象\">\(SampleExam.plan.title)</td>"))
        #expect(page.contains("115/11/21（六）20:00 → 115/11/30（一）17:30"))
        #expect(!page.contains("exam/\(exam)<") && !page.contains("Z →") && !page.contains("examManager"))
        let text = AuditListCommand.text(of: try line())
        #expect(text.contains("\t王淑芬（shufen）\t延長應試期間\t\(SampleExam.plan.title)\t115/11/21（六）20:00 → "))
        let stored = try office.database.readAndWait { db in
            try AuditStore.entries(AuditFilter(), limit: 1, in: db)
        }
        #expect(stored.first?.subject == "exam/\(exam)")
        #expect(try office.database.readAndWait { try AuditStore.firstBreak(in: $0) } == nil)
    }
}
