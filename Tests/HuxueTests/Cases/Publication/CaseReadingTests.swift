import GRDB
import Testing

@testable import Huxue

/// Case studies that must be read: who owes it, who has, and who follows it.
@Suite struct CaseReadingTests {
    private let sample: SampleCases
    private let id: ID<CaseStudy>

    init() throws {
        sample = try SampleCases()
        id = try sample.add(isSubmitted: true)
        try sample.advance(id, to: .concluded)
    }

    private func publish(readBy: String) throws {
        let unit = try sample.unit("登記一課")
        try sample.perform(.publish(unit: unit, readBy: readBy, revision: 2), on: id, by: "shuhui")
    }

    private func confirm(_ login: String) throws {
        let (id, acting) = (id, try sample.acting(login))
        try sample.office.database.writeAndWait { try CaseReadingActions.confirm(id, by: acting, in: $0) }
    }

    @Test(arguments: ["115/11/20", "明天", "115/13/1"])
    func `a day that is over or cannot be read publishes nothing`(typed: String) throws {
        #expect(throws: CaseRefusal.badDeadline(typed)) { try publish(readBy: typed) }
        let study = try sample.study(id)
        #expect(study.state == .concluded)
    }

    @Test func `everybody to whom it is open owes it, but its authors`() async throws {
        try publish(readBy: "115/11/30")
        let id = id
        try await sample.office.test { browser in
            for (login, owes) in [
                ("shufen", true), ("shuhui", true), ("yachu", false), ("guanting", false), ("meiling", false),
            ] {
                let home = try await browser.signedIn(login).get("/").text
                #expect(home.contains("必讀案例") == owes, "\(login)")
            }
            let shufen = try await browser.signedIn("shufen")
            let page = try await shufen.get("/cases/\(id)").text
            #expect(page.contains("我已閱讀並了解"))
            let read = try await shufen.post("/cases/\(id)/reading")
            let again = try await shufen.post("/cases/\(id)/reading")
            #expect(read.status == 303 && again.status == 303)
            let home = try await shufen.get("/").text
            #expect(!home.contains("必讀案例"))
            let overview = try await browser.signedIn("shuhui").get("/cases/\(id)/readings")
            #expect(overview.status == 200 && overview.text.contains("2 人中 1 人已讀"))
            let own = try await browser.signedIn("yachu").get("/cases/\(id)/readings")
            let colleague = try await shufen.get("/cases/\(id)/readings")
            #expect(own.status == 403 && colleague.status == 403)
        }
        let ticks = try sample.audited(.caseConfirmation)
        #expect(ticks == 1)
    }

    @Test func `who need not read it confirms nothing`() throws {
        #expect(throws: CaseRefusal.missing) { try confirm("shufen") }
        try publish(readBy: "115/11/21")
        for login in ["yachu", "guanting", "meiling"] {
            #expect(throws: CaseRefusal.missing, "\(login)") { try confirm(login) }
        }
    }

    @Test func `without a day nobody owes it`() throws {
        try publish(readBy: "")
        #expect(throws: CaseRefusal.missing) { try confirm("shufen") }
    }
}
