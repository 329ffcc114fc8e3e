/// Words of this feature that appear both in files and on pages.
enum AccountTerms {
    static let navigation = [
        NavigationGroup(
            name: NavigationGroup.own, entries: [NavigationEntry(icon: Icon.home, title: "首頁", address: "/", place: 0)]),
        NavigationGroup(
            name: "staff", place: 9,
            headings: [
                NavigationHeading(action: .manageStaff, title: "系統管理", place: 1),
                NavigationHeading(action: .readStaff, title: "機關人員", place: 2),
            ],
            entries: [
                NavigationEntry(icon: Icon.people, title: "人員", address: "/staff", action: .readStaff, place: 1),
                NavigationEntry(icon: Icon.units, title: "單位", address: "/units", action: .readStaff, place: 2),
                NavigationEntry(
                    icon: Icon.log, title: "稽核紀錄", address: "/audit", action: .readAudit, isForWholeOffice: true,
                    place: 3),
            ]),
    ]

    static let uploads = [UploadPlace(path: "/staff/import", action: .manageStaff, size: .memory)]

    static let slipBeyondScope = "另有您管理範圍以外的職權，請洽上層機關的系統管理者"
    static let slipUnreached = "系統中途無法寫入，請稍後再核發一次"

    /// The line above the list of people who got no password.
    static func slipsLeftOut(_ count: Int) -> String { "有 \(count) 位沒有核發密碼：" }

    /// Shown in place of the password for a person who got none.
    static func slipWithout(_ reason: String) -> String { "（未核發：\(reason)）" }

    /// Why a name alone does not say who is meant; lists the people, so that one can be chosen.
    static func severalOfName(_ name: String, _ people: [PersonChoice]) -> String {
        let listed = people.prefix(10).map { "\($0.staffNumber)（\($0.unitName)）" }.joined(separator: "、")
        return "「\(name)」有 \(people.count) 位：\(listed)\(people.count > 10 ? "…" : "")，請改寫員工編號"
    }

    /// When a number and the name before it are those of two people.
    static func misnamed(_ person: PersonChoice, name: String) -> String {
        "\(person.staffNumber) 是\(person.name)，不是\(name)；請改寫其中一個"
    }

    static let outputFailed = "輸出沒有寫完：磁碟已滿，或接收的程式先結束了。寫出的檔案不完整，請刪除後再執行一次。"

    static let slipColumns = ["帳號", "姓名", "一次性密碼"]
    static let auditColumns = ["序號", "時間", "人員", "動作", "動作代碼", "對象", "內容", "來源"]
    static let slipFileName = "一次性密碼.csv"
    static let auditFileName = "稽核紀錄.csv"

    static func auditExportIsCut(kept: Int, total: Int) -> String {
        "共 \(total) 筆，只匯出最新的 \(kept) 筆；其餘請以日期分次匯出。"
    }

    static let longExtension = "分機最多 \(AccountActions.extensionLimit) 個字，寫在一行，不能有控制字元；沒有儲存。"

    static func separated(by separator: CSVSeparator) -> String {
        let name =
            switch separator.byte {
            case UInt8(ascii: ";"): "分號（;）"
            case UInt8(ascii: "\t"): "定位字元（Tab）"
            default: "「\(Character(Unicode.Scalar(separator.byte)))」"
            }
        return "檔案以\(name)分隔，已照這個讀取。"
    }

    /// A notice of the units that an import would create directly below the office; nil when there are none.
    ///
    /// See `StaffImportPlan.placedBelow`.
    static func placedBelow(_ plan: StaffImportPlan) -> String? {
        guard !plan.placedBelow.isEmpty else { return nil }
        let names = plan.placedBelow.prefix(20).map { "「\($0)」" }.joined()
        let more = plan.placedBelow.count > 20 ? "等 \(plan.placedBelow.count) 個" : ""
        return "\(names)\(more)不是本機關的名稱（\(plan.officeName)），也不是現有的單位，會建立在本機關之下。"
    }

    /// Before an import or a form with `count` doubts is carried out.
    static func doubtful(_ count: Int) -> String { "有 \(count) 個地方請先看過，人員資料還沒有變動。" }

    /// What a finished import did.
    static func imported(_ figures: StaffImportFigures) -> String {
        "新增 \(figures.created) 人、變更 \(figures.changed) 人、不變 \(figures.unchanged) 人"
            + (figures.skipped > 0 ? "、略過 \(figures.skipped) 列" : "")
            + (figures.units > 0 ? "、新單位 \(figures.units) 個" : "") + "。"
    }

    static func staffFileName(on day: Day) -> String {
        "人員名冊-\(ROCDate.plain(day).split(separator: "/").joined(separator: "-")).csv"
    }

    static func movedLeavers(_ count: Int) -> String { "已離職的 \(count) 人改列上級單位" }

    static func obstacle(below names: [String]) -> String? {
        names.isEmpty ? nil : "下級單位 \(names.count) 個（\(listed(names))）"
    }

    static func obstacle(staff names: [String]) -> String? {
        names.isEmpty ? nil : "在職或即將到職的同仁 \(names.count) 人（\(listed(names))）"
    }

    static func obstacle(roles: [GrantEntry]) -> String? {
        roles.isEmpty
            ? nil : "授予的角色 \(roles.count) 個（\(listed(roles.map { "\($0.name)的\(RoleTerms.name(of: $0.role))" }))）"
    }

    /// The first few of `names`, as a list in a sentence.
    static func listed(_ names: [String]) -> String {
        names.prefix(5).joined(separator: "、") + (names.count > 5 ? "…" : "")
    }

    static let yes = "是"
    static let no = "否"
}
