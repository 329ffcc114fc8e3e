import Foundation

/// Founds the made-up office: staff, accounts, roles and the question bank, through the same stores as a real one.
struct DemoOffice {
    let session: CommandSession

    func found() throws {
        let acting = session.acting
        let now = acting.now
        var generator = SystemRandomNumberGenerator()
        let hash = try PasswordHash.make(DemoTerms.password, using: &generator)
        let foundation = try OfficeFoundation(
            officeName: DemoTerms.officeName, adminLogin: DemoTerms.adminLogin, adminName: DemoTerms.adminName)
        let staff = try StaffFile(bytes: Array(session.resources().data("samples/demo-staff.csv")))
        try session.database.writeAndWait { db in
            try OfficeFoundationActions.found(foundation, hash: hash, isDemo: true, by: acting, in: db)
            _ = try StaffImportActions.apply(staff, skippingBad: false, by: acting, in: db)
            for row in staff.rows {
                guard let account = try AccountStore.account(login: row.login, in: db) else { continue }
                try AccountStore.setChosenPassword(hash: hash, of: account.id, in: db)
            }
            guard let root = try UnitStore.root(in: db) else { return }
            for grant in DemoTerms.grants + DemoTerms.moreGrants where grant.role != .employee {
                guard let account = try AccountStore.account(login: grant.login, in: db) else { continue }
                let unit = try grant.section.flatMap { try UnitStore.unit(fullName: "\(root.fullName)/\($0)", in: db) }
                _ = try GrantStore.insert(
                    grant.role, at: unit?.id ?? root.id, for: account.employeeID, now: now, in: db)
            }
        }
    }

    /// What the office says of itself and has decided, once the pages stand that show it.
    func settle() throws {
        let acting = session.acting
        try session.database.writeAndWait { db in
            guard try LocalFactStore.facts(in: db).texts.isEmpty else { return }
            var form = LocalFactForm(LocalFacts())
            for (fact, text) in DemoTerms.facts { form.texts[fact] = text }
            try LocalFactActions.save(form, by: acting, in: db)
            try PassActions.set(true, by: acting, in: db)
            for (login, number) in DemoTerms.extensions {
                guard let account = try AccountStore.account(login: login, in: db) else { continue }
                try PhoneExtensionStore.set(number, of: account.employeeID, in: db)
            }
        }
    }

    /// Imports the question files of these folders.
    func fillBank(from banks: [String]) async throws {
        let names = try await session.database.read { try StatuteDirectoryStore.names(in: $0) }
        let files = QuestionBankFiles(try banks.flatMap(QuestionFolder.read), names: names)
        guard files.problems.isEmpty else { throw QuestionProblems(problems: files.problems) }
        _ = try await QuestionImportActions(files.topics, source: "questions").run(
            in: session.database, clock: session.clock, by: session.acting)
    }

    /// Imports the pages of these folders.
    func fillKnowledge(from folders: [String]) async throws {
        let contents = try folders.map(PageFolder.read)
        guard var all = contents.first else { return }
        for more in contents.dropFirst() { all.files += more.files }
        _ = try await PageImportActions(database: session.database, clock: session.clock).run(
            all, source: "kb", by: session.acting)
    }
}
