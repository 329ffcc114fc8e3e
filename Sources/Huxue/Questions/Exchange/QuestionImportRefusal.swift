/// Why files of questions were not brought in; nothing has changed then.
enum QuestionImportRefusal: Refusal, Equatable {
    case nothingUploaded
    case unknownFormat(String)
    case unreadable(String)
    case uploadGone
    /// The bank changed after the preview was shown.
    case previewOutdated
    case problems([String])
    /// Items that would be left out, with nobody's word that they may.
    case unsupported(Int)
    case notAFolder(String)

    var kind: RefusalKind {
        switch self {
        case .uploadGone, .previewOutdated: .conflict
        default: .invalid
        }
    }

    var sentence: String {
        switch self {
        case .nothingUploaded: "沒有選擇檔案，沒有匯入。請先選擇試題檔案。"
        case .unknownFormat(let name):
            "看不出「\(name)」是哪一種試題檔案，沒有匯入。可以匯入的有 YAML、CSV、XLSX、GIFT、Moodle XML 與 QTI；"
                + "請確認檔名的結尾（例如 .gift），命令列可用 --format 指定。"
        case .unreadable(let sentence): "\(sentence)題庫沒有任何變動。"
        case .uploadGone: "找不到剛才上傳的檔案，可能已經匯入過或上傳了另一個檔案。題庫沒有變動，請重新上傳。"
        case .previewOutdated: "預覽之後題庫有變動，會做的事和剛才看到的不同，因此沒有匯入。以下是新的預覽，請再看一次後匯入。"
        case .problems(let lines):
            lines.joined(separator: "\n") + "\n共 \(lines.count) 個問題，題庫沒有任何變動。請修正後再試一次。"
        case .unsupported(let count):
            "有 \(count) 個項目題庫不支援，題庫沒有任何變動。要略過它們，只匯入其餘的試題，請加上 --skip-unsupported。"
        case .notAFolder(let format): "格式 \(format) 是一個檔案，不是資料夾，題庫沒有任何變動。請指定檔案。"
        }
    }
}
