import Hummingbird

/// What is done with a case study beside writing it: from submission to publication, and out of use.
struct CaseStateRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.post("cases/:case/submission") { _, context in try await perform(.submit, context) }
        router.post("cases/:case/discussion") { _, context in
            try await perform(.pass(unit: try context.form.text("unit")), context)
        }
        router.post("cases/:case/return") { _, context in
            try await perform(.giveBack(reason: try context.form.text("reason")), context)
        }
        router.post("cases/:case/conclusion") { _, context in
            let text = CaseForm.typed(try context.form.text("conclusion"))
            return try await perform(.conclude(text, revision: try revision(context)), context)
        }
        router.post("cases/:case/confirmation") { _, context in try await confirm(context) }
        router.get("cases/:case/publication") { _, context in try await askPublication(context) }
        router.post("cases/:case/publication") { _, context in
            let (unit, readBy) = (try context.form.text("unit"), try context.form.text("readBy"))
            return try await perform(.publish(unit: unit, readBy: readBy, revision: try revision(context)), context)
        }
        router.get("cases/:case/retirement") { _, context in try await askRetirement(context) }
        router.post("cases/:case/retirement") { _, context in
            try await perform(.retire(reason: try context.form.text("reason")), context)
        }
    }

    /// The revision that the page has shown.
    private func revision(_ context: SignedInContext) throws -> Int { try context.form.number("revision") ?? 0 }

    /// The page of the case study again, which says what was done; or the page that asked, which says why it was not.
    private func perform(_ act: CaseAct, _ context: SignedInContext) async throws -> WebResponse {
        let (id, acting) = (try context.id("case", of: CaseStudy.self), context.acting(at: office.clock.now()))
        do {
            try await office.database.write(as: acting) {
                try CaseStateActions.perform(act, on: id, by: $0, in: $1)
            }
            return .seeOther(act.deed.told(at: CaseViews.address(of: id)))
        } catch CaseRefusal.undecidedFinds {
            return .seeOther(CasePrivacyViews.address(of: id))
        } catch let refusal as CaseRefusal where refusal.kind == .conflict || refusal.kind == .invalid {
            let (visitor, now) = (context.visitor, acting.now)
            var contents = try await office.database.read {
                try CaseActions.contents(id, for: visitor, now: now, in: $0)
            }
            contents.problem = refusal
            return .page(page(after: act, contents, office.chrome(for: visitor)), status: refusal.kind.status)
        }
    }

    private func page(after act: CaseAct, _ contents: CaseViews.Contents, _ chrome: Chrome) -> HTML {
        switch act {
        case .publish where CaseRules.mayPublish(contents.state): CasePublicationViews.page(contents, chrome: chrome)
        case .retire where CaseRules.mayRetire(contents.state): CaseStateViews.retirement(contents, chrome: chrome)
        default: CaseViews.page(contents, chrome: chrome)
        }
    }

    private func askPublication(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("case", of: CaseStudy.self), context.visitor, office.clock.now())
        let contents = try await office.database.read {
            try CaseStateActions.contents(id, CaseRules.mayPublish, for: visitor, now: now, in: $0)
        }
        return .page(CasePublicationViews.page(contents, chrome: office.chrome(for: visitor)))
    }

    private func askRetirement(_ context: SignedInContext) async throws -> WebResponse {
        let (id, visitor, now) = (try context.id("case", of: CaseStudy.self), context.visitor, office.clock.now())
        let contents = try await office.database.read {
            try CaseStateActions.contents(id, CaseRules.mayRetire, for: visitor, now: now, in: $0)
        }
        return .page(CaseStateViews.retirement(contents, chrome: office.chrome(for: visitor)))
    }

    private func confirm(_ context: SignedInContext) async throws -> WebResponse {
        let id = try context.id("case", of: CaseStudy.self)
        let shown = try AmendmentViews.shown(in: context.form)
        try await office.database.write(as: context.acting(at: office.clock.now())) {
            try CaseStateActions.confirm(id, .opened, shown: shown, by: $0, in: $1)
        }
        return .seeOther(CaseViews.address(of: id))
    }
}
