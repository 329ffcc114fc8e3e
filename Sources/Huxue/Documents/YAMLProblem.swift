import Foundation
import Yams

/// Why a YAML file is refused, and the line of the problem; the first line is 1.
struct YAMLProblem: Error, Hashable {
    let line: Int
    let sentence: String

    static let alias = "以 * 開頭的文字在 YAML 裡是別名，這裡不支援。請把整段文字用引號括起來。"

    init(line: Int, sentence: String) {
        self.line = line
        self.sentence = sentence
    }

    /// Translates an error of the YAML library into a sentence for the reader.
    init(_ error: any Error, source: String) {
        switch error as? YamlError {
        case .scanner(let context?, let problem, _, _)
        where context.text.contains("quoted scalar") && problem.contains("unexpected end"):
            self.init(line: context.mark.line, sentence: "這一行開始的引號沒有結束。")
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, sentence: Self.sentence(for: problem))
        case .duplicatedKeysInMapping(let names, let context):
            self.init(
                line: context.mark.line,
                sentence: "欄位「\(names.joined(separator: "」「"))」在同一題（或同一層）裡寫了兩次以上。")
        case .reader(_, let offset, _, _):
            let breaks = source.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
            self.init(line: breaks + 1, sentence: "這一行有 YAML 不接受的字元，請刪除。")
        default:
            self.init(line: 1, sentence: Self.general)
        }
    }

    private static let general = "YAML 格式有誤，這一行附近無法讀取。請檢查縮排、引號與冒號。"

    private static func sentence(for problem: String) -> String {
        sentences.first { problem.contains($0.fragment) }?.sentence ?? general
    }

    private static let sentences: [(fragment: String, sentence: String)] = [
        ("undefined alias", alias),
        ("another document", "一個檔案只能有一份文件，請刪除多餘的 --- 分隔線。"),
        ("Maximum nesting level", "內容層數太多，沒有讀取。請檢查縮排與括號。"),
        ("cannot start any token", "這裡有不能放在開頭的字元（例如 Tab、@、`）。縮排請用空白，文字請加引號。"),
        ("mapping values are not allowed", "文字裡的「: 」（半形冒號加空白）會被當成欄位。請把整段文字用引號括起來。"),
        ("expected key", "這一行的縮排與同層的欄位不一致，或上一段文字的引號沒有結束。"),
        ("expected '-' indicator", "這一行的縮排與同層的「-」不一致。"),
        ("block sequence entries are not allowed", "「-」不能放在這裡。請換行並檢查縮排。"),
        ("could not find expected ':'", "這一行少了欄位後面的「: 」，或縮排不對。"),
        ("unexpected end of stream", "檔案在這裡突然結束。"),
        ("',' or ']'", "方括號［］裡少了逗號，或沒有結束。"),
        ("',' or '}'", "大括號｛｝裡少了逗號，或沒有結束。"),
        ("unknown escape character", "雙引號裡的「\\」後面是不認得的字元。文字裡要用「\\」時請改用單引號。"),
        ("document start", "檔案開頭之後出現無法辨識的內容。請檢查縮排。"),
        ("tab character", "縮排請用空白，不要用 Tab。"),
    ]
}
