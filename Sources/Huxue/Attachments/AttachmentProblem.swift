/// Why a file is not accepted as an attachment.
enum AttachmentProblem: Error, Hashable, Sendable {
    case empty
    case tooLarge
    case unknownKind
    case notPDF
    case notZip
    case notOpenDocument
    case notOffice
    case hasMacros
    case tooMuchInside
    case encrypted
    case unsafeName
    case notImage
    case tooManyPixels

    var sentence: String {
        switch self {
        case .empty: "檔案是空的。請重新選擇檔案。"
        case .tooLarge: "檔案超過 20 MB。請縮小或分成幾個檔案。"
        case .unknownKind: "不收這種檔案。請用 PDF、ODT、ODS、ODP、DOCX、XLSX、PPTX、PNG、JPEG 或 WebP，副檔名要與內容相符。"
        case .notPDF: "內容不是完整的 PDF。請由原來的程式重新匯出 PDF。"
        case .notZip: "檔案不完整，或內容與副檔名不符。請用原來的程式開啟後另存新檔。"
        case .notOpenDocument: "內容不是副檔名所說的 ODF 文件。請用原來的程式開啟後另存新檔。"
        case .notOffice: "內容不是副檔名所說的 Office 文件。請用原來的程式開啟後另存新檔。"
        case .hasMacros: "文件裡有巨集。請另存成不含巨集的文件。"
        case .tooMuchInside: "文件展開後太大（上限 1,000 個部分、100 MB、壓縮 100 倍）。請縮小內容。"
        case .encrypted: "文件有密碼。請先移除密碼再上傳。"
        case .unsafeName: "文件裡有不正常的路徑，沒有收下。請用原來的程式開啟後另存新檔。"
        case .notImage: "內容不是副檔名所說的圖片，或圖片不完整。請另存新檔後再上傳。"
        case .tooManyPixels: "圖片超過 4,000 萬像素。請縮小後再上傳。"
        }
    }
}
