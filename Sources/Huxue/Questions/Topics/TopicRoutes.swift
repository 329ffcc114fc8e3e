import Hummingbird

/// 主題: their list, their order, and what becomes of one.
struct TopicRoutes {
    let office: Office
    let followers: [any TopicFollower.Type]

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("questions/topics") { request, context in try await list(request, context) }
        router.post("questions/topics") { _, context in try await add(context) }
        router.get("questions/topics/:file") { _, context in try await sheet(context) }
        router.post("questions/topics/:file") { _, context in try await rename(context) }
        router.post("questions/topics/:file/place") { _, context in try await move(context) }
        router.post("questions/topics/:file/merger") { _, context in try await merge(context) }
        router.post("questions/topics/:file/removal") { _, context in try await remove(context) }
    }

    private func list(_ request: Request, _ context: SignedInContext) async throws -> WebResponse {
        let query = try request.query()
        let done = try TopicDeed(query)?.sentence(TopicDeed.count(query))
        let pressed = try TopicRules.Way(rawValue: query.text("way")).map {
            TopicViews.Pressed(fileName: try query.text("file"), way: $0)
        }
        return try await show(context) { TopicViews.list($0, done: done, pressed: pressed, chrome: $1) }
    }

    /// The list as it is now.
    private func show(
        _ context: SignedInContext, refused: TopicRefusal? = nil,
        _ view: (TopicActions.Contents, Chrome) -> HTML
    ) async throws -> WebResponse {
        let actor = context.actor
        let contents = try await office.database.read { try TopicActions.contents(for: actor, in: $0) }
        return .page(view(contents, office.chrome(for: context.visitor)), status: refused?.kind.status ?? .ok)
    }

    private func add(_ context: SignedInContext) async throws -> WebResponse {
        let (name, prefix) = (try context.form.text("name"), try context.form.text("prefix"))
        do {
            _ = try await office.database.write(as: context.acting(at: office.clock.now())) {
                try TopicActions.add(name, prefix: prefix, by: $0, in: $1)
            }
        } catch let refusal as TopicRefusal {
            let refused = TopicViews.Refused(refusal: refusal, name: name, prefix: prefix)
            return try await show(context, refused: refusal) { TopicViews.list($0, refused: refused, chrome: $1) }
        }
        return .seeOther(TopicDeed.added.told(at: TopicViews.address))
    }

    private func move(_ context: SignedInContext) async throws -> WebResponse {
        let (file, past) = (try context.text("file"), try context.form.text("past"))
        guard let way = TopicRules.Way(rawValue: try context.form.text("way")) else { throw TopicRefusal.orderChanged }
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try TopicActions.move(file, way, past: past, by: $0, in: $1)
            }
        } catch let refusal as TopicRefusal {
            let refused = TopicViews.Refused(refusal: refusal)
            return try await show(context, refused: refusal) { TopicViews.list($0, refused: refused, chrome: $1) }
        }
        return .seeOther(
            TopicDeed.moved.told(at: TopicViews.address, [("file", file), ("way", way.rawValue)]))
    }

    // MARK: One topic

    private func sheet(_ context: SignedInContext) async throws -> WebResponse {
        let (file, actor, followers) = (try context.text("file"), context.actor, followers)
        let sheet = try await office.database.read {
            try TopicActions.sheet(file, followers: followers, for: actor, in: $0)
        }
        return .page(TopicViews.sheet(sheet, chrome: office.chrome(for: context.visitor)))
    }

    private func rename(_ context: SignedInContext) async throws -> WebResponse {
        let (file, followers) = (try context.text("file"), followers)
        let (name, seen) = (try context.form.text("name"), try context.form.text("seen"))
        do {
            let count = try await office.database.write(as: context.acting(at: office.clock.now())) {
                try TopicActions.rename(file, seen: seen, to: name, followers: followers, by: $0, in: $1)
            }
            return .seeOther(TopicDeed.renamed.told(at: TopicViews.address, count: count))
        } catch let refusal as TopicRefusal {
            return try await again(TopicViews.Refused(refusal: refusal, name: name), of: file, context)
        }
    }

    private func merge(_ context: SignedInContext) async throws -> WebResponse {
        let (file, followers) = (try context.text("file"), followers)
        let (into, seen) = (try context.form.text("into"), try context.form.text("seen"))
        do {
            let count = try await office.database.write(as: context.acting(at: office.clock.now())) {
                try TopicActions.merge(file, seen: seen, into: into, followers: followers, by: $0, in: $1)
            }
            return .seeOther(TopicDeed.merged.told(at: TopicViews.address, count: count))
        } catch let refusal as TopicRefusal {
            return try await again(TopicViews.Refused(refusal: refusal, into: into), of: file, context)
        }
    }

    private func remove(_ context: SignedInContext) async throws -> WebResponse {
        let (file, followers) = (try context.text("file"), followers)
        let seen = try context.form.text("seen")
        do {
            try await office.database.write(as: context.acting(at: office.clock.now())) {
                try TopicActions.remove(file, seen: seen, followers: followers, by: $0, in: $1)
            }
            return .seeOther(TopicDeed.removed.told(at: TopicViews.address))
        } catch let refusal as TopicRefusal {
            return try await again(TopicViews.Refused(refusal: refusal), of: file, context)
        }
    }

    /// The topic's page with what was refused; the list when the topic is gone.
    private func again(
        _ refused: TopicViews.Refused, of file: String, _ context: SignedInContext
    ) async throws -> WebResponse {
        guard refused.refusal != .gone else {
            return try await show(context, refused: refused.refusal) {
                TopicViews.list($0, refused: refused, chrome: $1)
            }
        }
        let (actor, followers) = (context.actor, followers)
        let sheet = try await office.database.read {
            try TopicActions.sheet(file, followers: followers, for: actor, in: $0)
        }
        return .page(
            TopicViews.sheet(sheet, refused: refused, chrome: office.chrome(for: context.visitor)),
            status: refused.refusal.kind.status)
    }
}
