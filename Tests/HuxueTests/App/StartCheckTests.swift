import Foundation
import GRDB
import Testing

@testable import Huxue

struct StartCheckTests {
    private func start(_ office: SampleOffice) throws {
        try StartCheck.run(office.session, features: Features.all)
    }

    private func stop(_ office: SampleOffice) throws {
        try StartCheck.mark(office.folder, features: Features.all)
    }

    @Test func `a sound folder starts, after a stop and after a crash`() throws {
        let office = try SampleOffice()
        try start(office)
        try stop(office)
        try start(office)
        // Nothing was marked: the server was killed.
        try start(office)
    }

    @Test(arguments: [
        "DROP TRIGGER auditEntryStays; UPDATE auditEntry SET detail = 'x' WHERE id = 1",
        "UPDATE sealing SET code = zeroblob(32)", "DELETE FROM roleGrant WHERE role = 'admin'",
        "DROP TRIGGER attemptIsFinal", "UPDATE employee SET startsOn = 'zz' WHERE id = 1",
    ])
    func `what was changed behind the program's back keeps the server from starting, marked or not`(
        sql: String
    ) throws {
        let office = try SampleOffice()
        try stop(office)
        try office.database.writeAndWait { try $0.execute(sql: sql) }
        let refusal = #expect(throws: CommandRefusal.self) { try start(office) }
        #expect(refusal?.sentence.contains("備份") == true)
        #expect(throws: CommandRefusal.self) { try start(office) }
    }

    @Test func `an attachment that was altered keeps it from starting too`() throws {
        let office = try SampleOffice()
        let folder = AttachmentFolder(office.folder)
        let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
        let hash = AttachmentDigest.hash(bytes)
        try folder.store(bytes, hash: hash)
        try office.database.writeAndWait { db in
            try AttachmentStore.insert(
                Attachment(
                    name: "a.pdf", hash: hash, size: bytes.count, kind: .pdf, uploadedBy: "x",
                    uploadedAt: SampleOffice.morning), in: db)
        }
        try stop(office)
        try start(office)
        try stop(office)
        let path = folder.path(of: hash)
        try Data("%PDF-1.4\n%%EOX\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: CommandRefusal.self) { try start(office) }
    }

    @Test func `files of a killed server without a row are swept, others stay`() throws {
        let office = try SampleOffice()
        let folder = AttachmentFolder(office.folder)
        let kept = Array("%PDF-1.4\n%%EOF\n".utf8)
        try folder.store(kept, hash: AttachmentDigest.hash(kept))
        try office.database.writeAndWait { db in
            try AttachmentStore.insert(
                Attachment(
                    name: "a.pdf", hash: AttachmentDigest.hash(kept), size: kept.count, kind: .pdf, uploadedBy: "x",
                    uploadedAt: SampleOffice.morning), in: db)
        }
        let lost = (0..<9).map { Array("lost \($0)".utf8) }
        for bytes in lost { try folder.store(bytes, hash: AttachmentDigest.hash(bytes)) }
        let unfinished = "\(folder.path)/\(AttachmentDigest.hash(kept).prefix(2))/.\(UUID().uuidString)"
        try Data("half".utf8).write(to: URL(fileURLWithPath: unfinished))
        for feature in Features.all.all {
            try feature.prepareToServe(office.database, now: SampleOffice.morning)
        }
        #expect(folder.holds(AttachmentDigest.hash(kept)))
        #expect(!lost.contains { folder.holds(AttachmentDigest.hash($0)) })
        #expect(!FileManager.default.fileExists(atPath: unfinished))
    }
}
