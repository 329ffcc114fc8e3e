import Testing

@testable import Huxue

/// Authors and shares as people write them.
@Suite struct ProposalAuthorFileTests {
    @Test(arguments: [
        ("林雅筑（A01） 60%", "林雅筑（A01）", 6000), ("林雅筑（A01）60%", "林雅筑（A01）", 6000), ("林雅筑60", "林雅筑", 6000),
        ("林雅筑：33.33 %", "林雅筑", 3333), ("林雅筑　３３．３％", "林雅筑", 3330), ("A01 60", "A01", 6000),
        ("A01, 0.01%", "A01", 1), ("10234 40%", "10234", 4000), ("詹𠮷安 100", "詹𠮷安", 10_000),
        ("A01 100.00%", "A01", 10_000), ("Lee 5", "Lee", 500),
    ])
    func `a share stands behind its author`(text: String, person: String, share: Int) {
        // With a second line, so that a missing share is none.
        #expect(
            ProposalAuthorFile.lines(text + "\n乙 1").first == ProposalAuthorFile.Line(person: person, share: share))
    }

    @Test(arguments: [
        "林雅筑", "A01", "10234", "林雅筑（A01）", "A01 0", "A01 100.01", "A01 1000", "A01 33.333", "A01 3.", "A01 .5",
        "60%", "A-12",
    ])
    func `what is no share is none`(text: String) {
        #expect(ProposalAuthorFile.lines(text + "\n乙 1").first?.share == nil)
    }

    @Test func `the only author has everything`() {
        #expect(ProposalAuthorFile.lines("A01") == [.init(person: "A01", share: 10_000)])
        #expect(ProposalAuthorFile.lines("A01 40%") == [.init(person: "A01", share: 4000)])
        #expect(ProposalAuthorFile.lines("") == [])
    }

    @Test func `every share goes in a circle`() {
        for share in 1...10_000 {
            let author = ProposalAuthor(
                employee: ID(rawValue: 1), staffNumber: "A01", name: "林雅筑", share: share, consent: .given)
            #expect(ProposalAuthorFile.lines(ProposalAuthorFile.text([author])).first?.share == share)
        }
    }

    @Test(arguments: [
        ("A01 99%", 9900, "還差 1%"), ("A01 50\nA02 50.01", 10_001, "多了 0.01%"),
        ("A01 33.33\nA02 33.33\nA03 33.33", 9999, "還差 0.01%"), ("A01 60\nA02 60", 12_000, "多了 20%"),
    ])
    func `shares that are not the whole are refused, with how much they are off`(
        text: String, sum: Int, words: String
    ) throws {
        let form = SampleProposals.form(text)
        let problem = try #require(form.reading(kinds: ProposalKind.allCases, names: .table).problems.first)
        #expect(problem == ProposalFormProblem(.authors, .sharesOff(sum)))
        #expect(problem.sentence.contains(words))
    }

    @Test(arguments: ["A01 33.33\nA02 33.33\nA03 33.34", "A01 60\nA02 40", "A01", "A01 99.99\nA02 0.01"])
    func `shares that are the whole are right`(text: String) {
        #expect(SampleProposals.form(text).reading(kinds: ProposalKind.allCases, names: .table).problems.isEmpty)
    }
}
