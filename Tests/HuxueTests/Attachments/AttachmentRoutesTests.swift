import Foundation
import GRDB
import HTTPTypes
import Testing

@testable import Huxue

struct AttachmentRoutesTests {
    private func attachment(_ name: String, in office: SampleOffice) throws -> Huxue.Attachment? {
        try office.database.readAndWait { try AttachmentStore.attachment(name, in: $0) }
    }

    @Test func `an editor uploads, a colleague reads, nobody else does either`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let (editor, clerk) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            let saved = try await editor.upload("/attachments", file: SampleFiles.pdf, name: "委託書 範例.pdf")
            #expect(saved.location == "/attachments?done=uploaded&uploaded=" + Address.encoded("委託書-範例.pdf"))
            let told = try await editor.get(saved.location)
            #expect(told.text.contains("[委託書-範例.pdf](../attachments/委託書-範例.pdf)"))
            #expect(told.text.contains("沒有條目使用"))
            #expect(try await clerk.upload("/attachments", file: SampleFiles.pdf, name: "b.pdf").status == 422)
            #expect(try await browser.upload("/attachments", file: SampleFiles.pdf, name: "b.pdf").status == 401)
            let address = "/attachments/" + Address.encoded("委託書-範例.pdf")
            // What no page shows is its editors' matter alone.
            #expect(try await editor.get(address).status == 200)
            #expect(try await clerk.get(address).status == 404)
            let body = "[書](../attachments/委託書-範例.pdf) ![圖](../attachments/流程.png)"
            try SamplePages.save(SamplePages.content("guide", .handbook, body: body), in: office)
            #expect(try await browser.get(address).location.hasPrefix("/login"))
            let read = try await clerk.get(address)
            #expect(read.status == 200)
            #expect(read.text == String(decoding: SampleFiles.pdf, as: UTF8.self))
            #expect(read.headers[.contentDisposition]?.hasPrefix("attachment;") == true)
            #expect(read.headers[.contentSecurityPolicy] == "default-src 'none'; sandbox")
            #expect(read.headers[.xContentTypeOptions] == "nosniff")
            for missing in ["none.pdf", "..%2F..%2Fhuxue.sqlite", "%00", "huxue.sqlite"] {
                #expect(try await clerk.get("/attachments/\(missing)").status >= 400, "\(missing)")
            }
            #expect(try await editor.upload("/attachments", file: SampleFiles.png(), name: "流程.png").status == 303)
            let image = try await clerk.get("/attachments/" + Address.encoded("流程.png"))
            #expect(image.headers[.contentType] == "image/png")
            #expect(image.headers[.contentDisposition]?.hasPrefix("inline") == true)
        }
        let kept = try #require(try attachment("委託書-範例.pdf", in: office))
        #expect(kept.uploadedBy == "shufen" && kept.size == SampleFiles.pdf.count)
        let file = office.folder.path + "/attachments/\(kept.hash.prefix(2))/\(kept.hash)"
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == Data(SampleFiles.pdf))
        #expect(try SamplePages.audit(.attachmentUpload, in: office) == 2)
    }

    @Test func `a name stands for one content for ever`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: "a.pdf").status == 303)
            let same = try await editor.upload("/attachments", file: SampleFiles.pdf, name: "a.pdf")
            #expect(same.location.contains("done=present"))
            let other = SampleFiles.pdf + [0x0A]
            let refused = try await editor.upload("/attachments", file: other, name: "a.pdf")
            #expect(refused.status == 409)
            #expect(refused.text.contains("請換一個名稱"))
            #expect(
                try await editor.upload("/attachments", file: other, name: "a.pdf", [("name", "a-115")]).status == 303)
        }
        #expect(try office.database.readAndWait { try AttachmentStore.names(in: $0) } == ["a-115.pdf", "a.pdf"])
        #expect(try SamplePages.audit(.attachmentUpload, in: office) == 2)
    }

    @Test func `what is no attachment leaves neither row nor file`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            for (name, bytes) in [
                ("a.pdf", SampleFiles.png()), ("a.svg", Array("<svg/>".utf8)), ("a.docm", SampleFiles.pdf),
                ("a.pdf", []),
                ("..", SampleFiles.pdf),
            ] {
                let refused = try await editor.upload("/attachments", file: bytes, name: name)
                #expect(refused.status == 422, "\(name)")
                #expect(refused.text.contains("附件沒有存入"))
            }
            let script = try await editor.upload(
                "/attachments", file: SampleFiles.png(), name: "a.pdf", headers: [.huxueSequence: "1"])
            #expect(script.status == 422)
            #expect(script.text.hasPrefix("{\"problem\":"))
        }
        #expect(try office.database.readAndWait { try AttachmentStore.names(in: $0) }.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: office.folder.attachmentsPath))
    }

    @Test func `the editor gets back what to write, and the page shows the image`() async throws {
        let office = try SamplePages.office()
        try SamplePages.save(SamplePages.content("guide", .handbook, body: "舊"), in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            let script = try await editor.upload(
                "/attachments", file: SampleFiles.png(), name: "圖.png", headers: [.huxueSequence: "1"])
            #expect(script.text == "{\"markdown\":\"![圖.png](..\\/attachments\\/圖.png)\",\"name\":\"圖.png\"}")
            let back = try await editor.upload(
                "/attachments", file: SampleFiles.pdf, name: "表.pdf", [("page", "guide")])
            #expect(back.location == "/pages/guide/edit?done=uploaded&uploaded=" + Address.encoded("表.pdf"))
            #expect(try await editor.get(back.location).text.contains("[表.pdf](../attachments/表.pdf)"))
            let body = "![流程](../attachments/圖.png) [下載](../attachments/表.pdf)"
            let saved = try await editor.post(
                "/pages/guide/edit", SamplePages.fields(SamplePages.content("guide", .handbook, body: body), base: 1))
            #expect(saved.location == "/pages/guide?done=saved")
            let page = try await editor.get("/pages/guide")
            #expect(page.text.contains("src=\"/attachments/\(Address.encoded("圖.png"))\""))
            #expect(page.text.contains("href=\"/attachments/\(Address.encoded("表.pdf"))\""))
            #expect(try await editor.get("/attachments").text.contains("<a href=\"/pages/guide\">遷入登記</a>"))
        }
    }

    @Test func `doctor names the attachment whose file is gone or was changed`() async throws {
        let office = try SamplePages.office()
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: "a.pdf").status == 303)
            #expect(try await editor.upload("/attachments", file: SampleFiles.png(), name: "b.png").status == 303)
        }
        let folder = AttachmentFolder(office.folder)
        let all = try office.database.readAndWait { try AttachmentStore.all(in: $0) }
        func lost() throws -> [Finding] {
            try office.database.readAndWait { try AttachmentActions.findings(in: folder, $0) }
        }
        #expect(try lost().isEmpty)
        try FileManager.default.removeItem(atPath: folder.path(of: all[0].hash))
        try Data([1]).write(to: URL(fileURLWithPath: folder.path(of: all[1].hash)))
        let found = try lost()
        #expect(found.map(\.check) == [AttachmentTerms.lost, AttachmentTerms.altered])
        #expect(found.map(\.detail) == ["a.pdf", "b.png"])
        let body = "[甲](../attachments/a.pdf) ![乙](../attachments/b.png)"
        try SamplePages.save(SamplePages.content("guide", .handbook, body: body), in: office)
        try await office.test { browser in
            for name in ["a.pdf", "b.png"] {
                let answer = try await browser.signedIn("yachu").get("/attachments/\(name)")
                #expect(answer.status == 503)
                #expect(answer.text.contains("附件「\(name)」的檔案不在伺服器上，或已經損壞"))
            }
        }
        // Storing it again mends it.
        try store(SampleFiles.pdf, name: "a.pdf", in: folder)
        #expect(try lost().map(\.detail) == ["b.png"])
    }

    @Test func `attachments go in a circle through a folder, before the pages that need them`() async throws {
        let office = try SamplePages.office()
        let path = NSTemporaryDirectory() + "huxue-kb-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        func write(_ bytes: [UInt8], _ name: String) throws {
            _ = try PageFolder.write(Data(bytes), to: name, in: path)
        }
        func run(_ arguments: String...) async -> Int32 { await Huxue.CommandLine.run(["kb"] + arguments) }
        let page = SamplePages.content("guide", .handbook, body: "![圖](../attachments/圖.png)")
        try write(Array(PagePrinter.print(page).utf8), "handbook/guide.md")
        #expect(await run("import", path, "--data", office.folder.path) == 1)
        try write(SampleFiles.pdf, "attachments/圖.png")
        #expect(await run("check", path) == 1)
        #expect(await run("import", path, "--data", office.folder.path) == 1)
        #expect(try office.database.readAndWait { try AttachmentStore.names(in: $0) }.isEmpty)
        try write(SampleFiles.png(), "attachments/圖.png")
        #expect(await run("check", path) == 0)
        #expect(await run("import", path, "--data", office.folder.path) == 0)
        #expect(try SamplePages.current("guide", in: office) != nil)
        #expect(await run("import", path, "--data", office.folder.path) == 0)
        #expect(try SamplePages.audit(.attachmentUpload, in: office) == 1)
        let out = path + "/out"
        #expect(await run("export", out, "--data", office.folder.path) == 0)
        for name in ["handbook/guide.md", "attachments/圖.png"] {
            #expect(FileManager.default.contentsEqual(atPath: "\(path)/\(name)", andPath: "\(out)/\(name)"), "\(name)")
        }
        try write(SampleFiles.png(width: 9), "attachments/圖.png")
        #expect(await run("import", path, "--data", office.folder.path) == 1)
        #expect(try attachment("圖.png", in: office)?.hash == AttachmentDigest.hash(SampleFiles.png()))
    }

    @Test func `a large file arrives whole, and one that was cut short is told of before it begins`() async throws {
        let office = try SamplePages.office()
        let lines = (0..<120_000).map { "\($0) 0000000000000000000000000000000\n" }.joined()
        let file = Array("%PDF-1.7\n\(lines)%%EOF\n".utf8)
        #expect(file.count > 60 * FileBody.piece && file.count % FileBody.piece != 0)
        var page = SamplePages.content("guide", .handbook, body: "[大](../attachments/large.pdf)")
        page.isPublic = true
        try SamplePages.save(page, in: office)
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.upload("/attachments", file: file, name: "large.pdf").status == 303)
            for (reader, address) in [(editor, "/attachments/large.pdf"), (browser, "/public/attachments/large.pdf")] {
                let read = try await reader.get(address)
                #expect(read.status == 200)
                #expect(read.headers[.contentLength] == "\(file.count)")
                #expect(read.headers[.contentType] == "application/pdf")
                #expect(Array(read.text.utf8) == file)
            }
            let kept = try #require(try attachment("large.pdf", in: office))
            let path = AttachmentFolder(office.folder).path(of: kept.hash)
            #expect(truncate(path, off_t(file.count - 1)) == 0)
            for (reader, address) in [(editor, "/attachments/large.pdf"), (browser, "/public/attachments/large.pdf")] {
                #expect(try await reader.get(address).status == 503)
            }
        }
    }

    @Test func `a file that is cut short while it is read ends the answer`() throws {
        let path = NSTemporaryDirectory() + "huxue-file-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 7, count: FileBody.piece + 5).write(to: URL(fileURLWithPath: path))
        #expect(FileBody.at(path, size: 3) == nil)
        #expect(FileBody.at(path + "x", size: 3) == nil)
        #expect(FileBody.at(NSTemporaryDirectory(), size: 4096) == nil)
        let file = try #require(FileBody.at(path, size: FileBody.piece + 5))
        #expect(try file.bytes(at: 0).count == FileBody.piece)
        #expect(try file.bytes(at: FileBody.piece) == [7, 7, 7, 7, 7])
        #expect(truncate(path, 10) == 0)
        #expect(throws: FileBody.CutShort.self) { try file.bytes(at: FileBody.piece) }
    }

    /// Puts a file on the disk that no name stands for yet.
    @discardableResult
    private func store(
        _ bytes: [UInt8], name: String, in folder: AttachmentFolder
    ) throws -> AttachmentActions.Stored {
        let checked = try AttachmentActions.check(bytes, name: name)
        try folder.store(checked.bytes, hash: checked.stored.hash)
        return checked.stored
    }

    @Test func `a refused upload leaves no file, and takes none that a name stands for`() async throws {
        let office = try SamplePages.office()
        let folder = AttachmentFolder(office.folder)
        let other = SampleFiles.pdf + [0x0A]
        try await office.test { browser in
            let editor = try await browser.signedIn("shufen")
            #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: "a.pdf").status == 303)
            #expect(try await editor.upload("/attachments", file: other, name: "a.pdf").status == 409)
        }
        #expect(!folder.holds(AttachmentDigest.hash(other)))
        // Somebody is refused only when the file is there already.
        let (mine, theirs) = (
            try store(SampleFiles.pdf, name: "b.pdf", in: folder), try store(other, name: "b.pdf", in: folder)
        )
        try office.database.writeAndWait { db in
            for stored in [mine, theirs] { try AttachmentActions.discard(stored, in: folder, in: db) }
        }
        #expect(folder.holds(mine.hash) && !folder.holds(theirs.hash))
        let acting = ActionContext(actor: office.session.actor, origin: "test", now: office.clock.now())
        #expect(throws: AttachmentRefusal.self) {
            try office.database.writeAndWait {
                try AttachmentActions.add(theirs, in: folder, owners: PageAttachmentOwner.all, by: acting, in: $0)
            }
        }
        #expect(try office.database.readAndWait { try AttachmentStore.names(in: $0) } == ["a.pdf"])
    }

    @Test func `what only a withdrawn page links to is its editors' matter`() async throws {
        let office = try SamplePages.office()
        var page = SamplePages.content("old-form", .handbook, body: "[甲](../attachments/a.pdf)", unit: "登記二課")
        try SamplePages.save(page, in: office)
        try await office.test { browser in
            let (editor, clerk) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            #expect(try await editor.upload("/attachments", file: SampleFiles.pdf, name: "a.pdf").status == 303)
            #expect(try await clerk.get("/attachments/a.pdf").status == 200)
        }
        page.title = "停用的秘密"
        page.state = .retired
        try SamplePages.save(page, over: 1, in: office)
        try await office.test { browser in
            let (editor, clerk) = (try await browser.signedIn("shufen"), try await browser.signedIn("yachu"))
            // An editor of another section.
            let chief = try await browser.signedIn("shuhui")
            #expect(try await clerk.get("/attachments/a.pdf").status == 404)
            for address in ["/attachments", "/pages?state=retired"] {
                #expect(try await editor.get(address).text.contains("停用的秘密"), "\(address)")
                #expect(try await !chief.get(address).text.contains("停用的秘密"), "\(address)")
            }
            #expect(try await chief.get("/pages?state=retired").text.contains("0 個條目"))
        }
    }
}
