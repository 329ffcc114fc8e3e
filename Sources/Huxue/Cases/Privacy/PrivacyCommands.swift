import ArgumentParser
import Foundation

struct PrivacyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "privacy", abstract: "在檔案裡找可能指出某個人的文字。", subcommands: [PrivacyScanCommand.self])
}

struct PrivacyScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "列出文字檔裡的證號、電話、地址、姓名等，與建議的遮蔽。",
        discussion: "不需要資料夾，檔案也不會存到任何地方。找到時結束碼為 1，沒有時為 0。")

    @Argument(help: "文字檔（UTF-8 或 Big5）；- 代表標準輸入。")
    var file: String

    @Flag(help: "以 JSON 列出。")
    var json = false

    private static let limit = 20 << 20

    func run() throws {
        let bytes: [UInt8]
        if file == "-" {
            bytes = try Console.input(limit: Self.limit)
        } else {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw CommandRefusal.failed("讀不到「\(file)」。請檢查路徑。")
            }
            guard data.count <= Self.limit else { throw CommandRefusal.failed("檔案超過 20 MiB，沒有讀取。請分成幾個檔案。") }
            bytes = Array(data)
        }
        let text = String(decoding: try TextDecoding.utf8(from: bytes), as: UTF8.self)
        let finds = Self.places(of: PrivacyRules.findings(in: text), in: text)
        if json {
            try Console.json(finds)
        } else {
            for find in finds {
                Console.data(
                    "\(find.line):\(find.column)\t\(CaseFindTerms.name(of: find.kind))\t\(find.found)\t\(find.proposal)"
                )
            }
            Console.say(finds.isEmpty ? "沒有找到。仍請再讀一遍：程式找得到格式，找不到情節。" : "找到 \(finds.count) 處。")
        }
        if !finds.isEmpty { throw ExitCode.failure }
    }

    struct Find: Encodable {
        /// Counted from 1, as is the column, in characters.
        let line: Int
        let column: Int
        let kind: PrivacyKind
        let found: String
        let proposal: String
    }

    /// The findings, which stand in the order of the text, with their places.
    static func places(of findings: [PrivacyFinding], in text: String) -> [Find] {
        var (line, column, place) = (1, 1, text.startIndex)
        return findings.map { finding in
            while place < finding.range.lowerBound {
                if text[place].isNewline { (line, column) = (line + 1, 1) } else { column += 1 }
                place = text.index(after: place)
            }
            return Find(
                line: line, column: column, kind: finding.kind, found: finding.found, proposal: finding.proposal)
        }
    }
}
