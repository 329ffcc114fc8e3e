import HTTPTypes
import Hummingbird

/// Awards for those who order them, and the roll of honour for everybody.
struct ProposalMeritRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("proposals/honours") { _, context in try await honours(context) }
        router.get("manage/awards") { request, context in
            try await list(context, done: try ProposalMeritDeed(request.query()))
        }
        router.get("manage/awards.csv") { _, context in try await export(context) }
        router.get("manage/awards/:proposal") { _, context in
            let sheet = try await opened(context)
            return WebResponse.page(ProposalMeritViews.sheet(sheet, chrome: office.chrome(for: context.visitor)))
        }
        router.post("manage/awards/:proposal") { _, context in try await grant(context) }
    }

    private func honours(_ context: SignedInContext) async throws -> WebResponse {
        let visitor = context.visitor
        let contents = try await office.database.read { try ProposalMeritActions.honours(for: visitor, in: $0) }
        return .page(ProposalHonourViews.page(contents, chrome: office.chrome(for: visitor)))
    }

    private func list(_ context: SignedInContext, done: ProposalMeritDeed?) async throws -> WebResponse {
        let visitor = context.visitor
        var contents = try await office.database.read { try ProposalMeritActions.contents(for: visitor, in: $0) }
        contents.done = done
        return .page(ProposalMeritViews.list(contents, chrome: office.chrome(for: visitor)))
    }

    private func export(_ context: SignedInContext) async throws -> WebResponse {
        let entries = try await office.database.write(as: context.acting(at: office.clock.now())) {
            try ProposalMeritActions.exported(by: $0, in: $1)
        }
        let bytes = try await office.files.run { ProposalMeritFile.csv(entries) }
        return .download(bytes, name: ProposalMeritFile.name, type: "text/csv; charset=utf-8")
    }

    private func opened(_ context: SignedInContext) async throws -> ProposalMeritViews.Sheet {
        let (id, visitor, now) = (
            try context.id("proposal", of: Proposal.self), context.visitor, office.clock.now()
        )
        return try await office.database.read {
            try ProposalMeritActions.opened(id, for: visitor, now: now, in: $0)
        }
    }

    private func grant(_ context: SignedInContext) async throws -> WebResponse {
        let (id, sent) = (try context.id("proposal", of: Proposal.self), context.form)
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try ProposalMeritActions.grant(sent, to: id, by: $0, in: $1)
            }
        } catch let refusal as ProposalMeritRefusal where refusal.kind == .invalid {
            var sheet = try await opened(context)
            sheet.form = try ProposalMeritForm(sent, of: sheet.entry.authors.map(\.staffNumber))
            sheet.problems = refusal.problems
            return .page(
                ProposalMeritViews.sheet(sheet, chrome: office.chrome(for: context.visitor)),
                status: refusal.kind.status)
        }
        return .seeOther(ProposalMeritDeed.granted.told(at: ProposalMeritViews.section))
    }
}
