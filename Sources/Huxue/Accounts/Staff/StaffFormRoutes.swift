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
        _ id: ID<Employee>?, _ context: SignedInContext, form: StaffForm? = nil,
        reading: StaffFormActions.Reading? = nil
    ) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let acting = context.acting(at: office.clock.now())
        let sheet = try await office.database.read {
            try StaffFormActions.sheet(of: id, form: form, reading: reading, by: acting, in: $0)
        }
        return .page(
            StaffFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: reading == nil ? .ok : .unprocessableContent)
    }

    private func save(_ id: ID<Employee>?, _ context: SignedInContext) async throws -> WebResponse {
        try Policy.requireSomewhere(.manageStaff, for: context.actor)
        let form = try StaffForm(context.form)
        let acting = context.acting(at: office.clock.now())
        let reading = try await office.database.read {
            try StaffFormActions.read(form, of: id, by: acting, in: $0)
        }
        let isConfirmed = try reading.doubts.isEmpty || context.form.text("plan") == reading.digest
        guard reading.problems.isEmpty, isConfirmed, let row = reading.file.rows.first else {
            return try await show(id, context, form: form, reading: reading)
        }
        let plan = try await StaffImport(
            file: reading.file, skippingBad: false, subject: StaffFormActions.subject(id),
            followers: office.house.staffFollowers, acting: acting
        ).run(in: office.database)
        if let id {
            return .seeOther((plan.isEmpty ? AccountDeed.staffKept : .staffChanged).told(at: "/staff/\(id)"))
        }
        let added = try await office.database.read {
            try StaffFormActions.id(staffNumber: row.staffNumber, for: acting.actor, in: $0)
        }
        return .seeOther(AccountDeed.staffAdded.told(at: "/staff/\(added)"))
    }
}
