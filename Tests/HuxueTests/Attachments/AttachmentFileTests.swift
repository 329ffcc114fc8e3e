import Foundation
import Testing

@testable import Huxue

/// What may be an attachment: name, first bytes and structure agree.
struct AttachmentFileTests {
    private typealias Files = SampleFiles

    private func problem(_ bytes: [UInt8], _ name: String) -> AttachmentProblem? {
        do {
            _ = try AttachmentFile(reading: bytes, name: name)
            return nil
        } catch {
            return error
        }
    }

    @Test func `each kind is taken as it is`() throws {
        let files: [(String, [UInt8], AttachmentKind)] = [
            ("甲.pdf", Files.pdf, .pdf), ("甲.ODT", Files.zip(Files.odtParts), .odt),
            ("甲.docx", Files.zip(Files.docxParts()), .docx), ("a.b.png", Files.png(), .png),
            ("甲.jpg", Files.jpeg(), .jpeg), ("甲.jpeg", Files.jpeg(), .jpeg),
        ]
        for (name, bytes, kind) in files {
            let file = try AttachmentFile(reading: bytes, name: name)
            #expect(file.kind == kind)
            #expect(file.bytes == bytes, "\(name)")
        }
        #expect(try AttachmentFile(reading: Files.webp(), name: "甲.webp").kind == .webp)
    }

    @Test func `the name does not make the file`() {
        #expect(problem(Files.pdf, "甲.png") == .notImage)
        #expect(problem(Files.png(), "甲.jpg") == .notImage)
        #expect(problem(Files.png(), "甲.pdf") == .notPDF)
        #expect(problem(Files.pdf, "甲.docx") == .notZip)
        #expect(problem(Files.zip(Files.odtParts), "甲.ods") == .notOpenDocument)
        #expect(problem(Files.zip(Files.odtParts), "甲.docx") == .notOffice)
        #expect(problem(Files.zip(Files.docxParts()), "甲.xlsx") == .notOffice)
        for name in ["甲.svg", "甲.html", "甲.exe", "甲.docm", "甲.zip", "甲", "pdf", "", ".pdf.exe"] {
            #expect(problem(Files.pdf, name) == .unknownKind)
        }
        #expect(problem([], "甲.pdf") == .empty)
        #expect(problem(Array("%PDF-1.7".utf8), "甲.pdf") == .notPDF)
        #expect(problem([UInt8](repeating: 0, count: AttachmentFile.sizeLimit + 1), "甲.pdf") == .tooLarge)
    }

    @Test func `a document with macros or a password is refused`() {
        let macro = SampleFiles.Part(name: "word/vbaProject.bin")
        #expect(problem(Files.zip(Files.docxParts() + [macro]), "甲.docx") == .hasMacros)
        let renamed = Files.docxParts(
            "wordprocessingml.document.main+xml application/vnd.ms-word.document.macroEnabled")
        #expect(problem(Files.zip(renamed), "甲.docx") == .hasMacros)
        #expect(problem(Files.zip(Files.odtParts + [.init(name: "Basic/Standard/a.xml")]), "甲.odt") == .hasMacros)
        let locked = [
            Files.odtParts[0], Files.odtParts[1],
            .init(name: "META-INF/manifest.xml", bytes: Array("<encryption-data/>".utf8)),
        ]
        #expect(problem(Files.zip(locked), "甲.odt") == .encrypted)
        #expect(problem(Files.zip(Files.docxParts() + [.init(name: "a", flags: 1)]), "甲.docx") == .encrypted)
    }

    @Test func `an archive that lies or swells is refused`() {
        let docx = Files.docxParts()
        for name in ["../../x", "/etc/x", "word/../../x", "a\\b", "c:x", "a\nb"] {
            #expect(problem(Files.zip(docx + [.init(name: name)]), "甲.docx") == .unsafeName, "\(name)")
        }
        let zeros = [UInt8](repeating: 0, count: 2_000_000)
        #expect(problem(Files.zip(docx + [.init(name: "a", bytes: zeros, isPacked: true)]), "甲.docx") == .tooMuchInside)
        let bomb = SampleFiles.Part(name: "a", bytes: [1], isPacked: true, claimed: 0xFFFF_FFFF)
        #expect(problem(Files.zip(docx + [bomb]), "甲.docx") == .tooMuchInside)
        let quiet = SampleFiles.Part(name: "a", bytes: zeros, isPacked: true, claimed: 10)
        #expect(problem(Files.zip(docx + [quiet]), "甲.docx") == .notZip)
        let many = (0..<1000).map { SampleFiles.Part(name: "p\($0)") }
        #expect(problem(Files.zip(docx + many), "甲.docx") == .tooMuchInside)
        #expect(problem(Files.zip(docx + many.dropLast(2)), "甲.docx") == nil)
        #expect(problem(Files.zip(docx + [.init(name: "word/document.xml")]), "甲.docx") == .notZip)
        #expect(problem([0] + Files.zip(docx), "甲.docx") == .notZip)
        #expect(problem(Files.zip(docx) + [0], "甲.docx") == .notZip)
        #expect(problem(Files.zip(docx, comment: [1, 2]), "甲.docx") == nil)
        let later = [Files.odtParts[1], Files.odtParts[0], Files.odtParts[2]]
        #expect(problem(Files.zip(later), "甲.odt") == .notOpenDocument)
    }

    @Test func `images lose what tells of their maker and stay images`() throws {
        for (name, bytes) in [
            ("甲.png", Files.png(secret: "蔡宗翰")), ("甲.jpg", Files.jpeg(secret: "蔡宗翰", turn: 6)),
            ("甲.webp", Files.webp(secret: "蔡宗翰")),
        ] {
            let file = try AttachmentFile(reading: bytes, name: name)
            #expect(String(decoding: bytes, as: UTF8.self).contains("蔡宗翰"))
            #expect(!String(decoding: file.bytes, as: UTF8.self).contains("蔡宗翰"), "\(name)")
            #expect(try AttachmentFile(reading: file.bytes, name: name).bytes == file.bytes, "\(name)")
        }
        #expect(try AttachmentFile(reading: Files.png(secret: "x"), name: "a.png").bytes == Files.png())
        let webp = try #require(WebPImage(reading: Files.webp(secret: "x")))
        #expect(webp.bytes.count == Files.webp().count)
        #expect(webp.bytes[20] == 0)
        #expect((webp.width, webp.height) == (6, 7))
    }

    @Test func `a photo keeps the way it is turned`() throws {
        let photo = try #require(JPEGImage(reading: Files.jpeg(secret: "x", turn: 6)))
        #expect(photo.bytes[..<4] == [0xFF, 0xD8, 0xFF, 0xE1])
        #expect(photo.bytes[31] == 6)
        #expect((photo.width, photo.height) == (4, 5))
        #expect(try #require(JPEGImage(reading: Files.jpeg(turn: 1))).bytes == Files.jpeg())
    }

    @Test func `too many pixels are too many, however small the file`() {
        #expect(problem(Files.png(width: 8000, height: 5000), "a.png") == nil)
        #expect(problem(Files.png(width: 8000, height: 5001), "a.png") == .tooManyPixels)
        #expect(problem(Files.png(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF), "a.png") == .tooManyPixels)
        #expect(problem(Files.png(width: 0), "a.png") == .notImage)
        #expect(problem(Files.png(width: 0xFFFF_FFFF), "a.png") == .notImage)
        #expect(problem(Files.jpeg(width: 65535, height: 65535), "a.jpg") == .tooManyPixels)
        #expect(problem(Files.webp(width: 16384, height: 16384), "a.webp") == .tooManyPixels)
    }

    @Test func `no bytes trap, cut off or turned over`() {
        var generator = SeededBytes(state: 11)
        let seeds: [(String, [UInt8])] = [
            ("a.pdf", Files.pdf), ("a.odt", Files.zip(Files.odtParts)), ("a.docx", Files.zip(Files.docxParts())),
            ("a.png", Files.png(secret: "s")), ("a.jpg", Files.jpeg(secret: "s", turn: 3)),
            ("a.webp", Files.webp(secret: "s")),
        ]
        for (name, bytes) in seeds {
            for length in 0..<bytes.count where name != "a.pdf" {
                #expect(problem(Array(bytes.prefix(length)), name) != nil, "\(name) \(length)")
            }
            for _ in 0..<2000 {
                var changed = bytes
                for _ in 0..<(1 + Int(generator.next() % 4)) {
                    changed[Int(generator.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: generator.next())
                }
                if let kept = try? AttachmentFile(reading: changed, name: name) { #expect(!kept.bytes.isEmpty) }
            }
            for _ in 0..<300 {
                let random = (0..<Int(generator.next() % 200)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
                _ = problem(Array(bytes.prefix(Int(generator.next() % 30))) + random, name)
            }
        }
    }
}

struct AttachmentNameTests {
    @Test(
        arguments: [
            ("委託書.pdf", "委託書.pdf"), ("../../etc/passwd.pdf", "passwd.pdf"), ("C:\\文件\\委託書.PDF", "委託書.PDF"),
            ("委託書 115.pdf", "委託書-115.pdf"), ("a  b(1).pdf", "a-b-1.pdf"), ("流程圖（草案）.png", "流程圖（草案）.png"),
            ("\u{202E}fdp.exe.pdf", "fdp.exe.pdf"), ("a\u{0}b\u{7}.pdf", "ab.pdf"), (".hidden.pdf", "hidden.pdf"),
            ("a#b?c%41&d.pdf", "a-b-c-41-d.pdf"), ("𠮷.pdf", "𠮷.pdf"), ("e\u{301}.pdf", "é.pdf"), ("", ""), ("..", ""),
            ("---.pdf", ""), ("<script>.png", "script.png"), ("a:b.pdf", "a-b.pdf"), ("𡘙\u{200B}.odt", "𡘙.odt"),
        ])
    func `a name is made clean and keeps its ending`(given: String, cleaned: String) {
        #expect(AttachmentName.cleaned(given) == cleaned)
        #expect(AttachmentName.cleaned(cleaned) == cleaned)
        #expect(AttachmentName.isClean(given) == (given == cleaned && !given.isEmpty))
    }

    @Test func `a long name is cut at a character and keeps its ending`() {
        let name = AttachmentName.cleaned(String(repeating: "戶", count: 200) + ".pdf")
        #expect(name == String(repeating: "戶", count: 32) + ".pdf")
        #expect(name.utf8.count <= AttachmentName.limit)
    }

    @Test func `what was typed gets the file's ending`() {
        #expect(AttachmentName.chosen("", for: "a b.pdf") == "a-b.pdf")
        #expect(AttachmentName.chosen("委託書115", for: "x.PDF") == "委託書115.PDF")
        #expect(AttachmentName.chosen("委託書.odt", for: "x.pdf") == "委託書.odt")
        // An ending that was typed with the name is not added again, whatever the format is.
        #expect(AttachmentName.chosen("委託書.txt", for: "x.TXT") == "委託書.txt")
        #expect(AttachmentName.chosen("115.11.21", for: "x.pdf") == "115.11.21.pdf")
        #expect(AttachmentName.chosen("pdf", for: "x.pdf") == "pdf.pdf")
        #expect(AttachmentName.chosen(":委託書….pdf.pdf", for: "x.pdf") == "委託書-.pdf.pdf")
    }
}
