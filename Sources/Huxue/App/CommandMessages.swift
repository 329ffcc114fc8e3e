import Foundation
import GRDB
import NIOCore

/// Messages of the argument parser in Chinese, and sentences for system faults.
enum CommandMessages {
    private static let words = [
        ("OVERVIEW: ", "說明："), ("USAGE: ", "用法："), ("ARGUMENTS:", "參數："), ("OPTIONS:", "選項："),
        ("SUBCOMMANDS:", "指令："), ("Show help information.", "顯示說明。"), ("Show the version.", "顯示版本。"),
        ("(default: ", "（預設："), ("<subcommand>", "<指令>"), ("Error: ", "參數不正確："), ("Usage: ", "用法："),
        ("Help:  ", "說明："), ("Unexpected argument ", "多出來的參數 "), (" unexpected arguments: ", " 個多出來的參數："),
        ("Unknown option ", "沒有這個選項 "),
        ("Missing expected argument ", "缺少參數 "), ("Missing value for ", "缺少這個選項的值 "),
    ]

    static func translated(_ message: String) -> String {
        var text = words.reduce(message) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        text = text.replacing(/See '(?<command>[^']+)' for detailed help\./) { "詳細說明請看：\($0.command)" }
        text = text.replacing(/\s*See '(?<command>[^']+)' for more information\./) { "\n詳細說明請看：\($0.command)" }
        text = text.replacing(/The value '(?<value>[^']*)' is invalid for '(?<name>[^']*)'/) {
            "「\($0.value)」不能作為 \($0.name) 的值"
        }
        text = text.replacing(/Please provide one of (?<choices>[^\n]*?)\./) {
            "請填其中之一：\($0.choices.replacing(" or ", with: "、").replacing(" and ", with: "、").replacing(", ", with: "、"))。"
        }
        text = text.replacing(/（預設：(?<value>[^)]*)\)/) { "（預設：\($0.value)）" }
        return text.replacing(". 請填", with: "。請填")
    }

    /// Why a server does not start on a damaged folder, and what to do.
    static func damaged(_ findings: [Finding], at path: String) -> String {
        """
        資料夾有 \(findings.count) 個問題，沒有啟動：
        \(findings.prefix(5).map { "　\($0.check)：\($0.detail.prefix(200))" }.joined(separator: "\n"))
        請保留資料夾原樣，以最近的備份還原到另一個資料夾；全部的問題請執行 huxue doctor --data \(path)。
        """
    }

    /// One sentence for an error that is no refusal: what failed and what to look at.
    static func sentence(for error: any Error) -> String {
        switch error {
        case OfficeDatabase.OpenFailure.newerSchema(let unknown):
            "這個資料夾由較新版的程式寫過（\(unknown.joined(separator: "、"))），沒有開啟。請改用新版程式。"
        case Seal.Failure.missing(let path):
            "封存金鑰 \(path) 不見了，沒有開啟：少了它就不能證明稽核紀錄沒有被改過。請從備份把這個檔案複製回來。"
        case Seal.Failure.unsealed(let path):
            "資料庫沒有封存碼，卻有封存金鑰 \(path)：資料庫被清空，或有人從系統外移除了封存，沒有開啟。請保留資料夾原樣，以最近的備份還原到另一個資料夾。"
        case Seal.Failure.unreadable(let path):
            "封存金鑰 \(path) 讀不到或已損壞，沒有開啟。請確認權限，或從備份把這個檔案複製回來。"
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            "磁碟空間不足，這次沒有寫入，原有資料不變。請清出空間後再試一次。"
        case let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB:
            "資料庫檔案損壞，沒有執行。請停止服務，以最近的備份還原，再以 huxue doctor 檢查。"
        case let error as Resources.Missing:
            "找不到 Resources 資料夾（找過：\(error.tried.joined(separator: "、"))）。請以 --resources 或環境變數 HUXUE_RESOURCES 指定。"
        case let error as CocoaError where error.isFileError:
            "讀寫檔案失敗：\(error.filePath ?? "")。請確認路徑與權限。"
        case let error as FileLock.Failure:
            "無法使用檔案鎖（\(error.path)，代碼 \(error.code)）。請確認資料夾的權限。"
        case let error as IOError where error.errnoCode == EADDRINUSE:
            "這個埠已經有別的程式在用，沒有啟動。請以 --port 指定另一個埠。"
        default:
            "執行失敗：\(error)"
        }
    }
}
