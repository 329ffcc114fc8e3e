import Hummingbird

/// Publishes, closes and releases exams: for each step a page that asks for confirmation, and a form that does it.
struct ExamStateRoutes {
    let office: Office

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("manage/exams/:exam/publication") { _, context in
            try await ask(context, ExamStateViews.publication) { exam, _ in
                guard exam.state == .draft else { throw ExamRefusal.alreadyPublished }
            }
        }
        router.post("manage/exams/:exam/publication") { _, context in
            try await act(context, .published) { try ExamActions.publish($0, by: $1, in: $2) }
        }
        router.get("manage/exams/:exam/closure") { _, context in
            try await ask(context, ExamStateViews.closure) { exam, _ in
                try ExamRules.checkClosure(of: exam, openAttempts: 0)
            }
        }
        router.post("manage/exams/:exam/closure") { _, context in
            try await act(context, .closed) { try ExamActions.close($0, by: $1, in: $2) }
        }
        router.get("manage/exams/:exam/release") { _, context in
            try await ask(context, ExamStateViews.release) { exam, _ in
                try ExamRules.checkRelease(of: exam)
            }
        }
        router.post("manage/exams/:exam/release") { _, context in
            try await act(context, .released) { try ExamActions.releaseResults($0, by: $1, in: $2) }
        }
        router.get("manage/exams/:exam/deletion") { _, context in
            try await ask(context, ExamStateViews.deletion) { exam, _ in try ExamRules.checkChange(of: exam) }
        }
        router.post("manage/exams/:exam/deletion") { _, context in
            try await act(context, .deleted) { try ExamActions.delete($0, by: $1, in: $2) }
        }
        router.get("manage/exams/:exam/extension") { _, context in
            try await ask(
                context,
                { sheet, chrome in
                    ExamStateViews.extended(sheet, closes: ROCDate.field(sheet.exam.plan.closes), chrome: chrome)
                }
            ) { exam, now in
                try ExamRules.checkExtension(of: exam, to: max(exam.plan.closes, now).adding(minutes: 1), now: now)
            }
        }
        router.post("manage/exams/:exam/extension") { _, context in try await extend(context) }
    }

    /// Shows the page that asks for confirmation, unless `check` refuses the step.
    private func ask(
        _ context: SignedInContext, _ page: @Sendable (ExamStateViews.Sheet, Chrome) -> HTML,
        check: @escaping @Sendable (Exam, Moment) throws -> Void
    ) async throws -> WebResponse {
        let sheet = try await sheet(context)
        try check(sheet.exam, sheet.now)
        return .page(page(sheet, office.chrome(for: context.visitor)))
    }

    private func sheet(_ context: SignedInContext) async throws -> ExamStateViews.Sheet {
        let id = try context.id("exam", of: Exam.self)
        let acting = context.acting(at: office.clock.now())
        return try await office.database.read { try ExamOverviewActions.question(of: id, for: acting, in: $0) }
    }

    private func act(
        _ context: SignedInContext, _ deed: ExamDeed,
        _ step: @escaping ExamActions.Step
    ) async throws -> WebResponse {
        let id = try context.id("exam", of: Exam.self)
        try await office.database.write(as: context.acting(at: office.clock.now())) { try step(id, $0, $1) }
        return .seeOther(deed.told(at: deed == .deleted ? ExamHeadViews.section : "/manage/exams/\(id)"))
    }

    private func extend(_ context: SignedInContext) async throws -> WebResponse {
        let text = try context.form.text("closes")
        let problem: String
        if let closes = ROCDate.parseMoment(text) {
            do {
                return try await act(context, .extended) { try ExamActions.extend($0, closes: closes, by: $1, in: $2) }
            } catch let refusal as ExamRefusal where refusal.kind == .invalid {
                problem = refusal.sentence
            }
        } else {
            problem = ExamProblem(.closes, .notAMoment).sentence
        }
        return .page(
            ExamStateViews.extended(
                try await sheet(context), closes: text, problem: problem,
                chrome: office.chrome(for: context.visitor)), status: .unprocessableContent)
    }
}
