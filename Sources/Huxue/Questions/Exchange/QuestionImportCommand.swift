import ArgumentParser
import Foundation

struct QuestionImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "把試題檔案匯入題庫。內容有變的試題成為新版本；有任何問題就全部不匯入。",
        discussion: """
            檔案裡沒有的試題維持原狀。YAML 以外的格式沒有寫狀態的新題先是草稿，送審通過後才會抽進測驗。
            各格式把法源依據、層次等寫在哪裡，見網頁「題庫」的「匯入」。
            """)

    @Argument(help: "試題檔案（YAML、CSV、XLSX、GIFT、Moodle XML、QTI），或放 YAML 檔案的資料夾。")
    var path: String

    @Option(help: "格式：yaml、csv、xlsx、gift、moodle、qti。省略時由內容與檔名判斷。")
    var format: QuestionFormat?

    @Option(help: "沒有寫主題的試題放進這個主題。")
    var topic = ""

    @Option(help: "沒有寫法源依據的試題以此為依據，例如「戶籍法第48條」；可以重複。")
    var citation: [String] = []

    @Option(help: "檔案沒有寫單位的新試題屬於這個單位的題庫，例如「登記一課」；省略時是共用題庫。")
    var unit = ""

    @Flag(help: "只檢查並說明會有什麼變動，不匯入。")
    var check = false

    @Flag(help: "略過題庫不支援的項目，只匯入其餘的試題。")
    var skipUnsupported = false

    @Flag(help: "以 JSON 列出問題、提醒與結果。")
    var json = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let session = try options.open()
        let (acting, seal) = (session.acting, QuestionSealActions(sources: FeatureList.current.seals))
        let basis = try session.database.readAndWait {
            let unit = try QuestionUnitStore.choice(named: self.unit, in: $0)
            return try QuestionImportBasisActions.basis(unit: unit, seal: seal, by: acting, in: $0)
        }
        let (files, format) = try read()
        let plan = QuestionImportPlan(
            files, as: format,
            options: .init(topic: StreamSafeText.key(topic), citations: citation.joined(separator: "\n")), basis: basis)
        try await session.database.write(as: acting) {
            try QuestionImportBasisActions.recordComparison(plan.compared, by: $0, in: $1)
        }
        tell(plan)
        guard plan.problems.isEmpty, plan.unsupported.isEmpty || skipUnsupported, !check else {
            return try end(plan)
        }
        let bar = ProgressBar("匯入試題", total: plan.count)
        let summary = try await QuestionImportActions(
            plan.topics, source: path, positions: plan.positions, revisions: plan.revisions, seal: seal
        ).run(in: session.database, clock: session.clock, by: acting) { bar.advance(to: $0) }
        bar.finish()
        if json { try Console.json(QuestionImportOutcome(plan, isImported: true)) }
        Console.say("已匯入 \(summary.total) 題：" + words(summary))
    }

    /// What was not imported, and why.
    private func end(_ plan: QuestionImportPlan) throws {
        if json { try Console.json(QuestionImportOutcome(plan, isImported: false)) }
        if !plan.problems.isEmpty {
            let lines = QuestionFindingGroup.groups(plan.problems).map(\.description)
            guard json else { throw QuestionImportRefusal.problems(lines) }
            throw ExitCode.failure
        }
        guard plan.unsupported.isEmpty || skipUnsupported else {
            throw QuestionImportRefusal.unsupported(plan.unsupported.count)
        }
        let figures = QuestionImport(
            added: plan.added.count, revised: plan.revised.count, updated: plan.updated.count, unchanged: plan.unchanged
        )
        Console.say("檔案沒有問題，共 \(figures.total) 題：\(words(figures))以上是預覽，沒有匯入。")
    }

    private func words(_ figures: QuestionImport) -> String {
        """
        新增 \(figures.added) 題，改版 \(figures.revised) 題，\
        只更新核對日期、主題、單位或狀態 \(figures.updated) 題，未變 \(figures.unchanged) 題。
        """
    }

    private func tell(_ plan: QuestionImportPlan) {
        guard !json else { return }
        for group in QuestionFindingGroup.groups(plan.unsupported) { Console.say("略過：\(group)") }
        for group in QuestionFindingGroup.groups(plan.notices) { Console.say("提醒：\(group)") }
        if plan.reviewedFirst > 0 { Console.say("有 \(plan.reviewedFirst) 題在檔案裡是使用中，要先審題：新的先是草稿，改了內容的與還沒有人審過的會送審。") }
    }

    private func read() throws -> (files: [(path: String, bytes: [UInt8])], format: QuestionFormat) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw QuestionRefusal.missingPath(path)
        }
        if isFolder.boolValue {
            guard format == nil || format == .yaml else {
                throw QuestionImportRefusal.notAFolder(format?.rawValue ?? "")
            }
            return (try QuestionFolder.read(path), .yaml)
        }
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        let bytes = Array(try handle.read(upToCount: BodyLimit.upload + 1) ?? Data())
        guard bytes.count <= BodyLimit.upload else { throw CommonRefusal.tooLarge("20 MB") }
        guard let format = format ?? QuestionFormat(fileName: path, bytes: bytes) else {
            throw QuestionImportRefusal.unknownFormat(path)
        }
        do {
            return (try format.files(in: bytes, name: path), format)
        } catch {
            throw QuestionImportRefusal.unreadable(FormatProblemTerms.sentence(error))
        }
    }
}

extension QuestionFormat: ExpressibleByArgument {}

/// What `questions import --json` prints.
struct QuestionImportOutcome: Encodable {
    struct Finding: Encodable {
        let file: String
        /// In words: a line, a cell or an item.
        let place: String
        /// Left out where no lines are counted.
        let line: Int?
        let problem: String

        init(_ finding: QuestionFinding) {
            (file, line, problem) = (finding.file, finding.place.line, finding.sentence)
            place = FormatProblemTerms.words(finding.place)
        }
    }

    let problems: [Finding]
    let unsupported: [Finding]
    let notices: [Finding]
    let added: [String]
    let revised: [String]
    let updated: [String]
    let unchanged: Int
    let imported: Bool

    init(_ plan: QuestionImportPlan, isImported: Bool) {
        problems = plan.problems.map(Finding.init)
        unsupported = plan.unsupported.map(Finding.init)
        notices = plan.notices.map(Finding.init)
        (added, revised, updated) = (plan.added.map(\.code), plan.revised.map(\.code), plan.updated.map(\.code))
        (unchanged, imported) = (plan.unchanged, isImported)
    }
}
