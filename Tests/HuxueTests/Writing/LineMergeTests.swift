import Foundation
import Testing

@testable import Huxue

struct LineMergeTests {
    private static let marks = (mine: "<", between: "=", theirs: ">")

    private func merged(_ base: String, _ mine: String, _ theirs: String) -> String {
        func lines(_ text: String) -> [String] { text.map(String.init) }
        return LineMerge(base: lines(base), mine: lines(mine), theirs: lines(theirs)).lines(marks: Self.marks).joined()
    }

    /// Each letter stands for a line.
    @Test(
        arguments: [
            ("abcde", "abcde", "abcde", "abcde"), ("abcde", "Xbcde", "abcdY", "XbcdY"),
            ("abcde", "abXcde", "abcde", "abXcde"),
            ("abcde", "abcde", "ade", "ade"), ("abcde", "aXe", "aXe", "aXe"), ("abcde", "acde", "abcdef", "acdef"),
            ("abc", "aXc", "aYc", "a<X=Y>c"), ("abc", "ac", "aYc", "a<=Y>c"), ("ab", "aXb", "aYb", "a<X=Y>b"),
            ("", "a", "b", "<a=b>"), ("", "a", "", "a"), ("abc", "", "abc", ""), ("abc", "", "abX", "<=abX>"),
            ("abcd", "aXcd", "abYd", "a<Xc=bY>d"), ("abcdefg", "aXcdeYg", "aZcdefg", "a<X=Z>cdeYg"),
        ])
    func `changes of both come together, and those of the same place stand side by side`(
        base: String, mine: String, theirs: String, expected: String
    ) {
        #expect(merged(base, mine, theirs) == expected)
    }

    private static func edited(_ lines: [String], in range: Range<Int>, by name: String, _ generator: inout SeededBytes)
        -> [String]
    {
        var lines = lines
        for place in range.reversed() {
            switch generator.next() % 5 {
            case 0: lines[place] = "\(name)\(generator.next() % 1000)"
            case 1: lines.insert("\(name)\(generator.next() % 1000)", at: place)
            case 2: lines.remove(at: place)
            default: break
            }
        }
        return lines
    }

    @Test func `edits apart from each other merge to both, whoever was first`() {
        var generator = SeededBytes(state: 5)
        for _ in 0..<500 {
            let base = (0..<30).map { "line \($0)" }
            let upper = Self.edited(base, in: 0..<14, by: "a", &generator)
            let lower = Self.edited(base, in: 16..<30, by: "b", &generator)
            let merge = LineMerge(base: base, mine: upper, theirs: lower)
            #expect(merge.isSettled)
            #expect(merge.lines(marks: Self.marks) == Array(upper.dropLast(15)) + ["line 15"] + lower.dropFirst(16))
            #expect(LineMerge(base: base, mine: lower, theirs: upper) == merge)
        }
    }

    @Test func `nothing that either wrote is lost, and turned around both sides change places`() {
        var generator = SeededBytes(state: 6)
        for _ in 0..<1000 {
            let base = (0..<12).map { _ in "l\(generator.next() % 6)" }
            let mine = Self.edited(base, in: 0..<12, by: "a", &generator)
            let theirs = Self.edited(base, in: 0..<12, by: "b", &generator)
            let merge = LineMerge(base: base, mine: mine, theirs: theirs)
            let lines = merge.lines(marks: Self.marks)
            #expect((mine + theirs).allSatisfy { !"ab".contains($0.first ?? " ") || lines.contains($0) })
            let turned = LineMerge(base: base, mine: theirs, theirs: mine)
            #expect(
                turned.pieces
                    == merge.pieces.map { piece in
                        if case .conflict(let left, let right) = piece {
                            .conflict(mine: right, theirs: left)
                        } else {
                            piece
                        }
                    })
            #expect(LineMerge(base: base, mine: mine, theirs: base).lines(marks: Self.marks) == mine)
            #expect(LineMerge(base: base, mine: mine, theirs: mine).lines(marks: Self.marks) == mine)
        }
    }

    @Test func `fields merge one by one, written in whatever way`() {
        var base = PageForm([
            .title: "甲", .subject: "出生登記、遷徙登記", .lawAsOf: "113/10/11", .unit: "登記一課", .body: "一\n二\n三",
        ])
        base[.owner] = "knowledgeEditor"
        var (mine, theirs) = (base, base)
        mine[.subject] = "出生登記，遷徙登記"
        mine[.lawAsOf] = "2024-10-11"
        mine[.title] = "乙"
        mine[.body] = "零\n一\n二\n三"
        theirs[.subject] = "出生登記"
        theirs[.lawAsOf] = "115/1/1"
        theirs[.title] = "丙"
        theirs[.owner] = "yachu"
        theirs[.body] = "一\n二\n三三"
        let merge = WrittenMerge(base: base, mine: mine, theirs: theirs)
        #expect(merge.conflicts == [.title: "丙"])
        #expect(merge.form[.title] == "乙")
        #expect(merge.form[.subject] == "出生登記")
        #expect(merge.form[.lawAsOf] == "115/1/1")
        #expect(merge.form[.owner] == "yachu")
        #expect(merge.form[.body] == "零\n一\n二\n三三")
        #expect(merge.isTextSettled)
    }
}
