import Foundation
import Testing

@testable import Huxue

struct PersonChoiceRoutesTests {
    private static func found(_ text: String, _ browser: SampleBrowser) async throws -> [String] {
        let answer = try await browser.get("/people/suggestions?q=" + Address.encoded(text))
        #expect(answer.status == 200)
        let found = try JSONDecoder().decode([[String: String]].self, from: Data(answer.text.utf8))
        return found.map { "\($0["text"] ?? "") \($0["note"] ?? "")" }
    }

    @Test func `those who may choose people find them by number, name, login or unit, within their units`() async throws
    {
        let office = try SampleOffice()
        try await office.test { browser in
            let manager = try await browser.signedIn("shufen")
            #expect(try await Self.found("雅筑", manager) == ["林雅筑（A01） 登記一課"])
            #expect(try await Self.found("a02", manager) == ["詹𠮷安（A02） 東興辦公室"])
            #expect(try await Self.found("guant", manager) == ["陳冠廷（A04） 登記二課"])
            #expect(try await Self.found("登記二", manager) == ["陳冠廷（A04） 登記二課", "黃美玲（A06） 登記二課"])
            // Who has left is not offered, nor anybody for nothing.
            #expect(try await Self.found("方", manager).isEmpty)
            #expect(try await Self.found("　", manager).isEmpty)
            #expect(try await Self.found("%", manager).isEmpty)
            let chief = try await browser.signedIn("shuhui")
            #expect(try await Self.found("A0", chief).map { $0.prefix(3) } == ["林雅筑", "王淑芬", "鄭淑惠"])
        }
    }

    @Test func `nobody else finds anybody`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            #expect(try await browser.get("/people/suggestions?q=A").status == 303)
            for login in ["yachu", "guanting"] {
                let answer = try await browser.signedIn(login).get("/people/suggestions?q=A")
                #expect(answer.status == 403 && !answer.text.contains("王淑芬"), "\(login)")
            }
        }
    }

    @Test func `an announcement calls people by name, and says who shares one`() async throws {
        let office = try AnnouncementSample.office()
        try AnnouncementSample.save(AnnouncementSample.content(), in: office)
        try await office.database.write { db in
            let jian = try #require(try EmployeeStore.member(login: "jian", in: db)).employee
            try EmployeeStore.update(
                Employee(
                    id: jian.id, staffNumber: jian.staffNumber, name: "林雅筑", unitID: jian.unitID, position: "主任",
                    servesCounter: true, startsOn: nil, endsOn: nil), in: db)
        }
        try await office.test { browser in
            let editor = try await browser.signedIn("guanting")
            let address = "/pages/notice/announcement"
            let form = [("revision", "1"), ("deadline", "115/11/30")]
            let several = try await editor.post(address, form + [("employees", "林雅筑")])
            #expect(several.status == 422)
            #expect(several.text.contains("「林雅筑」有 2 位：A01（登記一課）、A02（東興辦公室），請改寫員工編號"))
            let sent = try await editor.post(address, form + [("employees", "林雅筑（A02）\n王淑芬")])
            #expect(sent.status == 303)
        }
        let audience = try office.database.readAndWait {
            try AnnouncementStore.all(limit: 1, in: $0).first?.announcement.audience
        }
        #expect(audience == Audience(employees: ["A02", "A03"]))
    }
}
