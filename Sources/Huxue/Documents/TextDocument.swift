/// A text document in the OpenDocument format (ODT, ISO/IEC 26300), made of headings, paragraphs and tables.
struct TextDocument: Sendable {
    static let type = "application/vnd.oasis.opendocument.text"

    private enum Block {
        /// From 1, the title, to 3.
        case heading(Int, String)
        case paragraph(String)
        /// Rows of cells of lines.
        case table([[[String]]])
    }

    private var blocks: [Block]

    init(title: String) {
        blocks = [.heading(1, title)]
    }

    /// `level`: 2 or 3.
    mutating func heading(_ level: Int, _ text: String) { blocks.append(.heading(level, text)) }
    mutating func paragraph(_ text: String) { blocks.append(.paragraph(text)) }

    /// Rows of cells, each of some lines; the first cell of a row is its heading.
    mutating func table(_ rows: [[[String]]]) { blocks.append(.table(rows)) }

    /// The whole file.
    func bytes() -> [UInt8] {
        var zip = ZipWriter()
        // First and not packed, so that the kind of file can be read from its first bytes.
        zip.add("mimetype", Array(Self.type.utf8), isStored: true)
        zip.add("META-INF/manifest.xml", Self.manifest())
        zip.add("styles.xml", Self.styles())
        zip.add("content.xml", content())
        return zip.finished()
    }

    // MARK: The parts

    private static let namespaces: [(name: StaticString, value: String)] = [
        ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"), ("office:version", "1.3"),
    ]

    private static func manifest() -> [UInt8] {
        var xml = XMLWriter()
        xml.open(
            "manifest:manifest",
            [
                ("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
                ("manifest:version", "1.3"),
            ])
        for (path, type) in [("/", Self.type), ("content.xml", "text/xml"), ("styles.xml", "text/xml")] {
            xml.empty("manifest:file-entry", [("manifest:full-path", path), ("manifest:media-type", type)])
        }
        xml.close("manifest:manifest")
        return xml.bytes
    }

    /// A4 with margins of 2.5 cm; Chinese in the system's Kai or serif type.
    private static func styles() -> [UInt8] {
        var xml = XMLWriter()
        xml.open("office:document-styles", namespaces)
        xml.open("office:styles")
        xml.open("style:default-style", [("style:family", "paragraph")])
        xml.empty(
            "style:text-properties",
            [
                ("fo:font-family", "'Noto Serif'"), ("style:font-family-asian", "標楷體, 'Noto Serif CJK TC'"),
                ("fo:font-size", "12pt"), ("style:font-size-asian", "12pt"), ("fo:language", "zh"),
                ("style:language-asian", "zh"), ("style:country-asian", "TW"),
            ])
        xml.close("style:default-style")
        for (name, size, space) in [("Title", "18pt", "0.5cm"), ("Part", "14pt", "0.4cm"), ("Item", "12pt", "0.3cm")] {
            xml.open("style:style", [("style:name", name), ("style:family", "paragraph")])
            xml.empty(
                "style:paragraph-properties",
                [("fo:margin-top", space), ("fo:margin-bottom", "0.2cm"), ("fo:keep-with-next", "always")])
            xml.empty(
                "style:text-properties",
                [
                    ("fo:font-size", size), ("style:font-size-asian", size), ("fo:font-weight", "bold"),
                    ("style:font-weight-asian", "bold"),
                ])
            xml.close("style:style")
        }
        xml.close("office:styles")
        xml.open("office:automatic-styles")
        xml.open("style:page-layout", [("style:name", "A4")])
        xml.empty(
            "style:page-layout-properties",
            [("fo:page-width", "21cm"), ("fo:page-height", "29.7cm"), ("fo:margin", "2.5cm")])
        xml.close("style:page-layout")
        xml.close("office:automatic-styles")
        xml.open("office:master-styles")
        xml.empty("style:master-page", [("style:name", "Standard"), ("style:page-layout-name", "A4")])
        xml.close("office:master-styles")
        xml.close("office:document-styles")
        return xml.bytes
    }

    private func content() -> [UInt8] {
        var xml = XMLWriter()
        xml.open("office:document-content", Self.namespaces)
        xml.open("office:automatic-styles")
        for (name, width) in [("First", "3.5cm"), ("Other", "12.5cm")] {
            xml.open("style:style", [("style:name", name), ("style:family", "table-column")])
            xml.empty("style:table-column-properties", [("style:column-width", width)])
            xml.close("style:style")
        }
        xml.open("style:style", [("style:name", "Cell"), ("style:family", "table-cell")])
        xml.empty("style:table-cell-properties", [("fo:border", "0.5pt solid #000000"), ("fo:padding", "0.1cm")])
        xml.close("style:style")
        xml.close("office:automatic-styles")
        xml.open("office:body")
        xml.open("office:text")
        for (number, block) in blocks.enumerated() { Self.put(block, number, in: &xml) }
        xml.close("office:text")
        xml.close("office:body")
        xml.close("office:document-content")
        return xml.bytes
    }

    private static func put(_ block: Block, _ number: Int, in xml: inout XMLWriter) {
        switch block {
        case .heading(let level, let text):
            let style = ["Title", "Part", "Item"][min(max(level, 1), 3) - 1]
            xml.element("text:h", text, [("text:style-name", style), ("text:outline-level", "\(level)")])
        case .paragraph(let text): xml.element("text:p", text)
        case .table(let rows):
            xml.open("table:table", [("table:name", "T\(number)")])
            let columns = rows.map(\.count).max() ?? 1
            for column in 0..<columns {
                xml.empty("table:table-column", [("table:style-name", column == 0 ? "First" : "Other")])
            }
            for row in rows {
                xml.open("table:table-row")
                for cell in row {
                    xml.open(
                        "table:table-cell", [("table:style-name", "Cell"), ("office:value-type", "string")])
                    for line in cell.isEmpty ? [""] : cell { xml.element("text:p", line) }
                    xml.close("table:table-cell")
                }
                xml.close("table:table-row")
            }
            xml.close("table:table")
        }
    }
}
