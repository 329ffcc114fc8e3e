import Testing

@testable import Huxue

struct SpreadsheetTests {
    /// A book of one sheet, written as other programs write it.
    private func book(
        _ rows: String, shared: String = "", styles: String = "", properties: String = "",
        target: String = "worksheets/sheet1.xml"
    ) -> [UInt8] {
        var zip = ZipWriter()
        func add(_ name: String, _ text: String) { zip.add(name, Array("<?xml version=\"1.0\"?>\(text)".utf8)) }
        add(
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        add(
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><workbookPr \(properties)/><sheets><sheet name=\"甲\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        )
        add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="\(target)"/>
            <Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="rId3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>
            """)
        add("xl/sharedStrings.xml", "<sst>\(shared)</sst>")
        add("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
        add("xl/worksheets/sheet1.xml", "<worksheet><cols><col/></cols><sheetData>\(rows)</sheetData></worksheet>")
        return zip.finished()
    }

    private func cells(_ bytes: [UInt8]) throws -> [Int: String] {
        try #require(Spreadsheet(reading: bytes).sheets.first?.rows.first).cells
    }

    @Test func `texts, shared, in the cell, in runs, of formulas`() throws {
        let cells = try cells(
            book(
                """
                <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>
                <c r="D3" t="inlineStr"><is><t>丁</t></is></c><c r="E3" t="str"><f>A1&amp;"x"</f><v>戊_x000D_</v></c>
                <c r="F3" t="b"><v>1</v></c><c r="G3"/><c t="s"><v>99</v></c><c r="AA3"><v>1</v></c></row>
                """,
                shared:
                    "<si><t xml:space=\"preserve\"> 甲 </t></si><si><r><t>乙</t></r><rPh><t>ㄧ</t></rPh><r><t>丙</t></r></si>"
            ))
        #expect(cells == [0: " 甲 ", 1: "乙丙", 3: "丁", 4: "戊\r", 5: "TRUE", 26: "1"])
    }

    @Test func `numbers as they are shown, days among them`() throws {
        let styles = """
            <numFmts><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="[$-404]e/m/d;@"/>
            <numFmt numFmtId="172" formatCode="0.00&quot;日&quot;"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>
            """
        let row = """
            <row r="1"><c r="A1"><v>30</v></c><c r="B1"><v>0.10000000000000001</v></c><c r="C1" s="1"><v>45576</v></c>
            <c r="D1" s="2"><v>123</v></c><c r="E1" s="3"><v>45576.5</v></c><c r="F1" s="4"><v>1.5</v></c>
            <c r="G1"><v>1E+3</v></c><c r="H1" t="e"><v>#REF!</v></c><c r="I1" s="99"><v>-7</v></c><c r="J1"><v>1e400</v></c></row>
            """
        let bytes = book(row, styles: styles)
        #expect(
            try cells(bytes) == [
                0: "30", 1: "0.1", 2: "2024-10-11", 3: "00123", 4: "2024-10-11", 5: "1.5", 6: "1000", 8: "-7",
                9: "1e400",
            ])
        #expect(try Spreadsheet(reading: bytes).sheets.first?.rows.first?.errors == [7: "#REF!"])
        let since1904 = try cells(
            book("<row><c s=\"1\"><v>44114</v></c></row>", styles: styles, properties: "date1904=\"1\""))
        #expect(since1904 == [0: "2024-10-11"])
    }

    @Test func `a book without some of its parts is damaged or does without`() throws {
        #expect(throws: SpreadsheetProblem.damaged) { try Spreadsheet(reading: Array("PK".utf8)) }
        #expect(throws: SpreadsheetProblem.damaged) { try Spreadsheet(reading: book("", target: "../../etc/passwd")) }
        let torn = book("<row><c><v>1</v></c></row></x>")
        #expect(throws: SpreadsheetProblem.self) { try Spreadsheet(reading: torn) }
        let rows = (0...50_000).map { "<row><c><v>\($0 * 7919 % 100_003)</v></c></row>" }.joined()
        #expect(throws: SpreadsheetProblem.tooManyRows) { try Spreadsheet(reading: book(rows)) }
    }

    @Test func `what is written is read, and is text`() throws {
        let rows = [
            ["代號", "題幹"], ["00123", "=1+1"], ["_x0041_", " 甲\n乙\t𠮷 "], ["'=", "1e5"], ["<&>\"", "2024-10-11"],
        ]
        let file = try SpreadsheetWriter.file([.init(name: "甲 乙", widths: [10], rows: rows)])
        let sheet = try #require(Spreadsheet(reading: file).sheets.first)
        #expect(sheet.name == "甲 乙" && sheet.rows.map(\.number) == [1, 2, 3, 4, 5])
        #expect(sheet.rows.map { [$0.cells[0] ?? "", $0.cells[1] ?? ""] } == rows)
    }

    private static let part = "xl/worksheets/sheet1.xml"

    @Test(
        arguments: [
            ("<row r=\"9223372036854775807\"><c><v>1</v></c></row><row><c><v>2</v></c></row>", "9223372036854775807"),
            ("<row r=\"1048577\"/>", "1048577"), ("<row r=\"1048576\"/><row/>", "1048577"), ("<row r=\"0\"/>", "0"),
            ("<row r=\"-9223372036854775808\"/>", "-9223372036854775808"), ("<row r=\"\"/>", ""),
            ("<row r=\"99999999999999999999\"/>", "99999999999999999999"), ("<row r=\"甲\"/>", "甲"),
        ])
    func `a row whose number no sheet has is named`(rows: String, number: String) {
        #expect(throws: SpreadsheetProblem.wrongRow(part: Self.part, line: 1, number)) {
            try Spreadsheet(reading: book(rows))
        }
        let bank = QuestionTableReader.bank(ofXLSX: book(rows))
        #expect(bank.problems.count == 1 && bank.problems[0].sentence.contains("列號「\(number)」"))
    }

    @Test(arguments: ["XFE1", "ZZZ1", "ABCD1", "ZZZZZZZZZZZZZZZZZZZZ1", "1", "", "甲1"])
    func `a cell whose name no sheet has is named`(name: String) {
        #expect(throws: SpreadsheetProblem.wrongCell(part: Self.part, line: 1, name)) {
            try Spreadsheet(reading: book("<row><c r=\"\(name)\"><v>1</v></c></row>"))
        }
    }

    @Test func `the last row and column of the format are read, as far as columns count`() throws {
        let rows = """
            <row r="1048575"><c r="GR1048575"><v>1</v></c><c><v>2</v></c><c r="XFD1048575"><v>3</v></c></row>
            <row><c><v>4</v></c></row>
            """
        let read = try #require(Spreadsheet(reading: book(rows)).sheets.first).rows
        #expect(read.map(\.number) == [1_048_575, 1_048_576])
        #expect(read.map(\.cells) == [[199: "1"], [0: "4"]])
    }

    @Test(
        arguments: [
            ("000", .digits(3)), (String(repeating: "0", count: 30), .digits(20)),
            (String(repeating: "0", count: 1_000_000), .plain), ("\\年00", .digits(2)), ("\"號\"0000;@", .digits(4)),
            ("[Red]00", .digits(2)), ("General", .plain), ("General\" 元\"", .plain), ("0.00E+00", .plain),
            ("yyyy/m/d", .day), ("[$-404]e\"年\"m\"月\"d\"日\"", .day), ("#,##0", .plain), ("@", .plain), ("", .plain),
            (String(repeating: "[", count: 255), .plain), ("[00", .plain), (";00", .digits(2)),
        ] as [(String, SpreadsheetStyles.Kind)])
    func `a format says what its numbers are, however long its code`(code: String, kind: SpreadsheetStyles.Kind) {
        #expect(SpreadsheetStyles.kind(of: code) == kind)
    }

    /// Text that cannot be packed well, of so many characters of three bytes each.
    private func noise(_ count: Int) -> String {
        var generator = SplitMix(seed: 6)
        return String(
            String.UnicodeScalarView(
                (0..<count).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0x4E00...0x9F00, using: &generator)) }))
    }

    @Test func `a cell holds what the format allows, and a longer one is named`() throws {
        let inline = { (text: String) in "<row><c r=\"B7\" t=\"inlineStr\"><is><t>\(text)</t></is></c></row>" }
        #expect(try cells(book(inline(noise(32_767)))) == [1: noise(32_767)])
        for text in [noise(32_768), noise(300_000)] {
            #expect(throws: SpreadsheetProblem.longCell(part: Self.part, name: "B1")) {
                try Spreadsheet(reading: book(inline(text)))
            }
            #expect(throws: SpreadsheetProblem.longCell(part: Self.part, name: "A1")) {
                try Spreadsheet(
                    reading: book("<row><c t=\"s\"><v>0</v></c></row>", shared: "<si><t>\(text)</t></si>"))
            }
        }
    }

    @Test func `cells that share a long text are bounded by what their file weighs`() throws {
        let row = "<row><c t=\"s\"><v>0</v></c></row>"
        func shared(_ count: Int) -> [UInt8] {
            book(String(repeating: row, count: count), shared: "<si><t>\(noise(30_000))</t></si>")
        }
        #expect(try Spreadsheet(reading: shared(40)).sheets.first?.rows.count == 40)
        for count in [120, 400] {
            let bytes = shared(count)
            let time = threadTime {
                #expect(throws: SpreadsheetProblem.tooLarge) { try Spreadsheet(reading: bytes) }
            }
            #expect(time < .seconds(2), "\(time)")
        }
    }

    @Test func `a part that is packed as no text is refuses the book, whatever stands beside it`() throws {
        let format =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"\(String(repeating: "0", count: 1_000_000))\"/></numFmts>"
        #expect(throws: SpreadsheetProblem.tooLarge) {
            try Spreadsheet(reading: book("<row><!--\(noise(20_000))--><c><v>1</v></c></row>", styles: format))
        }
        var zip = ZipWriter()
        zip.add("zeros", [UInt8](repeating: 48, count: 300_000))
        zip.add("noise", Array(noise(20_000).utf8))
        let listing = try ZipListing(reading: zip.finished())
        #expect(throws: ZipListing.Failure.tooLarge) { try listing.text(of: listing.entries[0], limit: 1 << 20) }
        #expect(try listing.contents(of: listing.entries[0]).count == 300_000)
        #expect(try listing.text(of: listing.entries[1], limit: 60_000).count == 60_000)
        #expect(throws: ZipListing.Failure.tooLarge) { try listing.text(of: listing.entries[1], limit: 59_999) }
    }

    @Test func `a sheet is read once, and its name is as long as one can be`() throws {
        func book(_ sheets: String) -> [UInt8] {
            var zip = ZipWriter()
            func add(_ name: String, _ text: String) { zip.add(name, Array("<?xml version=\"1.0\"?>\(text)".utf8)) }
            add("xl/workbook.xml", "<workbook><sheets>\(sheets)</sheets></workbook>")
            add(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></Relationships>")
            add("xl/s.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
            return zip.finished()
        }
        #expect(throws: SpreadsheetProblem.damaged) {
            try Spreadsheet(reading: book("<sheet name=\"甲\" id=\"a\"/><sheet name=\"乙\" id=\"a\"/>"))
        }
        let long = try Spreadsheet(reading: book("<sheet name=\"\(noise(3000))\" id=\"a\"/>"))
        #expect(long.sheets.map(\.name) == [String(noise(3000).prefix(60))])
    }

    @Test func `columns have letters`() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(Spreadsheet.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }

    @Test(arguments: [0, 1, 1000, 300_000])
    func `an archive comes back as it was written`(count: Int) throws {
        var generator = SplitMix(seed: 7)
        let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        var zip = ZipWriter()
        zip.add("甲/noise", noise)
        zip.add("zeros", [UInt8](repeating: 48, count: count))
        let listing = try ZipListing(reading: zip.finished())
        #expect(listing.entries.map(\.name) == ["甲/noise", "zeros"])
        #expect(try listing.contents(of: listing.entries[0]) == noise)
        #expect(try listing.contents(of: listing.entries[1]) == [UInt8](repeating: 48, count: count))
    }
}
