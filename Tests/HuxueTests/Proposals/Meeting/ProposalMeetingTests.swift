import GRDB
import Testing

@testable import Huxue

/// A meeting from its beginning to what it decided.
@Suite struct ProposalMeetingTests {
    @Test func `it begins without a word once all is scored, and nobody scores any more`() throws {
        let sample = try SampleMeetings()
        try sample.begin()
        let minutes = try sample.minutes()
        #expect(minutes.meeting.earlyReason.isEmpty)
        #expect(Set(minutes.meeting.attendees.map(\.employee.name)) == ["王淑芬", "陳冠廷", "詹𠮷安", "黃美玲"])
        #expect(throws: ProposalMeetingRefusal.notReady) { try sample.begin() }
        #expect(throws: (any Error).self) { try sample.reviews.handIn(1, by: "jian", 3, 3, "5") }
        #expect(throws: ProposalRefusal.notWithdrawable) { try sample.reviews.proposals.withdraw(sample.ids[0]) }
    }

    @Test func `while scores may come in, it begins with a reason that is in the minutes`() throws {
        let sample = try SampleMeetings(isScored: false)
        let missing = ProposalMeetingRefusal.invalid([ProposalMeetingProblem(.reason, .missing)])
        for reason in ["", "　 "] { #expect(throws: missing) { try sample.begin(reason: reason) } }
        try sample.begin(reason: "兩位委員出國")
        #expect(try sample.minutes().meeting.earlyReason == "兩位委員出國")
        #expect(try sample.minutes().items.allSatisfy { $0.standing == nil })
    }

    @Test func `before its review a call has no meeting`() throws {
        let sample = try SampleReviews()
        let acting = try sample.acting("meiling")
        #expect(throws: ReviewRefusal.notInReview) {
            try sample.office.database.writeAndWait {
                try ProposalMeetingActions.begin(sample.call, reason: "急", by: acting, in: $0)
            }
        }
    }

    @Test func `the agenda goes by rank, and past what is decided`() throws {
        let sample = try SampleMeetings()
        try sample.begin()
        let visitor = try sample.reviews.proposals.visitor("meiling")
        func contents() throws -> ProposalMeetingViews.Contents {
            try sample.office.database.readAndWait {
                try ProposalMeetingActions.contents(
                    of: sample.call, for: visitor, now: sample.office.clock.now(), in: $0)
            }
        }
        #expect(try contents().order.map(\.id) == [sample.ids[1], sample.ids[0], sample.ids[2]])
        #expect(try contents().next() == sample.ids[1])
        try sample.decide(1, .adopted)
        #expect(try contents().next(after: sample.ids[1]) == sample.ids[2])
        #expect(try contents().next(after: sample.ids[2]) == sample.ids[1])
    }

    @Test func `a decision needs an outcome, reasons and an award that fits`() throws {
        let sample = try SampleMeetings()
        try sample.begin()
        #expect(try sample.decide(1, nil, reasons: " ").map(\.field) == [.outcome, .reasons])
        #expect(try sample.decide(1, .notAdopted, award: 1, seen: 1).map(\.kind) == [.awardForNothing])
        #expect(try sample.decide(1, .adopted, award: 2, seen: 2).map(\.kind) == [.noSuchAward])
        #expect(try sample.minutes().items.allSatisfy { $0.decision == nil })
        // What was typed is kept all the same.
        #expect(try sample.decide(1, .adopted, award: 1, seen: 3).isEmpty)
        #expect(throws: ProposalMeetingRefusal.self) {
            try sample.decide(1, .adopted, reasons: String(repeating: "長", count: 5001), seen: 4)
        }
    }

    @Test func `what is typed meanwhile is a draft that decides nothing, and two windows do not overwrite each other`()
        throws
    {
        let sample = try SampleMeetings()
        try sample.begin()
        try sample.decide(1, nil, reasons: "", notes: "討論中", isFinal: false)
        #expect(try sample.minutes().items.allSatisfy { $0.decision == nil })
        #expect(try sample.minutes().items.map(\.notes).contains("討論中"))
        #expect(throws: ProposalMeetingRefusal.self) { try sample.decide(1, .adopted, notes: "另一個視窗", seen: 0) }
        // The same text again is no conflict.
        try sample.decide(1, nil, reasons: "", notes: "討論中", seen: 0, isFinal: false)
        try sample.decide(1, .adopted, notes: "另一個視窗", seen: 1)
        #expect(try sample.minutes().items.compactMap { $0.decision?.outcome } == [.adopted])
    }

    @Test func `it ends once all is decided, and then nothing changes`() throws {
        let sample = try SampleMeetings()
        #expect(throws: ProposalMeetingRefusal.notInMeeting) { try sample.close() }
        try sample.begin()
        try sample.decide(1, .adopted, award: 1)
        #expect(throws: ProposalMeetingRefusal.undecided(2)) { try sample.close() }
        #expect(try sample.outcome(1) == nil)
        try sample.decide(2, .notAdopted)
        try sample.decide(3, .furtherStudy)
        try sample.close()
        #expect(try sample.outcome(1) == .adopted && sample.outcome(3) == .furtherStudy)
        #expect(throws: ProposalMeetingRefusal.notInMeeting) { try sample.decide(1, .notAdopted, seen: 1) }
        #expect(throws: ProposalMeetingRefusal.notInMeeting) { try sample.attend(ProposalMeetingForm(), seen: 1) }
        #expect(try sample.reviews.proposals.findings().isEmpty)
    }

    @Test func `who is there is chosen by name, and whoever has an interest has left the room`() throws {
        let sample = try SampleMeetings(authors: [1: "A02 100%"])
        try sample.begin()
        var form = ProposalMeetingForm()
        (form.place, form.chair, form.attendees, form.guests) = ("三樓會議室", "黃美玲", "詹𠮷安\n王淑芬", "市府研考會 代表")
        try sample.attend(form)
        let minutes = try sample.minutes()
        #expect(minutes.meeting.chair?.employee.name == "黃美玲" && minutes.meeting.place == "三樓會議室")
        #expect(Set(minutes.meeting.attendees.map(\.employee.name)) == ["詹𠮷安", "王淑芬"])
        #expect(minutes.items.filter { $0.name.contains("第1件") }.map(\.left) == [["詹𠮷安"]])
        #expect(minutes.items.filter { !$0.name.contains("第1件") }.allSatisfy { $0.left.isEmpty })
        #expect(throws: ProposalMeetingRefusal.changedMeanwhile) { try sample.attend(form, seen: 1) }
        form.attendees = "沒有這個人"
        let unknown = ProposalMeetingProblem(.attendees, .personNotHere("沒有這個人"))
        #expect(throws: ProposalMeetingRefusal.invalid([unknown])) { try sample.attend(form, seen: 2) }
    }

    @Test func `a secretary with an interest decides the others, and a deputy ends the meeting`() throws {
        let sample = try SampleMeetings()
        try sample.reviews.register("A06", with: 1)
        try sample.begin(reason: "委員都評完了")
        #expect(throws: ReviewRefusal.missing) { try sample.decide(1, .adopted) }
        for number in 2...3 { try sample.decide(number, .notAdopted) }
        #expect(throws: ProposalMeetingRefusal.deputyNeeded) { try sample.close() }
        #expect(try sample.minutes().items.count == 2 && sample.minutes().isPartial)
        try sample.office.database.writeAndWait { db in
            let root = try #require(try UnitStore.root(in: db))
            let deputy = try sample.reviews.employee("zonghan")
            _ = try GrantStore.insert(
                .proposalManager, at: root.id, for: deputy, now: sample.office.clock.now(), in: db)
        }
        try sample.decide(1, .adopted, by: "zonghan")
        #expect(throws: ProposalMeetingRefusal.deputyNeeded) { try sample.close() }
        try sample.close(by: "zonghan")
        #expect(try sample.outcome(1) == .adopted)
        #expect(try sample.minutes(by: "zonghan").items.count == 3)
    }

    @Test func `minutes are a document that opens`() throws {
        let sample = try SampleMeetings()
        try sample.finish()
        let bytes = ProposalMinutesFile.odt(try sample.minutes())
        #expect(bytes[30..<38].elementsEqual("mimetype".utf8))
        let listing = try ZipListing(reading: bytes)
        #expect(listing.entries.map(\.name) == ["mimetype", "META-INF/manifest.xml", "styles.xml", "content.xml"])
        #expect(try listing.contents(of: listing.entries[0]) == Array(TextDocument.type.utf8))
        let text = String(decoding: try listing.contents(of: listing.entries[3]), as: UTF8.self)
        for words in ["評審會議紀錄", "第 1 名", "先試辦", "已有同樣的做法", "留供參考", "特優，5000 元，記功一次", "林雅筑"] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
