/// Why staff, accounts or roles were left as they are.
enum StaffRefusal: Refusal, Hashable {
    case emptyFile
    case unreadableFile(String)
    case missingColumns([String], separator: CSVSeparator)
    case doubledColumn(String)
    case badRows(count: Int)
    case doubts(count: Int)
    case nothingUploaded
    case uploadGone
    /// Staff, units or the file itself changed after the preview was shown.
    case previewOutdated
    case officeExists
    case badLogin(String)
    case badOfficeName
    case badAdminName
    case noSuchLogin(String)
    case noSuchUnit(String)
    case noSuchNumber(String)
    /// Why a staff number was not changed.
    case notRenumbered(String)
    case noSuchRole(String)
    case roleNeedsNoGrant
    case roleDoesNothing(Role)
    case alreadyGranted
    /// A password was issued since the page was shown, perhaps by the same form sent twice.
    case issuedMeanwhile
    case notGranted
    case lastAdministrator
    case noAdministratorLeft
    case beyondScope(String)
    case noAccount(String)

    var kind: RefusalKind {
        switch self {
        case .officeExists, .alreadyGranted, .issuedMeanwhile, .notGranted, .lastAdministrator, .noAdministratorLeft,
            .uploadGone, .previewOutdated:
            .conflict
        case .beyondScope: .forbidden
        default: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .emptyFile:
            "檔案裡沒有資料，沒有匯入。第一列要是標題：員工編號、姓名、單位、職稱、帳號、臨櫃、到職日、離職日。"
        case .unreadableFile(let path):
            "讀不到檔案「\(path)」，沒有匯入。請確認路徑與檔名，以及您有讀取的權限。"
        case .missingColumns(let names, let separator):
            "缺少欄位：\(names.joined(separator: "、"))，沒有匯入。"
                + (separator == .comma ? "" : AccountTerms.separated(by: separator))
                + "第一列要有這些標題；沒有資料的欄位可以留白，但標題要在。"
        case .doubledColumn(let name):
            "欄位「\(name)」出現兩次，沒有匯入。請刪去一欄。"
        case .badRows(let count):
            "有 \(count) 列需要修正，因此全部都沒有匯入。請修正檔案後重新匯入，或選擇略過這些列，只匯入其餘的列。"
        case .doubts(let count):
            "有 \(count) 個地方要先看過，因此人員資料沒有變動。確認無誤後，加上 --accept-warnings 再執行一次。"
        case .nothingUploaded:
            "沒有選擇檔案，沒有匯入。請先選擇 CSV 檔。"
        case .uploadGone:
            "找不到剛才上傳的檔案，可能已經匯入過或上傳了另一個檔案。人員資料沒有變動，請重新上傳。"
        case .previewOutdated:
            "預覽之後人員、單位或檔案有變動，會做的事和剛才看到的不同，因此沒有匯入。以下是新的預覽，請再看一次後匯入。"
        case .issuedMeanwhile: "剛才已經核發過新的密碼，沒有再換一次；先前印出的那一組仍然有效。如果沒有拿到，請再按一次。"
        case .officeExists:
            "這個資料夾已經有機關資料，沒有重新建立。要另建一所，請以 --data 指定別的資料夾。"
        case .badLogin(let login):
            "帳號「\(login)」不能使用，沒有執行。帳號只能用英文字母、數字與 . _ - @，開頭須為字母或數字，至多 64 字。"
        case .badOfficeName:
            "機關名稱不能空白、不能含有「/」、換行或改變文字方向的字元，至多 64 字，沒有執行。"
        case .badAdminName:
            "系統管理者的姓名不能含有換行或改變文字方向的字元，至多 64 字，沒有執行。"
        case .noSuchLogin(let login):
            "找不到帳號「\(login)」，資料沒有變動。請以 huxue staff list 或「人員」頁查明帳號。"
        case .noSuchNumber(let number):
            "找不到員工編號「\(number)」，資料沒有變動。請以 huxue staff list 或「人員」頁查明編號。"
        case .notRenumbered(let reason): "\(reason)，員工編號沒有變動。"
        case .noSuchUnit(let name):
            "找不到單位「\(name)」，資料沒有變動。請寫由機關起的全名，例如「南華區戶政事務所/戶籍登記課」。"
        case .noSuchRole(let name):
            "沒有「\(name)」這個角色，資料沒有變動。可用的角色："
                + Policy.grantableRoles.map { "\($0.rawValue)（\(RoleTerms.name(of: $0))）" }
                .joined(separator: "、") + "。"
        case .roleNeedsNoGrant:
            "每位同仁都有「同仁」角色，不必授予也不能收回，資料沒有變動。"
        case .roleDoesNothing(let role):
            "「\(RoleTerms.name(of: role))」目前還沒有作用，不能授予，資料沒有變動。"
        case .alreadyGranted:
            "這位同仁在這個單位已有這個角色，資料沒有變動。"
        case .notGranted:
            "這位同仁在這個單位沒有這個角色，資料沒有變動。"
        case .lastAdministrator:
            "這是最後一位全機關的系統管理者，不能收回，資料沒有變動。請先授予另一位同仁。"
        case .noAdministratorLeft:
            "這樣匯入之後，就沒有全機關的系統管理者了，因此全部都沒有匯入。請先授予另一位同仁「系統管理者」。"
        case .beyondScope(let name):
            "\(name)另有您管理範圍以外的職權，資料沒有變動。請洽上層機關的系統管理者。"
        case .noAccount(let name):
            "\(name)沒有帳號，資料沒有變動。請先在人員檔填上帳號再匯入。"
        }
    }
}
