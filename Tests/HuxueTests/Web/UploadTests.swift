import Testing

@testable import Huxue

struct UploadTests {
    private let type = "multipart/form-data; boundary=edge"

    private func parse(_ text: String) throws -> (Form, [String: UploadedFile]) {
        try Upload.parse(Array(text.utf8), contentType: type)
    }

    @Test func `fields and files are told apart, bytes kept as they are`() throws {
        var bytes = Array(
            "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n一\r\n--edge\r\ncontent-disposition: form-data; name=\"f\"; filename=\"甲;乙.csv\"\r\n\r\n"
                .utf8)
        bytes += [0x00, 0xFF, 0x0D, 0x0A, 0x2D, 0x2D, 0x65]
        bytes += Array("\r\n--edge--\r\n".utf8)
        let (form, files) = try Upload.parse(bytes, contentType: type)
        #expect(try form.text("a") == "一")
        #expect(files["f"]?.name == "甲;乙.csv")
        #expect(files["f"]?.bytes == [0x00, 0xFF, 0x0D, 0x0A, 0x2D, 0x2D, 0x65])
    }

    @Test func `a file field left empty gives no file, an empty field an empty text`() throws {
        let (form, files) = try parse(
            "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--edge\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--edge--"
        )
        #expect(form.has("a"))
        #expect(files.isEmpty)
    }

    @Test(arguments: [
        "", "--edge", "--edge\r\n", "--edge--x", "--other--", "--edge\r\n\r\nx\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--edge\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--edgex",
    ])
    func `anything else is refused or empty, and never traps`(body: String) {
        do {
            let (form, files) = try parse(body)
            #expect(form.names.isEmpty && files.isEmpty)
        } catch {
            #expect(error is CommonRefusal)
        }
    }

    @Test(arguments: ["a\0b", "e" + String(repeating: "\u{301}", count: 31)])
    func `fields are held to what every form is held to`(text: String) throws {
        let head = "--edge\r\nContent-Disposition: form-data; name="
        #expect(throws: CommonRefusal.self) { try parse("\(head)\"a\"\r\n\r\n\(text)\r\n--edge--") }
        #expect(throws: CommonRefusal.self) { try parse("\(head)\"\(text)\"\r\n\r\nx\r\n--edge--") }
        #expect(throws: CommonRefusal.self) { try Form(decoding: "a=" + Address.encoded(text)) }
        let (_, files) = try parse("\(head)\"f\"; filename=\"x\"\r\n\r\n\(text)\r\n--edge--")
        #expect(files["f"]?.bytes == Array(text.utf8))
    }

    @Test func `no bytes trap`() {
        var generator = SeededBytes(state: 3)
        let pieces = [
            "--edge", "\r\n", "\r\n\r\n", "--", "Content-Disposition: form-data; name=\"", "filename=", ";", "x", "\"",
        ]
        for _ in 0..<5000 {
            let count = Int(generator.next() % 14)
            let text = (0..<count).map { _ in pieces[Int(generator.next() % 9)] }.joined()
            _ = try? parse(text)
        }
        for type in [
            "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"", ";=;=",
        ] {
            #expect(throws: CommonRefusal.self) { try Upload.parse([1, 2, 3], contentType: type) }
        }
    }
}
