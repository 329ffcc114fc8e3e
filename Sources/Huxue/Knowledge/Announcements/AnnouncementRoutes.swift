import Hummingbird

/// Announcements that must be read: sending, reading, following.
struct AnnouncementRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("announcements") { _, context in try await list(context) }
        router.get("pages/:code/announcement") { request, context in try await overview(request, context) }
        router.post("pages/:code/announcement") { _, context in try await send(context) }
        router.post("pages/:code/announcement/audience") { _, context in try await count(context) }
        router.post("pages/:code/announcement/reading") { _, context in try await confirm(context) }
        router.post("pages/:code/announcement/reminder") { _, context in try await remind(context) }
        router.post("pages/:code/announcement/renewal") { _, context in try await renew(context) }
        router.get("pages/:code/announcement/withdrawal") { _, context in try await askWithdrawal(context) }
        router.post("pages/:code/announcement/withdrawal") { _, context in try await withdraw(context) }
        router.get("pages/:code/announcement/readings.csv") { _, context in try await export(context) }
    }

    private func list(_ context: SignedInContext) async throws -> WebResponse {
        let (actor, now) = (context.actor, office.clock.now())
        let contents = try await office.database.read {
            try AnnouncementListActions.contents(for: actor, now: now, in: $0)
        }
        return .page(AnnouncementViews.list(contents, chrome: office.chrome(for: context.visitor)))
    }

    /// Who has read it; for an announcement that is not sent, the form that sends it.
    private func overview(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let (actor, now) = (context.actor, office.clock.now())
        let found = try await office.database.read {
            try AnnouncementSheetActions.overview(code, for: actor, now: now, in: $0)
        }
        guard let found else {
            return .page(
                AnnouncementFormViews.form(try await sheet(code, context), chrome: office.chrome(for: context.visitor)))
        }
        let query = try request.query()
        let done: String? =
            switch try AnnouncementDeed(query) {
            case .sent: AnnouncementTerms.sent(found.lines.count)
            case .renewed: AnnouncementTerms.renewed(found.lines.count)
            case .reminded: try AnnouncementDeed.count(query).map(AnnouncementTerms.reminded)
            case nil: nil
            }
        return .page(
            AnnouncementOverviewViews.overview(
                found, done: done, today: ROCDate.day(of: now), chrome: office.chrome(for: context.visitor)))
    }

    private func sheet(
        _ code: String, _ context: SignedInContext, form: AnnouncementForm? = nil, problems: [AnnouncementProblem] = []
    ) async throws -> AnnouncementFormViews.Sheet {
        let (actor, today) = (context.actor, ROCDate.day(of: office.clock.now()))
        return try await office.database.read {
            try AnnouncementSheetActions.sheet(code, form: form, problems: problems, for: actor, today: today, in: $0)
        }
    }

    private func send(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let form = try AnnouncementForm(context.form)
        let acting = acting(context)
        do {
            let order = try form.order()
            try await office.database.write(as: acting) { try AnnouncementActions.send(code, order, by: $0, in: $1) }
            return .seeOther(AnnouncementDeed.sent.told(at: AnnouncementAddress.overview(code)))
        } catch let refusal as AnnouncementProblems {
            let sheet = try await sheet(code, context, form: form, problems: refusal.problems)
            return .page(
                AnnouncementFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
    }

    /// The form again, with how many people the choice reaches.
    private func count(_ context: SignedInContext) async throws -> WebResponse {
        let sheet = try await sheet(
            try context.parameters.require("code"), context, form: try AnnouncementForm(context.form))
        return .page(
            AnnouncementFormViews.form(sheet, chrome: office.chrome(for: context.visitor)),
            status: sheet.problems.isEmpty ? .ok : .unprocessableContent)
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        guard let number = try context.form.number("revision") else { throw AnnouncementRefusal.missing }
        let acting = acting(context)
        do {
            try await office.database.write(as: acting) {
                try AnnouncementActions.confirm(code, number: number, by: $0, in: $1)
            }
            return .seeOther(PageAddress.page(code))
        } catch let refusal as AnnouncementRefusal {
            guard case .newerRevision = refusal else { throw refusal }
            return try await renewed(code, context, problem: refusal)
        }
    }

    /// Shows the revision that has to be confirmed instead.
    private func renewed(
        _ code: String, _ context: SignedInContext, problem: AnnouncementRefusal
    ) async throws -> WebResponse {
        let (visitor, now) = (context.visitor, office.clock.now())
        let found = try await office.database.read {
            try AnnouncementSheetActions.text(code, for: visitor, now: now, in: $0)
        }
        guard let found else { throw problem }
        return .page(
            AnnouncementViews.renewed(
                found.call, problem: problem, text: found.text, chrome: office.chrome(for: context.visitor)),
            status: problem.kind.status)
    }

    private func remind(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let acting = acting(context)
        let count = try await office.database.write(as: acting) { try AnnouncementActions.remind(code, by: $0, in: $1) }
        return .seeOther(AnnouncementDeed.reminded.told(at: AnnouncementAddress.overview(code), count: count))
    }

    private func renew(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let revision = try context.form.number("revision") ?? 0
        guard let deadline = ROCDate.parseDay(try context.form.text("deadline")) else {
            throw AnnouncementProblems(problems: [.notADay])
        }
        let acting = acting(context)
        try await office.database.write(as: acting) {
            try AnnouncementActions.renew(code, to: revision, deadline: deadline, by: $0, in: $1)
        }
        return .seeOther(AnnouncementDeed.renewed.told(at: AnnouncementAddress.overview(code)))
    }

    private func askWithdrawal(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let (actor, now) = (context.actor, office.clock.now())
        let found = try await office.database.read {
            try AnnouncementSheetActions.overview(code, for: actor, now: now, in: $0)
        }
        guard let found, found.isSender else { throw AnnouncementRefusal.missing }
        return .page(AnnouncementOverviewViews.withdrawal(found, chrome: office.chrome(for: context.visitor)))
    }

    private func withdraw(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let acting = acting(context)
        try await office.database.write(as: acting) { try AnnouncementActions.withdraw(code, by: $0, in: $1) }
        return .seeOther(AnnouncementAddress.list)
    }

    private func export(_ context: SignedInContext) async throws -> WebResponse {
        let code = try context.parameters.require("code")
        let acting = acting(context)
        let found = try await office.database.write(as: acting) { try AnnouncementActions.export(code, by: $0, in: $1) }
        return .download(
            AnnouncementFile.csv(found), name: AnnouncementFile.name(of: found.page), type: "text/csv; charset=utf-8")
    }

    private func acting(_ context: SignedInContext) -> ActionContext {
        context.acting(at: office.clock.now())
    }

}
