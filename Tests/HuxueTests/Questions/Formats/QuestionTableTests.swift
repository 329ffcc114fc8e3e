import Testing

@testable import Huxue

struct QuestionTableTests {
    private static let head = "代號,主題,題型,認知層次,題幹,選項1,選項2,選項3,答案,詳解,法源依據,依據法規日期,狀態"

    private func read(_ rows: String, head: String = head) -> WrittenBank {
        QuestionTableReader.bank(ofCSV: Array("\(head)\n\(rows)\n".utf8))
    }

    private func sheet(_ sheets: [(name: String, rows: [[String]])]) throws -> WrittenBank {
        let file = try SpreadsheetWriter.file(sheets.map { .init(name: $0.name, widths: [], rows: $0.rows) })
        return QuestionTableReader.bank(ofXLSX: file)
    }

    @Test func `a row is a question`() throws {
        let bank = read(
            "birth-001,出生登記,單選題,記憶,何者*不得*申請？,本人,戶長,里長,3,見條文。,\"戶籍法第1條\n戶籍法第2條\",113/10/11,停用")
        #expect(SampleFormats.lines(bank.problems + bank.notices) == [])
        let question = try #require(bank.questions.first)
        #expect(
            question.place == .field(line: 2, column: "") && question.place(of: .stem) == .field(line: 2, column: "題幹"))
        #expect(question.code == "birth-001" && question.topic == "出生登記" && question.type == .single)
        #expect(
            question.level == .recall && question.state == .retired && question.lawAsOf?.description == "2024-10-11")
        #expect(question.choices == ["本人", "戶長", "里長"] && question.key == ChoiceSet([2]))
        #expect(question.citations == ["戶籍法第1條", "戶籍法第2條"] && question.explanation == "見條文。")
    }

    @Test(
        arguments: [
            ("單選", "3", [2]), ("單選", "３", [2]), ("單選", "C", [2]), ("單選", "(C)", [2]), ("單選", "里長", [2]),
            ("單選", "里 長", [2]),
            ("複選", "1,3", [0, 2]), ("複選", "1、３", [0, 2]), ("複選", "A C", [0, 2]), ("多選題", "1；2", [0, 1]),
            ("multiple", "2", [1]),
            ("單選", "0", nil), ("單選", "4", nil), ("單選", "D", nil), ("單選", "市長", nil), ("複選", "1,x", nil),
        ])
    func `answers are numbers, letters or the words`(type: String, answer: String, right: [Int]?) {
        let bank = read("a,甲,\(type),,題,本人,戶長,里長,\"\(answer)\",,,,")
        #expect(bank.questions.first?.key == ChoiceSet(right ?? []))
        let problem = "f：第 2 行「答案」：答案「\(answer)」看不懂：選擇題寫正確選項的號碼，例如 2 或 1,3；是非題寫 ○ 或 ×。"
        #expect(SampleFormats.lines(bank.problems) == (right == nil ? [problem] : []))
    }

    @Test(
        arguments: [
            ("○", 0), ("O", 0), ("是", 0), ("對", 0), ("正確", 0), ("TRUE", 0), ("T", 0), ("×", 1), ("x", 1), ("否", 1),
            ("錯", 1), ("錯誤", 1),
            ("FALSE", 1), ("也許", nil), ("1", nil),
        ])
    func `true and false in the words that people use`(answer: String, place: Int?) {
        let bank = read("a,甲,是非,,題,,,,\(answer),,,,")
        #expect(bank.questions.first?.key == ChoiceSet(place.map { [$0] } ?? []))
        #expect(bank.problems.isEmpty == (place != nil))
    }

    @Test func `numbers of choices are those of their columns`() throws {
        let question = try #require(read("a,甲,單選,,題,本人,,里長,3,,,,").questions.first)
        #expect(question.choices == ["本人", "里長"] && question.key == ChoiceSet([1]))
        #expect(read("a,甲,單選,,題,本人,,里長,2,,,,").problems.map(\.kind) == [.wrongAnswer("2")])
    }

    @Test func `every problem is named with its cell`() {
        let bank = read(
            """
            a,甲,填充,,題,,,,1,,,,
            b,甲,,,題,,,,1,,,,
            c,甲,單選,難,題,本人,戶長,,"1,2",,,昨天,丟了
            d,甲,是非,,題,本人,,,○,,,,
            e,甲,單選,,題,本人,戶長,,,,,,

            ,,,,,,,,,,,,
            f,甲,單選,,題,本人,戶長,,1,,,,,,多的
            """)
        #expect(
            SampleFormats.lines(bank.problems) == [
                "f：第 2 行「題型」：「填充」不是題型，只能是 單選、複選、是非。", "f：第 3 行「題型」：沒有題型，請補上。",
                "f：第 4 行「認知層次」：「難」不是認知層次，只能是 記憶、理解、應用。",
                "f：第 4 行「狀態」：「丟了」不是狀態，只能是 \(QuestionState.allCases.map(QuestionTerms.name).joined(separator: "、"))。",
                "f：第 4 行「依據法規日期」：「昨天」不是正確的日期，請寫成 113/10/11 或 2024-10-11。",
                "f：第 4 行「答案」：單選題有兩個以上的正確答案。請改成複選題，或只留一個。",
                "f：第 5 行「選項1」：是非題（trueFalse）不要寫選項。", "f：第 6 行「答案」：沒有答案，請補上。",
                "f：第 9 行：有 15 格，標題列只有 13 格；請檢查逗號與雙引號。",
            ])
        #expect(bank.questions.map(\.code) == ["c", "d", "f"])
    }

    @Test func `columns in any order and spelling; those that are missing, doubled or unknown are named`() {
        let bank = read("題,○,是非題,x", head: "題 幹,答案,題型,備註")
        #expect(bank.questions.map(\.stem) == ["題"])
        #expect(SampleFormats.lines(bank.notices) == ["f:1: 不讀的欄位：備註。"])
        #expect(
            SampleFormats.lines(read("題", head: "題幹").problems) == [
                "f:1: 缺少欄位：題型、答案。第一列要有這些標題，請使用範本。"
            ])
        #expect(
            SampleFormats.lines(read("題", head: "題幹,題型,答案,題幹").problems) == ["f:1: 欄位「題幹」出現兩次，請刪去一欄。"])
        #expect(SampleFormats.lines(QuestionTableReader.bank(ofCSV: []).problems) == ["f：整個檔案：沒有任何試題。"])
    }

    @Test func `other separators and encodings of CSV`() {
        let tabs = Array("題型\t題幹\t答案\r\n是非\t甲\t○\r\n".utf8)
        #expect(QuestionTableReader.bank(ofCSV: tabs).questions.map(\.stem) == ["甲"])
        // 題型,題幹,答案 / 是非,中文,是 in Big5.
        let big5: [UInt8] =
            [0xC3, 0x44, 0xAB, 0xAC, 0x2C, 0xC3, 0x44, 0xB7, 0x46, 0x2C, 0xB5, 0xAA, 0xAE, 0xD7, 0x0A]
            + [0xAC, 0x4F, 0xAB, 0x44, 0x2C, 0xA4, 0xA4, 0xA4, 0xE5, 0x2C, 0xAC, 0x4F, 0x0A]
        #expect(QuestionTableReader.bank(ofCSV: big5).questions.map(\.stem) == ["中文"])
        let utf16 = QuestionTableReader.bank(ofCSV: [0xFF, 0xFE, 0x4C, 0x98])
        #expect(utf16.problems.count == 1 && utf16.questions.isEmpty)
        let torn = QuestionTableReader.bank(ofCSV: Array("題型,題幹,答案\n是非,\"甲,○\n".utf8))
        #expect(torn.problems.map(\.place) == [.line(2)])
    }

    private static let rows = [["題型", "題幹", "答案"], ["是非", "=1+1", "○"], ["", "", ""], ["單選", "乙", "1"]]

    @Test func `the sheet is found by its name, or by its head when there is one alone`() throws {
        #expect(try sheet([("說明", [["欄位"]]), ("試題", Self.rows)]).questions.map(\.stem) == ["=1+1", "乙"])
        let renamed = try sheet([("說明", [["欄位"]]), ("工作表1", Self.rows)])
        #expect(
            renamed.questions.map(\.place) == [
                .cell(sheet: "工作表1", row: 2, name: "2"), .cell(sheet: "工作表1", row: 4, name: "4"),
            ])
        #expect(renamed.questions.last?.place(of: .stem) == .cell(sheet: "工作表1", row: 4, name: "B4"))
        #expect(
            SampleFormats.lines(try sheet([("甲", Self.rows), ("乙", Self.rows)]).problems) == [
                "f：整個檔案：「甲」、「乙」都像試題的工作表，無法確定是哪一張。請只留一張，或把它命名為「試題」。"
            ])
        #expect(
            SampleFormats.lines(try sheet([("甲", [["a"]]), ("乙", [["b"]])]).problems) == [
                "f：整個檔案：找不到試題的工作表：沒有一張的第一列有「題型」「題幹」「答案」這些標題。檔案裡的工作表有「甲」、「乙」。請使用範本。"
            ])
    }

    @Test func `problems of a sheet name its cells`() throws {
        let bank = try sheet([("試題", [["題型", "題幹", "答案", "狀態"], ["是非", "甲", "也許", "丟了"]])])
        #expect(
            bank.problems.map(\.place) == [
                .cell(sheet: "試題", row: 2, name: "D2"), .cell(sheet: "試題", row: 2, name: "C2"),
            ])
    }

    @Test func `the template has every column and explains it`() throws {
        let book = try Spreadsheet(reading: QuestionTablePrinter.xlsx([]))
        #expect(book.sheets.map(\.name) == ["試題", "說明"])
        let titles = QuestionTableFile.Column.all.map(\.title)
        #expect(book.sheets[0].rows.map { row in titles.indices.map { row.cells[$0] ?? "" } } == [titles])
        let explained = book.sheets[1].rows.dropFirst().compactMap { $0.cells[0] }
        #expect(explained == titles.filter { !$0.hasPrefix("選項") || $0 == "選項1" }.map { $0 == "選項1" ? "選項1～選項9" : $0 })
        #expect(
            QuestionTablePrinter.csv([]) == [0xEF, 0xBB, 0xBF] + Array((titles.joined(separator: ",") + "\r\n").utf8))
        #expect(QuestionTableReader.bank(ofXLSX: try QuestionTablePrinter.xlsx([])).problems.isEmpty)
    }
}
