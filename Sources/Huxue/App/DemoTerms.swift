/// The made-up office of the demo, in words.
enum DemoTerms {
    static let officeName = "南華區戶政事務所"
    static let adminLogin = "tsai.zonghan"
    static let adminName = "蔡宗翰"
    static let password = "nanhua-demo-office"

    /// One account per role, in the order in which they are printed; the unit is a section's name or the whole office.
    static let grants: [(role: Role, login: String, section: String?)] = [
        (.employee, "lin.yachu", nil),
        (.examManager, "wang.shufen", nil),
        (.questionEditor, "chen.guanting", nil),
        (.supervisor, "cheng.shuhui", "登記一課"),
        (.knowledgeEditor, knowledgeEditor, nil),
        (.proposalManager, secretary, nil),
        (.reviewer, panelist, nil),
        (.hr, hr, nil),
        (.admin, adminLogin, nil),
    ]

    /// Further ones, which are not printed.
    static let moreGrants: [(role: Role, login: String, section: String?)] = [(.questionEditor, second, "登記二課")]

    /// Who runs the demo's calls for proposals, scores them and orders the awards.
    static let secretary = "liu.yijun"
    static let panelist = "chao.lihua"
    static let panel = ["hsu.wenzheng", panelist, "cheng.shuhui", "hung.guodong", "cheng.wenbin"]
    static let hr = "huang.meiling"
    static let knowledgeEditor = "yeh.peishan"
    static let tieCriterion = "預期效益"
    static let awards = [
        ProposalAward(name: "特優", prize: 6000, merit: .init(kind: .merit, times: 1)),
        ProposalAward(name: "優等", prize: 4000, merit: .init(kind: .commendation, times: 2)),
        ProposalAward(name: "佳作", prize: 2000, merit: .init(kind: .commendation, times: 1)),
    ]
    static let order = "南華戶人字第 0710 號"

    /// Who write the demo's unfinished questions, and who reviews one of them.
    static let writer = "chen.guanting"
    static let second = "hsu.yating"
    static let reviewer = "wang.shufen"

    /// The files of `DemoQuestions.folder`.
    static let questions = [
        "birthplace-1", "birthplace-2", "death-date", "documents-checked", "household-book", "oral-application",
    ]
    /// Why the reviewer sends one back.
    static let remark = "本人和祖母都是第44條所定的申請人，這一題有兩個正確答案。請改問何人不得申請，並寫明伯父有沒有與他同住或撫養他。"
    static let revised = "依審題意見改問何人不得為申請人，並寫明同住的情形"

    /// Made up, down to an area code that does not exist.
    static let facts: [LocalFact: String] = [
        .address: "南華市南華區民生路 200 號 1 樓", .telephone: "(00) 200-2000",
        .hours: "週一至週五 8:00–17:00，中午不休息；週六 8:30–12:00 只受理預約案件",
        .processingTimes: "遷入、遷出、住址變更、出生、死亡及結婚登記隨到隨辦，約 20 分鐘；需要向其他機關查證的，最長 7 日。",
    ]
    static let extensions = [
        "lin.yachu": "212", "wang.shufen": "301", "chen.guanting": "215", "cheng.shuhui": "210", "yeh.peishan": "305",
        "huang.meiling": "401", "hsu.yating": "222", adminLogin: "500",
    ]

    static func callTitle(_ year: Int, _ title: String) -> String { "\(ROCDate.year(year))年\(title)" }

    static func quizTitle(_ day: Day) -> String {
        "\(ROCDate.year(day.year))年第\((day.month + 2) / 3)季法令小考"
    }

    static func testTitle(_ day: Day) -> String {
        "\(ROCDate.year(day.year))年\(day.month <= 6 ? "上" : "下")半年戶政法令測驗"
    }

    /// 20 questions over the topics of the counter.
    static let quiz: [BlueprintLine] = [
        .cell(topic: "出生登記", level: .recall, count: 1),
        .cell(topic: "出生登記", level: .understand, count: 1),
        .cell(topic: "出生登記", level: .apply, count: 1),
        .topic(topic: "死亡登記", count: 2),
        .cell(topic: "結婚與離婚登記", level: .recall, count: 1),
        .cell(topic: "結婚與離婚登記", level: .understand, count: 1),
        .cell(topic: "結婚與離婚登記", level: .apply, count: 1),
        .cell(topic: "遷徙登記", level: .recall, count: 1),
        .cell(topic: "遷徙登記", level: .understand, count: 1),
        .cell(topic: "遷徙登記", level: .apply, count: 2),
        .cell(topic: "國民身分證與戶口名簿", level: .recall, count: 1),
        .cell(topic: "國民身分證與戶口名簿", level: .understand, count: 1),
        .cell(topic: "國民身分證與戶口名簿", level: .apply, count: 1),
        .cell(topic: "姓名", level: .recall, count: 1),
        .cell(topic: "姓名", level: .apply, count: 2),
        .topic(topic: "規費與罰鍰", count: 2),
    ]

    static func greeting(address: String) -> String {
        let accounts = grants.map { "  \(RoleTerms.name(of: $0.role))　\($0.login)" }.joined(separator: "\n")
        return """
            戶學示範機關「\(officeName)」：\(address)
            每個帳號的密碼都是 \(password)
            \(accounts)
            按 Ctrl-C 結束；資料都會留著。
            """
    }
}
