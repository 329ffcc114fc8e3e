import Hummingbird
import Logging

/// One newcomer, and the changes of one person.
struct StaffFormRoutes {
    let services: AccountServices

    private var office: Office { services.office }

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("staff/new") { _, context in try await show(nil, context) }
        router.post("staff/new") { _, context in try await save(nil, context) }
        router.get("staff/:employee/change") { _, context in
            try await show(try context.id("employee", of: Employee.self), context)
        }
        router.post("staff/:employee/change") { _, context in
            try await save(try context.id("employee", of: Employee.self), context)
        }
    }

    private func show(
        _ id: ID<Employee>?, _ context: SignedInContext, reading: StaffFormActions.Reading? = nil
    ) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let acting = context.acting(at: office.clock.now())
        let sheet = try await office.database.read {
            try StaffFormActions.sheet(of: id, reading: reading, by: acting, in: $0)
        }
        return .page(
            StaffFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: reading.map { $0.conflicts.isEmpty ? .unprocessableContent : .conflict } ?? .ok)
    }

    private func save(_ id: ID<Employee>?, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let form = try StaffForm(context.form)
        let acting = context.acting(at: office.clock.now())
        for _ in 0..<Self.attempts {
            let reading = try await office.database.read {
                try StaffFormActions.read(form, of: id, by: acting, in: $0)
            }
            let isConfirmed = try reading.doubts.isEmpty || context.form.text("plan") == reading.digest
            guard reading.problems.isEmpty, reading.conflicts.isEmpty, isConfirmed, let row = reading.file.rows.first
            else { return try await show(id, context, reading: reading) }
            do {
                let plan = try await StaffImport(
                    file: reading.file, skippingBad: false, subject: StaffFormActions.subject(id),
                    followers: office.house.staffFollowers, acting: acting
                ).run(in: office.database, shown: reading.digest)
                return try await done(plan, of: id, staffNumber: row.staffNumber, context)
            } catch StaffRefusal.previewOutdated {
                // Somebody was faster: the form is read again beside what they have done.
                continue
            }
        }
        throw CommonRefusal.busy
    }

    private static let attempts = 5

    private func done(
        _ plan: StaffImportPlan, of id: ID<Employee>?, staffNumber: String, _ context: SignedInContext
    ) async throws -> WebResponse {
        if let id {
            return .seeOther((plan.isEmpty ? AccountDeed.staffKept : .staffChanged).told(at: "/staff/\(id)"))
        }
        let actor = context.actor
        let added = try await office.database.read {
            try StaffFormActions.id(staffNumber: staffNumber, for: actor, in: $0)
        }
        return .seeOther(AccountDeed.staffAdded.told(at: "/staff/\(added)"))
    }
}
