import Foundation
import GRDB
import Testing

@testable import Huxue

struct StartCheckTests {
    @discardableResult
    private func start(_ office: SampleOffice) throws -> StartCheck {
        try StartCheck(office.session, features: Features.all, isMarked: isMarked(office))
    }

    private func stop(_ office: SampleOffice) throws {
        try start(office).mark(office.database)
    }

    private func isMarked(_ office: SampleOffice) -> Bool {
        StartCheck.isMarked(office.folder, features: Features.all)
    }

    @Test func `a sound folder starts, after a stop and after a crash`() throws {
        let office = try SampleOffice()
        #expect(!isMarked(office))
        try stop(office)
        #expect(isMarked(office))
        try start(office)
        // Nothing was marked: the server was killed.
        #expect(!isMarked(office))
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
        #expect(!isMarked(office))
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
        #expect(isMarked(office))
        let path = folder.path(of: hash)
        try Data("%PDF-1.4\n%%EOX\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: CommandRefusal.self) { try start(office) }
    }

    @Test func `a copy of a marked folder is checked anew`() throws {
        let office = try SampleOffice()
        try stop(office)
        let copy = DataFolder(path: office.folder.path + "-copy")
        try FileManager.default.copyItem(atPath: office.folder.path, toPath: copy.path)
        defer { try? FileManager.default.removeItem(atPath: copy.path) }
        #expect(isMarked(office) && !StartCheck.isMarked(copy, features: Features.all))
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
        let aside = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/lost")
        #expect(Set(aside) == Set(lost.map { AttachmentDigest.hash($0) }))
        #expect(!FileManager.default.fileExists(atPath: unfinished))
    }
}
