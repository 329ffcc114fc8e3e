import Foundation

/// Reads questions from a table whose first row names its columns, in CSV or XLSX.
struct QuestionTableReader {
    private typealias Column = QuestionTableFile.Column

    /// One row, whatever file it stands in.
    private struct Row {
        /// Of the whole row.
        let place: QuestionPlace
        let cells: [Int: String]
        /// Where a cell is, by its column's place in the table and title.
        let find: (Int, String) -> QuestionPlace
    }

    /// Bytes of a cell in which there is a single word or day.
    private static let valueLimit = 400

    private(set) var bank = WrittenBank()
    private var columns: [Column: Int] = [:]

    static func bank(ofCSV bytes: [UInt8]) -> WrittenBank {
        var reader = QuestionTableReader()
        do {
            reader.read(try CSVReader.table(of: bytes))
        } catch {
            reader.bank.note(.document(error.sentence), at: error.line.map(QuestionPlace.line) ?? .file)
        }
        return reader.bank
    }

    static func bank(ofXLSX bytes: [UInt8]) -> WrittenBank {
        var reader = QuestionTableReader()
        do throws(SpreadsheetProblem) {
            reader.read(try Spreadsheet(reading: bytes))
        } catch {
            reader.bank.note(.document(error.sentence), at: .file)
        }
        return reader.bank
    }

    private mutating func read(_ table: CSVTable) {
        guard let head = table.rows.first else { return bank.note(.rule(.noQuestions), at: .file) }
        let titles = Dictionary(uniqueKeysWithValues: head.fields.enumerated().map { ($0, $1) })
        guard takeColumns(titles, place: .line(head.line)) else { return }
        for row in table.rows.dropFirst() {
            let line = row.line
            let cells = Dictionary(uniqueKeysWithValues: row.fields.enumerated().map { ($0, $1) })
            if row.fields.dropFirst(head.fields.count).contains(where: { !Self.isBlank($0) }) {
                bank.note(
                    .surplusFields(count: row.fields.count, columns: head.fields.count),
                    at: .field(line: line, column: ""))
            }
            question(
                Row(place: .field(line: line, column: ""), cells: cells) { _, title in .field(line: line, column: title)
                })
        }
    }

    private mutating func read(_ book: Spreadsheet) {
        let fitting = book.sheets.filter { sheet in
            let titles = sheet.rows.first.map { $0.cells.values.filter(StreamSafeText.holds).compactMap(Column.titled) }
            return Set(titles ?? []).isSuperset(of: Column.required)
        }
        let named = fitting.filter { $0.name == QuestionTableFile.sheet }
        guard let sheet = named.first ?? fitting.first else {
            return bank.note(.noSheet(book.sheets.map(\.name)), at: .file)
        }
        guard !named.isEmpty || fitting.count == 1 else {
            return bank.note(.severalSheets(fitting.map(\.name)), at: .file)
        }
        guard let head = sheet.rows.first,
            takeColumns(head.cells, place: .cell(sheet: sheet.name, row: head.number, name: "\(head.number)"))
        else { return }
        for row in sheet.rows.dropFirst() {
            let (name, number) = (sheet.name, row.number)
            for (column, error) in row.errors.sorted(by: { $0.key < $1.key }) where columns.values.contains(column) {
                bank.note(
                    .formulaError(error),
                    at: .cell(sheet: name, row: number, name: "\(Spreadsheet.letters(of: column))\(number)"))
            }
            question(
                Row(place: .cell(sheet: name, row: number, name: "\(number)"), cells: row.cells) { column, _ in
                    .cell(sheet: name, row: number, name: "\(Spreadsheet.letters(of: column))\(number)")
                })
        }
    }

    /// Finds the columns; false after noting that some are missing.
    private mutating func takeColumns(_ titles: [Int: String], place: QuestionPlace) -> Bool {
        var ignored: [String] = []
        for (column, title) in titles.sorted(by: { $0.key < $1.key }) where !Self.isBlank(title) {
            guard StreamSafeText.holds(title) else {
                bank.note(.stackedMarks, at: place)
                return false
            }
            guard let known = Column.titled(title) else {
                ignored.append(String(title.prefix(60)))
                continue
            }
            guard columns.updateValue(column, forKey: known) == nil else {
                bank.note(.doubledColumn(known.title), at: place)
                return false
            }
        }
        let missing = Column.required.filter { columns[$0] == nil }
        if !missing.isEmpty { bank.note(.missingColumns(missing.map(\.title)), at: place) }
        if !ignored.isEmpty { bank.remark(.ignoredColumns(ignored), at: place) }
        return missing.isEmpty
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.properties.isWhitespace || InvisibleText.contains($0) }
    }

    private mutating func question(_ row: Row) {
        guard row.cells.values.contains(where: { !Self.isBlank($0) }) else { return }
        let texts = columns.compactMapValues { row.cells[$0] }.mapValues {
            $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }.filter { !$0.value.isEmpty }
        var places: [WrittenQuestion.Field: QuestionPlace] = [:]
        for (column, place) in columns { places[column.field] = row.find(place, column.title) }
        guard texts.values.allSatisfy(StreamSafeText.holds) else {
            for (column, text) in texts where !StreamSafeText.holds(text) {
                bank.note(.stackedMarks, at: places[column.field] ?? row.place)
            }
            return
        }
        var question = WrittenQuestion(place: row.place, places: places, type: .single)
        func value<Value>(
            _ column: Column, _ read: (String) -> Value?, _ wrong: (String) -> FormatProblem.Kind
        ) -> Value? {
            guard let text = texts[column] else { return nil }
            let value = text.utf8.count <= Self.valueLimit ? read(text) : nil
            if value == nil { bank.note(wrong(String(text.prefix(60))), at: question.place(of: column.field)) }
            return value
        }
        question.code = texts[.code]
        question.isOwnCode = true
        question.topic = texts[.topic]
        question.unit = texts[.unit]
        question.level = value(.level, QuestionTableFile.level) { .wrongLevel($0) }
        question.state = value(.state, QuestionTableFile.state) { .wrongState($0) }
        question.lawAsOf = value(.lawAsOf, ROCDate.parseDay) { .wrongDay($0) }
        question.stem = texts[.stem] ?? ""
        question.explanation = texts[.explanation]
        question.citations = (texts[.citations] ?? "").split(whereSeparator: { $0.isNewline || "；;".contains($0) })
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        guard texts[.type] != nil else { return bank.note(.missing(.type), at: question.place(of: .type)) }
        guard let type = value(.type, QuestionTableFile.type, { .wrongType($0) }) else { return }
        question.type = type
        guard texts[.answer] != nil else { return bank.note(.missing(.answer), at: question.place(of: .answer)) }
        readChoices(texts, into: &question)
        bank.questions.append(question)
    }

    private mutating func readChoices(_ texts: [Column: String], into question: inout WrittenQuestion) {
        let answer = texts[.answer] ?? ""
        let filled = (0..<QuestionReader.choiceLimit).filter { texts[.choice($0)] != nil }
        if question.type == .trueFalse {
            if let first = filled.first {
                bank.note(.rule(.choicesOfTrueFalse), at: question.place(of: .choice(first)))
            }
            question.choices = QuestionRevision.trueFalseChoices
            if let isTrue = QuestionTableFile.truth(answer) { question.key = ChoiceSet([isTrue ? 0 : 1]) }
        } else {
            // By the numbers of the columns, also where one between is empty.
            let written = (0..<(filled.last.map { $0 + 1 } ?? 0)).map { texts[.choice($0)] ?? "" }
            let key = QuestionTableFile.key(answer, among: written)
            question.choices = filled.map { written[$0] }
            question.key = ChoiceSet(filled.indices.filter { key?.contains(filled[$0]) ?? false })
            if question.type == .single, question.key.count > 1 {
                bank.note(.severalRightAnswers, at: question.place(of: .answer))
            }
        }
        if question.key.isEmpty { bank.note(.wrongAnswer(String(answer.prefix(60))), at: question.place(of: .answer)) }
    }
}
