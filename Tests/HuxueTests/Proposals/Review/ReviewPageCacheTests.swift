import Foundation
import Testing

@testable import Huxue

/// A reviewer's page is kept, and still never older than what it shows.
@Suite struct ReviewPageCacheTests {
    @Test func `the page follows others' sheets, the own one, reopening, the deadline and conflicts`() async throws {
        let sample = try SampleReviews { $0.reviewersEach = 2 }
        try sample.begin()
        try sample.add(1, "shufen", "guanting")
        let address = "/proposals/reviews/\(sample.ids[0])"
        try await sample.office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let empty = try await shufen.get(address).text
            #expect(try await shufen.get(address).text == empty)
            #expect(empty.contains("還沒開始") && empty.contains("name=\"seen\" value=\"0\""))
            try sample.save(1, by: "shufen", SampleReviews.form(3, 3, "5"))
            let draft = try await shufen.get(address).text
            #expect(draft.contains("評分中") && draft.contains("name=\"seen\" value=\"1\""))
            // Somebody else's draft is nothing to see; what they hand in is, once the own one is in.
            try sample.handIn(1, by: "shufen", 3, 3, "5")
            let alone = try await shufen.get(address).text
            #expect(alone.contains("還沒有其他委員送出。"))
            try sample.handIn(1, by: "guanting", 5, 5, "9")
            let both = try await shufen.get(address).text
            #expect(!both.contains("還沒有其他委員送出。") && both.contains("陳冠廷"))
            try sample.reopen(1, "shufen")
            let again = try await shufen.get(address).text
            #expect(again.contains("承辦人重新開放了您的評分。") && !again.contains("陳冠廷"))
            // The end comes without anybody's doing.
            sample.office.advance(minutes: 30 * 24 * 60)
        }
        try await sample.office.test { browser in
            let shufen = try await browser.signedIn("shufen")
            let late = try await shufen.get(address).text
            #expect(late.contains("評審已經截止。"))
            try sample.register("A03", with: 1)
            let missing = try await shufen.get(address).status
            #expect(missing == 404)
        }
    }

    @Test func `the deadline ends a page that is kept`() throws {
        let sample = try SampleReviews { $0.reviewersEach = 1 }
        try sample.begin()
        try sample.add(1, "shufen")
        let (cache, visitor) = (ReviewPageCache(), try sample.proposals.visitor("shufen"))
        let chrome = try makeOffice(session: sample.office.session, settings: Settings()).chrome(for: visitor)
        func isOpen(_ now: Moment) throws -> Bool {
            try sample.office.database.readAndWait {
                try cache.parts(sample.ids[0], for: visitor, chrome: chrome, now: now, in: $0)
                    .isOpen
            }
        }
        let end = SampleReviews.reviewsClose
        #expect(try isOpen(end.adding(minutes: -1)))
        #expect(try isOpen(end.adding(minutes: -1)))
        #expect(try !isOpen(end))
    }
}
