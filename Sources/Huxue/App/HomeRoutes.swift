import Hummingbird

/// The home page.
struct HomeRoutes {
    let office: Office
    let sample: StatuteSample?

    func add(to router: RouterGroup<SignedInContext>) {
        router.get("/") { _, context in try await home(context) }
    }

    private func home(_ context: SignedInContext) async throws -> WebResponse {
        let visitor = context.visitor
        let now = office.clock.now()
        let today = ROCDate.day(of: now)
        let sample = sample
        let (owns, readings, notes) = try await office.database.read { db in
            (
                try SheetActions.owns(of: visitor, now: now, in: db),
                try AnnouncementCallActions.due(for: visitor, now: now, in: db),
                [
                    ManagerNotes(
                        title: "測驗承辦", link: ("/manage/exams", "年度測驗"),
                        notes: try ProgrammeActions.notes(for: visitor, today: today, now: now, in: db)),
                    ManagerNotes(
                        title: "法規異動", link: ("/amendments", "全部的法規異動"),
                        notes: try AmendmentListActions.notes(
                            CitationSources.desks, for: visitor, today: today, in: db)),
                    ManagerNotes(
                        title: "知識庫", link: ("/pages", "全部條目"),
                        notes: try PageDutyActions.notes(for: visitor, today: today, in: db)),
                    ManagerNotes(
                        title: "必讀公告", link: (AnnouncementAddress.list, "全部的必讀公告"),
                        notes: try AnnouncementCallActions.notes(for: visitor, now: now, in: db)),
                    ManagerNotes(
                        title: "匯入法規", link: ("/statutes", "法規"),
                        notes: try DemoLaw.notes(of: sample, for: visitor, in: db)),
                ]
            )
        }
        return .page(
            HomePages.home(
                due: owns.filter(\.isDue).map(AttemptPages.dueItem) + readings,
                coming: owns.filter { $0.exam.state == .published && now < $0.opens }.map { own in
                    (own.exam.plan.title, own.opens, "/exams/\(own.exam.id)")
                }, notes: notes,
                figures: Self.figures(owns, year: today.year), today: today, now: now,
                chrome: Chrome(office: office, visitor: visitor)))
    }

    /// The year's tests in figures: passed of those counted, and the average of their best scores.
    private static func figures(_ owns: [AttemptPages.OwnExam], year: Int) -> [HomePages.Figure] {
        let counted = owns.filter { own in
            own.exam.plan.kind != .practice && own.showsResults && (own.best != nil || own.exam.state == .closed)
                && ROCDate.day(of: own.opens).year == year
        }
        let best = counted.compactMap(\.best)
        let scores = best.sorted { $0.startedAt < $1.startedAt }.compactMap(\.score)
        let average = Fraction(scores.map(\.hundredths).reduce(0, +), max(scores.count, 1) * 100)
        return [
            HomePages.Figure(
                name: "法令測驗", value: "\(best.count { $0.passed == true })", unit: "／\(counted.count) 次及格",
                link: "/exams", linkWords: "看成績"),
            HomePages.Figure(
                name: "測驗平均", value: scores.isEmpty ? "—" : Points(rounding: average).text, unit: " 分",
                link: "/exams", linkWords: "看各次分數", trace: scores),
        ]
    }
}
