import Foundation
import Testing

@testable import Huxue

struct HostileQuestionFileTests {
    private func problems(_ text: String) -> [String] {
        problems(Array(text.utf8))
    }

    private func problems(_ bytes: [UInt8]) -> [String] {
        QuestionFile(reading: bytes, path: "a.yaml").problems.map(\.description)
    }

    @Test(
        arguments: [
            ("", "a.yaml:1: 檔案是空的。"),
            ("- 甲", "a.yaml:1: 檔案應該由「欄位: 內容」組成，這裡不是。"),
            ("topic: 甲\n\u{0}", "a.yaml:2: 這一行有看不見的字元（U+0000），請刪除。"),
            ("topic: \"a\\0b\"", "a.yaml:1: 這一行有看不見的字元（U+0000），請刪除。"),
            ("topic: 甲\u{202E}乙", "a.yaml:1: 這一行有看不見的字元（U+202E），請刪除。"),
            ("topic: 甲\r\nlawAsOf: 甲\u{2028}乙", "a.yaml:2: 這一行有看不見的字元（U+2028），請刪除。"),
            ("topic: 甲\nx: &a 乙\ny: *a", "a.yaml:2: 不支援 YAML 的錨點（&）。文字裡的 & 請改用全形＆。"),
            ("topic: *a", "a.yaml:1: 以 * 開頭的文字在 YAML 裡是別名，這裡不支援。請把整段文字用引號括起來。"),
            ("topic: 甲\ntopic: 乙", "a.yaml:1: 欄位「topic」在同一題（或同一層）裡寫了兩次以上。"),
            ("topic: !!python/object 甲", "a.yaml:1: 不支援 YAML 的標籤（!）。以 ! 開頭的文字請加引號。"),
            ("topic: !a 乙", "a.yaml:1: 不支援 YAML 的標籤（!）。以 ! 開頭的文字請加引號。"),
            ("topic: 甲\nquestions:\n\t- 乙", "a.yaml:3: 這裡有不能放在開頭的字元（例如 Tab、@、`）。縮排請用空白，文字請加引號。"),
            ("topic: 甲: 乙", "a.yaml:1: 文字裡的「: 」（半形冒號加空白）會被當成欄位。請把整段文字用引號括起來。"),
            ("topic: \"甲\nlawAsOf: 1", "a.yaml:1: 這一行開始的引號沒有結束。"),
            ("topic: [甲", "a.yaml:2: 方括號［］裡少了逗號，或沒有結束。"),
            ("topic: 甲\n---\ntopic: 乙", "a.yaml:2: 一個檔案只能有一份文件，請刪除多餘的 --- 分隔線。"),
            ("? [甲, 乙]\n: 丙", "a.yaml:1: 欄位名稱不是文字。"),
        ])
    func `a broken file is refused with one sentence`(text: String, sentence: String) {
        let found = problems(text)
        #expect(found == [sentence])
    }

    @Test func `text that is not UTF-8 is refused with its line`() {
        let big5: [UInt8] = [0xA4, 0xA4, 0xA4, 0xE5]
        #expect(
            problems(Array("topic: 甲\nx: ".utf8) + big5) == [
                "a.yaml:2: 這一行有不是 UTF-8 的文字。請用 UTF-8 編碼另存新檔。"
            ])
    }

    @Test func `a bomb of aliases is refused before it goes off`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        text += "? *a40\n: x\n"
        #expect(problems(text) == ["a.yaml:1: 不支援 YAML 的錨點（&）。文字裡的 & 請改用全形＆。"])
    }

    @Test(arguments: [21, 900, 100_000])
    func `deep nesting is refused`(depth: Int) {
        for text in [
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
            String(repeating: "- ", count: depth) + "x", String(repeating: "{a: ", count: depth),
            String(repeating: "? ", count: depth) + "x",
        ] {
            let found = problems(text)
            #expect(found.count == 1)
        }
    }

    @Test func `twenty levels are deep enough for any question`() throws {
        let text = String(repeating: "[", count: 19) + "x" + String(repeating: "]", count: 19)
        #expect(throws: Never.self) { try YAMLFile(reading: Array(text.utf8), limit: 1000) }
    }

    @Test func `five megabytes are refused without being read`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 5_000_000)
        #expect(problems(bytes) == ["a.yaml:1: 檔案超過 4 MiB，沒有讀取。請分成幾個檔案。"])
    }

    @Test func `a hundred kilobytes of anything are answered within a second`() {
        for piece in ["[", "{", "- ", "\"", "a: ", "!", "%", "|\n", "甲\n", "# ", "'", "? ", ", ", "\u{3000}", ": "] {
            let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
            let began = ContinuousClock.now
            #expect(!problems(text).isEmpty)
            #expect(ContinuousClock.now - began < .seconds(4))
        }
    }

    @Test func `choices, answers and citations without end are too many within a moment`() {
        func list(_ piece: String, _ count: Int) -> String {
            (0..<count).map { "      - \(piece)\($0 + 1)\n" }.joined()
        }
        let text = """
            topic: 甲
            lawAsOf: 2024-10-11
            questions:
              - id: a-1
                type: multiple
                level: apply
                stem: 甲
                explanation: \(String(repeating: "選項A", count: 1000))
                choices:
            \(list("乙", 5000))    answer:
            \(list("乙", 5000))    citations:
            \(list("戶籍法第1條第", 3000).replacing("\n", with: "項\n"))
            """
        let time = threadTime {
            let found = problems(text)
            #expect(found.contains { $0.hasSuffix("選項最多 9 個。") })
            #expect(found.contains { $0.hasSuffix("法源依據最多 20 項。") })
        }
        #expect(time < .seconds(6), "\(time)")
    }

    @Test func `random damage never traps`() {
        var generator = SplitMix(seed: 3)
        let good = Array(SampleBank.birth.utf8)
        for _ in 0..<400 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert("-?:,[]{}#&*!|>'\"%@` \n\t".utf8.randomElement(using: &generator) ?? 0, at: place)
                }
            }
            let file = QuestionFile(reading: bytes, path: "a.yaml")
            #expect((file.topic == nil) == !file.problems.isEmpty)
        }
    }
}
