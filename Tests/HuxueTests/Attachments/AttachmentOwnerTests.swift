import GRDB
import Testing

@testable import Huxue

/// Attachments know those who show them by their contract alone.
@Suite struct AttachmentOwnerTests {
    /// A feature of which everybody who reads pages sees one work, with one attachment.
    private struct Toy: AttachmentOwner {
        let adding = Action.editQuestions
        let reading = Action.readPages
        let place = Crumb("玩具", "/toys")

        func links(for actor: Actor, in db: Database) throws -> [String: [AttachmentLink]] {
            ["toy.pdf": [AttachmentLink(title: "積木", address: "/toys/1")]]
        }

        func shows(_ name: String, to actor: Actor, in db: Database) throws -> Bool { name == "toy.pdf" }
        func editor(sending form: Form) throws -> AttachmentEditor? { nil }
    }

    private let office: SampleOffice

    init() throws {
        office = try SamplePages.office()
        let folder = AttachmentFolder(office.folder)
        let acting = ActionContext(
            actor: try #require(try office.visitor("shufen")).actor, origin: "test", now: office.clock.now())
        for (name, bytes) in [("toy.pdf", SampleFiles.pdf), ("plan.pdf", SampleFiles.pdf + [0x0A])] {
            let checked = try AttachmentActions.check(bytes, name: name)
            try folder.store(checked.bytes, hash: checked.stored.hash)
            try office.database.writeAndWait {
                _ = try AttachmentActions.add(
                    checked.stored, in: folder, owners: PageAttachmentOwner.all, by: acting, in: $0)
            }
        }
    }

    private func isOpen(_ name: String, to login: String, owners: [any AttachmentOwner]) throws -> Bool {
        let actor = try #require(try office.visitor(login)).actor
        return try office.database.readAndWait {
            try AttachmentActions.isOpen(name, owners: owners, to: actor, in: $0)
        }
    }

    @Test func `one owner's word opens an attachment, and nobody's opens none`() throws {
        let both: [any AttachmentOwner] = PageAttachmentOwner.all + [Toy()]
        #expect(try isOpen("toy.pdf", to: "yachu", owners: both))
        #expect(try !isOpen("plan.pdf", to: "yachu", owners: both))
        #expect(try !isOpen("toy.pdf", to: "yachu", owners: PageAttachmentOwner.all))
        #expect(try !isOpen("toy.pdf", to: "yachu", owners: []))
        // Those who add for one owner open all; guanting writes questions.
        #expect(try isOpen("plan.pdf", to: "guanting", owners: both))
        #expect(try !isOpen("plan.pdf", to: "guanting", owners: PageAttachmentOwner.all))
    }

    @Test func `the list names the works of every owner`() throws {
        let actor = try #require(try office.visitor("guanting")).actor
        let contents = try office.database.readAndWait {
            try AttachmentActions.contents(owners: [Toy()], for: actor, in: $0)
        }
        #expect(contents.links["toy.pdf"]?.map(\.title) == ["積木"])
        #expect(contents.attachments.map(\.name) == ["plan.pdf", "toy.pdf"])
        #expect(throws: CommonRefusal.self) {
            try office.database.readAndWait {
                try AttachmentActions.contents(owners: PageAttachmentOwner.all, for: actor, in: $0)
            }
        }
    }

    @Test func `a database from before attachments had a schema of their own keeps them`() throws {
        try office.database.writeAndWait { db in
            try db.execute(
                sql: "DELETE FROM migration WHERE name = ?", arguments: [AttachmentSchema.migrations[0].name])
            try db.execute(sql: AttachmentSchema.migrations[0].sql)
        }
        #expect(try office.database.readAndWait { try AttachmentStore.names(in: $0) } == ["plan.pdf", "toy.pdf"])
    }
}
