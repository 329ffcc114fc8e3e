/// Why a file cannot be read as the ministry's open data.
enum StatuteFileRefusal: Refusal, Equatable {
    case unreadable
    case empty
    case compressed
    /// A ZIP archive that breaks off or is damaged.
    case brokenArchive
    /// A ZIP archive without exactly one JSON file, or packed in a way that is not read.
    case strangeArchive
    case oversized
    /// XML, or a page of the web.
    case markup
    /// The English edition of the ministry's data.
    case english
    /// A statute whose name is not Chinese, whatever the fields are called.
    case foreign(String)
    case utf16
    /// Big5, or damaged; after so many laws that were read.
    case notUTF8(laws: Int)
    case notMinistry
    /// The file ends too early, after so many laws.
    case truncated(laws: Int)
    /// The law after so many others is not of the ministry's form.
    case damaged(laws: Int)
    /// More laws than the country has.
    case tooMany(Int)

    var kind: RefusalKind { .invalid }

    var sentence: String {
        switch self {
        case .unreadable: "無法讀取這個檔案，請確認它是檔案而不是資料夾，而且系統有讀取的權限。"
        case .empty: "這個檔案裡沒有任何法規。\(Self.again)"
        case .compressed: "這種壓縮檔無法直接讀取，請先解壓縮，再選用裡面的 JSON 檔。"
        case .brokenArchive: "這個 ZIP 檔不完整或已損壞。\(Self.again)"
        case .strangeArchive: "這個 ZIP 檔裡不是剛好一個 JSON 檔，或用了本系統不讀的壓縮方式。請先解壓縮，再選用裡面的 JSON 檔。"
        case .oversized: "這個檔案解壓縮後超過 200 MB，不像是全國法規資料庫的檔案。\(Self.again)"
        case .markup: "這是 XML 檔或網頁，不是 JSON 檔。請到全國法規資料庫的開放資料改下載 JSON 格式。"
        case .english: "這是英文版的法規檔，不是中文版。請到全國法規資料庫的開放資料改下載中文法規的 JSON 格式。"
        case .foreign(let name):
            "「\(name.prefix(100))」不是中文的法規名稱，這不是中文版的法規檔，沒有匯入任何法規。請到全國法規資料庫的開放資料改下載中文法規的 JSON 格式。"
        case .utf16: "這個檔案是 UTF-16 編碼，可能曾用其他軟體另存。請改用原始下載的檔案，或另存成 UTF-8。"
        case .notUTF8(let laws): "讀完 \(laws) 部法規後，遇到不是 UTF-8 編碼的文字。\(Self.again)"
        case .tooMany(let most): "這個檔案的法規超過 \(most) 部，不像是全國法規資料庫的檔案。\(Self.again)"
        case .notMinistry: "這個檔案不是全國法規資料庫的 JSON 檔。請到全國法規資料庫的開放資料下載中文法規的 JSON 格式。"
        case .truncated(let laws): "這個檔案不完整，讀完 \(laws) 部法規後就中斷了。\(Self.again)"
        case .damaged(let laws): "第 \(laws + 1) 部法規的內容已損壞，或欄位與全國法規資料庫的格式不同。\(Self.again)"
        }
    }

    private static let again = "請重新下載全國法規資料庫的 JSON 檔後再試一次。"
}
