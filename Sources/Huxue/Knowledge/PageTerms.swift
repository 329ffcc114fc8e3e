/// Words of the knowledge base.
enum PageTerms {
    /// Above the papers that not everybody brings.
    static let specialPapers = "視情形另備"
    /// How what is said of a paper begins that everybody brings.
    static let everydayNotes = ["供", "查驗", "驗畢", "正本", "由戶政事務所"]

    static let place = Crumb("知識庫", "/pages")

    static let indexOutOfStep = "條目的搜尋索引與內文不符"

    static func setupStep(isDone: Bool, mayEdit: Bool) -> SetupStep {
        SetupStep(
            title: "建立知識庫", sentence: "授予一位同仁「知識庫管理」，由他新增條目；隨附的條目可由管理伺服器的人匯入（huxue kb import kb）。",
            link: mayEdit ? ("/pages/new", "新增條目") : nil, isDone: isDone, place: 5)
    }

    static let navigation = [
        NavigationGroup(
            name: NavigationGroup.own,
            entries: [NavigationEntry(icon: Icon.book, title: "知識庫", address: "/pages", place: 3)]),
        NavigationGroup(
            name: "knowledge", place: 2,
            headings: [
                NavigationHeading(action: .editPages, title: "知識庫管理", place: 1),
                NavigationHeading(action: .followReadings, title: "公告", place: 2),
            ],
            entries: [
                NavigationEntry(
                    icon: Icon.clock, title: "待複核條目", address: "/pages?due=1", action: .editPages, place: 1),
                StatuteTerms.amendments(for: .editPages, place: 2),
                NavigationEntry(icon: Icon.announcement, title: "必讀公告", address: "/announcements", place: 3),
                NavigationEntry(
                    icon: Icon.units, title: "本所資料", address: LocalFactTerms.address, action: .editPages, place: 4),
            ]),
    ]

    static func notes(_ notes: [ManagerNote]) -> ManagerNotes {
        ManagerNotes(title: "知識庫", link: ("/pages", "全部條目"), notes: notes, place: 3)
    }

    static let searched = SearchKind(
        code: "pages", name: "知識庫", counter: "個條目", outOfForce: "已停止適用", place: 1, listsNear: true)

    /// The subject of pages on how this system is used; they stand behind those of law.
    static let ownManual = "系統使用"

    /// Why a revision was saved that came with an import.
    static let imported = "由檔案匯入"

    static func name(of kind: PageKind) -> String {
        switch kind {
        case .procedure: "標準作業程序"
        case .interpretation: "函釋"
        case .faq: "常見問答"
        case .handbook: "工作手冊"
        case .announcement: "公告"
        }
    }

    /// The name of a kind to the public.
    static func publicName(of kind: PageKind) -> String {
        switch kind {
        case .procedure: "申辦須知"
        case .handbook: "業務說明"
        case .interpretation, .faq, .announcement: name(of: kind)
        }
    }

    static func name(of state: PageState) -> String {
        switch state {
        case .current: "現行"
        case .superseded: "停止適用"
        case .retired: "停用"
        }
    }

    /// What a kind is for, where somebody chooses one.
    static func use(of kind: PageKind) -> String {
        switch kind {
        case .procedure: "一項登記或服務怎麼辦：申請人、期限、應備文件、步驟"
        case .interpretation: "上級機關對條文的解釋，有發文字號與日期"
        case .faq: "一個問題，一個答案"
        case .handbook: "工作規則、系統操作等長期查閱的內容"
        case .announcement: "要讓同仁知道的事"
        }
    }

    static func meaning(of state: PageState) -> String {
        switch state {
        case .current: "同仁可以據以辦理"
        case .superseded: "保留供查閱，頁面上註明不再適用"
        case .retired: "只有管理知識庫的人看得到，也不會被搜尋到"
        }
    }

    static func name(of facet: PageFacet) -> String {
        switch facet {
        case .subject: "主題"
        case .policy: "施政"
        case .service: "服務"
        case .audience: "對象"
        }
    }

    static func name(of field: PageField) -> String {
        switch field {
        case .code: "代號"
        case .kind: "種類"
        case .title: "標題"
        case .number: "發文字號"
        case .issuedOn: "發文日期"
        case .issuer: "發文機關"
        case .state: "狀態"
        case .owner: "負責人"
        case .unit: "主管單位"
        case .reviewMonths: "複核週期"
        case .lawAsOf: "依據法規日期"
        case .isPublic: "對外公開"
        case .audience: name(of: PageFacet.audience)
        case .subject: name(of: PageFacet.subject)
        case .policy: name(of: PageFacet.policy)
        case .service: name(of: PageFacet.service)
        case .keywords: "關鍵詞"
        case .restsOn: "整部依據的法規"
        case .body: "內文"
        case .reason: "修改理由"
        }
    }

    /// The value of a field as it is read, not as it is written.
    static func shown(_ field: PageField, _ value: String) -> String {
        switch field {
        case .state: PageState(rawValue: value).map(name) ?? value
        case .owner: name(of: PageOwner(value))
        case .isPublic: value == "1" ? "對外公開" : "只供同仁查閱"
        case .reviewMonths: value.isEmpty ? "" : "\(value) 個月"
        default: value
        }
    }

    /// A role by its name, a person by login.
    static func name(of owner: PageOwner) -> String {
        switch owner {
        case .role(let role): RoleTerms.name(of: role)
        case .login(let login): login
        }
    }

    /// The reasons that stand in revisions which no one typed.
    static let firstRevision = "新增條目"
    static let unitRenamed = "單位改名"
    static let loginChanged = "負責人的帳號變更"
    static let loginClaimed = "原負責人的帳號已由別人使用"
}

extension CitedSubject {
    static let page = CitedSubject(
        code: "page", name: "知識庫", counter: "個條目", consequence: "複核以前，條目上會有提醒。", place: 2)
}
