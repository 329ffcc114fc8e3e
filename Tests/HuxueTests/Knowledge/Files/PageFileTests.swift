import Foundation
import Testing

@testable import Huxue

@Suite struct PageFileTests {
    @Test(arguments: SamplePages.all)
    func `a page's file comes back byte for byte`(path: String, text: String) throws {
        let file = SamplePages.read(text, path: path)
        #expect(file.problems == [])
        #expect(PagePrinter.print(try #require(file.content)) == text)
    }

    @Test func `every shipped page comes back byte for byte and fits in with the others`() throws {
        let folder = SampleOffice.resources + "/../kb"
        let contents = try PageFolder.read(folder)
        #expect(contents.files.count >= 62)
        var surroundings = PageRules.Surroundings()
        surroundings.attachments = Set(contents.attachments.keys)
        let files = PageFiles(contents.files, in: surroundings)
        #expect(files.problems == [] && files.warnings == [])
        for (path, bytes) in contents.files {
            let content = try #require(PageFile(reading: bytes, path: path).content)
            #expect(PagePrinter.print(content) == String(decoding: bytes, as: UTF8.self), "\(path)")
        }
    }

    @Test func `what a file says is read`() throws {
        let content = try #require(
            SamplePages.read(SamplePages.interpretation, path: "kb/interpretation/letter-1.md").content)
        #expect(content.state == .superseded)
        #expect(content.interpretation?.number == "台內戶字第1130000001號")
        #expect(content.interpretation?.issuedOn == Day("2024-02-01"))
        #expect(content.restsOn == ["姓名條例"])
        let faq = try #require(SamplePages.read(SamplePages.faq, path: "kb/faq/proxy.md").content)
        #expect(faq.owner == .login("guanting") && faq.unit == "登記二課" && !faq.isPublic)
        #expect(faq[.subject] == ["出生登記", "委託"] && faq[.policy] == [])
        let procedure = try #require(
            SamplePages.read(SamplePages.procedure, path: "procedure/sample-registration.md").content)
        #expect(procedure.owner == .role(.knowledgeEditor) && procedure.keywords == ["報戶口", "A, B"])
    }

    @Test func `keys have one spelling however their characters are encoded`() throws {
        let text = SamplePages.faq.replacing("登記二課", with: "\u{F967}動課").replacing("委託", with: "\u{F967}動")
        let page = try #require(SamplePages.read(text, path: "kb/faq/proxy.md").content)
        #expect(Array(page.unit.unicodeScalars) == Array("\u{4E0D}\u{52D5}課".unicodeScalars))
        #expect(page[.subject].contains { Array($0.unicodeScalars) == ["\u{4E0D}", "\u{52D5}"] })
        #expect(page.title.unicodeScalars.contains("\u{F967}"))
    }

    @Test(arguments: [
        ("id: proxy\n", "", 2, PageProblem.Kind.field(.missingField("id"))),
        ("id: proxy", "id: Proxy", 2, .wrongCode("Proxy")), ("id: proxy", "id: ../../x", 2, .wrongCode("../../x")),
        ("kind: faq", "kind: page", 3, .field(.wrongValue("kind", "page", allowed: PageKind.allCases.map(\.rawValue)))),
        ("title: 可以委託別人嗎？\n", "", 2, .field(.missingField("title"))),
        ("owner: guanting\n", "", 2, .field(.missingField("owner"))),
        ("reviewMonths: 1", "reviewMonths: 0", 7, .wrongReviewMonths),
        ("reviewMonths: 1", "reviewMonths: 一年", 7, .wrongReviewMonths),
        ("lawAsOf: 2024-10-11", "lawAsOf: 113/10/11", 8, .field(.wrongDate("113/10/11"))),
        ("public: false", "public: maybe", 9, .notTrueOrFalse("public")),
        ("public: false", "public: false\nnumber: x", 10, .fieldOfInterpretations("number")),
        ("public: false", "public: false\nauthor: x", 10, .field(.unknownField("author", known: PageReader.known))),
        ("audience: [臨櫃]", "audience: 臨櫃", 10, .field(.notAList("audience"))),
        ("audience: [臨櫃]", "audience: &a [臨櫃]", 10, .yaml("不支援 YAML 的錨點（&）。文字裡的 & 請改用全形＆。")),
        ("可以，", "可\u{202E}以，", 14, .controlCharacter(YAMLFile.sentence(forbidden: "\u{202E}"))),
    ])
    func `front matter that lies is named with its line`(old: String, new: String, line: Int, kind: PageProblem.Kind) {
        let file = SamplePages.read(SamplePages.faq.replacing(old, with: new), path: "kb/faq/proxy.md")
        #expect(file.content == nil)
        #expect(
            file.problems.contains(PageProblem(file: "kb/faq/proxy.md", line: line, kind: kind)), "\(file.problems)")
    }

    @Test func `a file that is none is refused in words`() {
        let cases: [([UInt8], PageProblem.Kind)] = [
            ([], .noFrontMatter), (Array("# 題".utf8), .noFrontMatter),
            (Array("---\nid: x\n".utf8), .frontMatterWithoutEnd),
            ([0xFF, 0xFE, 0x00], .notText),
            (Array(repeating: UInt8(ascii: "a"), count: PageFile.sizeLimit + 1), .tooLarge(kibibytes: 96)),
        ]
        for (bytes, kind) in cases {
            #expect(PageFile(reading: bytes, path: "kb/faq/x.md").problems.map(\.kind) == [kind])
        }
        let wrong = SamplePages.read(SamplePages.faq, path: "kb/procedure/proxy.md")
        #expect(wrong.problems.map(\.kind) == [.wrongPlace(expected: "faq/proxy.md")])
    }

    @Test(arguments: ["", "\n\n", "   \n"])
    func `a page without words is refused`(body: String) throws {
        let head = try #require(SamplePages.faq.components(separatedBy: "可以，").first)
        let file = SamplePages.read(head + body, path: "kb/faq/proxy.md")
        #expect(file.problems == [PageProblem(file: "kb/faq/proxy.md", line: 12, kind: .noBody)])
    }

    @Test func `CRLF, a byte order mark and empty lines make no difference`() throws {
        let text = "\u{FEFF}" + SamplePages.faq.replacing("\n", with: "\r\n") + "\r\n\r\n"
        let content = try #require(SamplePages.read(text, path: "kb/faq/proxy.md").content)
        #expect(PagePrinter.print(content) == SamplePages.faq)
    }

    @Test func `whatever bytes come, reading ends`() {
        var generator = SystemRandomNumberGenerator()
        let seed = Array(SamplePages.procedure.utf8)
        for _ in 0..<300 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            let cut = Int.random(in: 0...bytes.count, using: &generator)
            let file = PageFile(reading: Array(bytes.prefix(cut)), path: "kb/procedure/sample-registration.md")
            if let content = file.content {
                let reading = PageReading(content)
                _ = PageRendering(content, reading, in: PageRendering.Surroundings())
            }
        }
    }
}
