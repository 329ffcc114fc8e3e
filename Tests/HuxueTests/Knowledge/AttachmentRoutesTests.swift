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
        #expect(Doctor.lostAttachments(all, in: folder).isEmpty)
        try FileManager.default.removeItem(atPath: folder.path(of: all[0].hash))
        try Data([1]).write(to: URL(fileURLWithPath: folder.path(of: all[1].hash)))
        let found = Doctor.lostAttachments(all, in: folder)
        #expect(found.map(\.check) == [AttachmentTerms.lost, AttachmentTerms.altered])
        #expect(found.map(\.detail) == ["a.pdf", "b.png"])
        try await office.test { browser in
            let answer = try await browser.signedIn("yachu").get("/attachments/a.pdf")
            #expect(answer.status == 503)
        }
        // Storing it again mends it.
        _ = try AttachmentActions.store(SampleFiles.pdf, name: "a.pdf", in: folder)
        #expect(Doctor.lostAttachments(all, in: folder).map(\.detail) == ["b.png"])
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
}
