enum CommandRefusal: Refusal {
    case noOffice(String)
    case noSuchLogin(String)
    case failed(String)

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .noOffice(let path): "資料夾「\(path)」裡還沒有機關資料。請先執行 huxue init，或以 --data 指定正確的資料夾。"
        case .noSuchLogin(let login): "找不到在職帳號「\(login)」，沒有執行。請以 huxue staff list 查明帳號。"
        case .failed(let sentence): sentence
        }
    }
}
