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
