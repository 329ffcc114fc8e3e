import Hummingbird

/// A call's results as files.
struct ProposalResultRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/calls/:call/results/ranking.csv") { _, context in
            try await export(.ranking, .csv, context)
        }
        router.get("manage/calls/:call/results/ranking.xlsx") { _, context in
            try await export(.ranking, .xlsx, context)
        }
        router.get("manage/calls/:call/results/scores.csv") { _, context in try await export(.scores, .csv, context) }
        router.get("manage/calls/:call/results/scores.xlsx") { _, context in
            try await export(.scores, .xlsx, context)
        }
    }

    private func export(
        _ kind: ProposalResultFile.Kind, _ format: ProposalResultFile.Format, _ context: SignedInContext
    ) async throws -> WebResponse {
        let id = try context.id("call", of: ProposalCall.self)
        let results = try await office.database.write(as: context.acting(at: office.clock.now())) {
            try ProposalResultActions.export(kind, of: id, by: $0, in: $1)
        }
        let bytes = try await office.files.run { try ProposalResultFile.bytes(kind, format, of: results) }
        return .download(bytes, name: ProposalResultFile.name(kind, format, of: results), type: format.type)
    }
}
