import Foundation
import GRDB
import Testing

@testable import Huxue

/// People by name, for those who may see the staff list, as far as they may.
@Suite struct StaffSearchTests {
    private static func search(_ text: String) -> String { "/search?q=\(Address.encoded(text))" }

    @Test func `a name finds the person for who may see the staff, and tells others nothing`() async throws {
        let office = try SampleOffice()
        try await office.test { browser in
            for (login, sees) in [
                ("zonghan", true), ("meiling", true), ("shufen", true), ("yachu", false), ("guanting", false),
            ] {
                let reader = try await browser.signedIn(login)
                for text in ["黃美玲", "美玲", "黄美玲", "A06", "meil"] {
                    let page = try await reader.get(Self.search(text)).text
                    #expect(page.contains("人事管理員") == sees, "\(login) \(text)")
                    #expect(page.contains("人員　1 位</a>") == sees, "\(login) \(text)")
                }
                let suggested = try await reader.get("/search/suggestions?q=" + Address.encoded("美玲")).text
                #expect(suggested.contains("黃美玲") == sees, "\(login)")
            }
        }
    }

    @Test func `a supervisor finds people of the own section alone, and those who left behind the others`() async throws
    {
        let office = try SampleOffice()
        try await office.test { browser in
            let chief = try await browser.signedIn("shuhui")
            #expect(try await chief.get(Self.search("王淑芬")).text.contains("人員　1 位</a>"))
            #expect(try await chief.get(Self.search("黃美玲")).text.contains("人員　0 位</a>"))
            let left = try await chief.get(Self.search("方𡘙華")).text
            #expect(left.contains("人員　1 位</a>") && left.contains("已離職"))
        }
    }

    @Test func `two people of one name and unit are told apart by their numbers`() async throws {
        let office = try SampleOffice()
        try await office.database.write { db in
            try db.execute(
                sql: """
                    UPDATE employee SET name = '林雅筑',
                        unitID = (SELECT unitID FROM employee WHERE staffNumber = 'A01') WHERE staffNumber = 'A02'
                    """)
        }
        try await office.test { browser in
            let reader = try await browser.signedIn("zonghan")
            for path in [Self.search("林雅筑"), "/search/suggestions?q=" + Address.encoded("林雅筑")] {
                let text = try await reader.get(path).text
                #expect(text.contains("人員　A01　") && text.contains("人員　A02　"), "\(path)")
            }
        }
    }

    @Test(arguments: [
        ("髙大文", "高大文"), ("高大文", "髙大文"), ("瓦歷斯·諾幹", "瓦歷斯諾幹"), ("瓦歷斯‧諾幹", "瓦歷斯·諾幹"), ("吳大文", "吴大文"),
        ("邱Anna", "anna"),
    ])
    func `characters of a name may be written in another way`(name: String, typed: String) async throws {
        let office = try SampleOffice()
        try await office.database.write {
            try $0.execute(sql: "UPDATE employee SET name = ? WHERE staffNumber = 'A06'", arguments: [name])
        }
        try await office.test { browser in
            let page = try await browser.signedIn("zonghan").get(Self.search(typed)).text
            #expect(page.contains("人員　1 位</a>") && page.contains("人事管理員"))
            #expect(try await browser.signedIn("zonghan").get(Self.search(typed + "王")).text.contains("人員　0 位</a>"))
        }
    }
}
