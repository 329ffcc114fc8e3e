import GRDB
import Testing

@testable import Huxue

/// A call's results as files: every figure with the forms it comes from, and nothing that must not be known.
@Suite struct ProposalResultTests {
    private func results(
        _ sample: SampleMeetings, _ kind: ProposalResultFile.Kind, by login: String = "meiling"
    ) throws -> ProposalResults {
        let acting = try sample.reviews.acting(login)
        return try sample.office.database.writeAndWait {
            try ProposalResultActions.export(kind, of: sample.call, by: acting, in: $0)
        }
    }

    private func text(_ kind: ProposalResultFile.Kind, of results: ProposalResults) throws -> String {
        String(decoding: try ProposalResultFile.bytes(kind, .csv, of: results), as: UTF8.self)
    }

    @Test func `the ranking has a row for each proposal, by rank`() throws {
        let sample = try SampleMeetings()
        try sample.finish()
        let lines = try text(.ranking, of: results(sample, .ranking)).split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(lines[1].hasPrefix("2,第2件構想,服務流程簡化,\"林雅筑 100%\",1,否,80,80,2,2,不採行,,已有同樣的做法"))
        #expect(lines[2].contains("第1件構想") && lines[2].contains("採行") && lines[2].contains("特優"))
    }

    @Test func `the scores have a row for each criterion of each sheet`() throws {
        let sample = try SampleMeetings()
        let text = try text(.scores, of: results(sample, .scores))
        let lines = text.split(separator: "\r\n")
        #expect(lines.count == 1 + 3 * 2 * 3)
        #expect(lines[1].contains("第1件構想") && lines[1].contains("創新性") && lines[1].contains("王淑芬"))
        // A blind call tells its reviewers' secretary everything but, before the decision, whose it is.
        #expect(!text.contains("林雅筑"))
    }

    @Test func `as a workbook the figures are figures`() throws {
        let sample = try SampleMeetings()
        let bytes = try ProposalResultFile.bytes(.scores, .xlsx, of: try results(sample, .scores))
        let sheet = try #require(try Spreadsheet(reading: bytes).sheets.first)
        #expect(sheet.rows.count == 1 + 3 * 2 * 3 && sheet.rows[1].cells[5] == "3")
    }

    @Test func `whoever is in conflict gets nothing of the proposal`() throws {
        let sample = try SampleMeetings()
        try sample.reviews.register("A06", with: 2)
        for kind in ProposalResultFile.Kind.allCases {
            #expect(try !text(kind, of: results(sample, kind)).contains("第2件構想"))
        }
    }

    @Test func `pages give the files to secretaries alone`() async throws {
        let sample = try SampleMeetings()
        let own = "/manage/calls/\(sample.call)/results"
        try await sample.office.test { browser in
            let meiling = try await browser.signedIn("meiling")
            #expect(try await meiling.get("/manage/calls/\(sample.call)/ranking").text.contains("\(own)/scores.xlsx"))
            for file in ["ranking.csv", "ranking.xlsx", "scores.csv", "scores.xlsx"] {
                #expect(try await meiling.get("\(own)/\(file)").status == 200, "\(file)")
                for (login, status) in [("yachu", 403), ("shufen", 403), ("shuhui", 404), ("zonghan", 403)] {
                    let person = try await browser.signedIn(login)
                    #expect(try await person.get("\(own)/\(file)").status == status, "\(login) \(file)")
                }
                #expect(try await browser.get("\(own)/\(file)").status == 303)
            }
        }
    }
}
