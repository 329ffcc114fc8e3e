import Testing

@testable import Huxue

struct AnnouncementDepartureTests {
    /// Writes the person of this login with another unit or last day.
    private func change(_ login: String, unit: String? = nil, endsOn: Day? = nil, in office: SampleOffice) throws {
        try office.database.writeAndWait { db in
            let old = try #require(try EmployeeStore.member(login: login, in: db)).employee
            let unitID = try unit.map { try #require(try UnitStore.unit(named: $0, in: db)).id }
            try EmployeeStore.update(
                Employee(
                    id: old.id, staffNumber: old.staffNumber, name: old.name, unitID: unitID ?? old.unitID,
                    position: old.position, servesCounter: old.servesCounter, startsOn: old.startsOn, endsOn: endsOn),
                in: db)
        }
    }

    @Test func `who confirmed and then moved or left stays, apart, on the page and in the file`() async throws {
        let office = try AnnouncementSample.sent(Audience(units: ["南華區戶政事務所/登記一課"]))
        try await office.test { browser in
            for login in ["yachu", "shuhui"] {
                let reader = try await browser.signedIn(login)
                #expect(try await reader.post("/pages/notice/announcement/reading", [("revision", "1")]).status == 303)
            }
        }
        try change("yachu", unit: "登記二課", in: office)
        try change("shuhui", endsOn: Day("2026-11-20"), in: office)
        try await office.test { browser in
            let sender = try await browser.signedIn("guanting")
            let page = try await sender.get("/pages/notice/announcement").text
            #expect(page.contains("讀過後調離或離職的人（2）"))
            #expect(page.contains("已不在應讀對象　第 1 版") && page.contains("已離職　第 1 版"))
            // The counts are of those who have to read it now: shufen alone.
            #expect(
                page.contains("應讀</span><span class=\"value\">1<") && page.contains("已讀</span><span class=\"value\">0<")
            )
            let file = try await sender.get("/pages/notice/announcement/readings.csv").text
            #expect(file.contains("A03,王淑芬,南華區戶政事務所/登記一課,課員,未讀"))
            #expect(file.contains("A01,林雅筑,南華區戶政事務所/登記二課,戶籍員,已讀（已不在應讀對象）,1,"))
            #expect(file.contains("A05,鄭淑惠,南華區戶政事務所/登記一課,課長,已讀（已離職）,1,"))
        }
        let exported = try AnnouncementSample.audited(.announcementExport, in: office).map(\.words)
        #expect(exported == ["3 人"])
    }
}
