import CMD4C

/// Parses with md4c, which takes time linear in the length of the text and reports blocks, spans and text.
enum MarkdownParser {
    static func parse(_ source: String, into writer: MarkdownWriter) {
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS
                | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS)
        parser.enter_block = { kind, detail, writer in
            MarkdownParser.writer(writer)?.enter(MarkdownParser.block(kind, detail))
            return 0
        }
        parser.leave_block = { kind, detail, writer in
            MarkdownParser.writer(writer)?.leave(MarkdownParser.block(kind, detail))
            return 0
        }
        parser.enter_span = { kind, detail, writer in
            MarkdownParser.writer(writer)?.enter(MarkdownParser.span(kind, detail))
            return 0
        }
        parser.leave_span = { kind, detail, writer in
            MarkdownParser.writer(writer)?.leave(MarkdownParser.span(kind, detail))
            return 0
        }
        parser.text = { kind, text, size, writer in
            guard let writer = MarkdownParser.writer(writer) else { return 0 }
            let words = MarkdownParser.string(text, size)
            writer.numbers.pass(text, size)
            writer.text(MarkdownParser.words(kind, words))
            return 0
        }
        var bytes = source
        bytes.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                writer.numbers = MarkdownNumbers(of: text)
                defer { writer.numbers = MarkdownNumbers() }
                _ = md_parse(text.baseAddress, UInt32(text.count), &parser, Unmanaged.passUnretained(writer).toOpaque())
            }
        }
    }

    private static func writer(_ pointer: UnsafeMutableRawPointer?) -> MarkdownWriter? {
        pointer.map { Unmanaged<MarkdownWriter>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func string(_ text: UnsafePointer<CChar>?, _ size: UInt32) -> String {
        guard let text else { return "" }
        return UnsafeBufferPointer(start: text, count: Int(size)).withMemoryRebound(to: UInt8.self) {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func block(_ kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> MarkdownBlock {
        switch kind {
        case MD_BLOCK_DOC: .document
        case MD_BLOCK_QUOTE: .quote
        case MD_BLOCK_UL: .list(nil)
        case MD_BLOCK_OL:
            numbered(detail)
        case MD_BLOCK_LI:
            .item(
                isTask: detail.map { $0.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee.is_task != 0 } ?? false
            )
        case MD_BLOCK_HR: .rule
        case MD_BLOCK_H:
            .heading(detail.map { Int($0.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level) } ?? 2)
        case MD_BLOCK_CODE: .code
        case MD_BLOCK_TABLE: .table
        case MD_BLOCK_THEAD: .tableHead
        case MD_BLOCK_TBODY: .tableBody
        case MD_BLOCK_TR: .row
        case MD_BLOCK_TH: .cell(isHead: true, isNumeric: isRight(detail))
        case MD_BLOCK_TD: .cell(isHead: false, isNumeric: isRight(detail))
        default: .paragraph
        }
    }

    private static func numbered(_ detail: UnsafeMutableRawPointer?) -> MarkdownBlock {
        guard let list = detail?.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee else {
            return .list(MarkdownNumbering(start: 1, delimiter: "."))
        }
        let delimiter = Unicode.Scalar(UInt8(bitPattern: list.mark_delimiter))
        return .list(MarkdownNumbering(start: Int(list.start), delimiter: delimiter))
    }

    private static func isRight(_ detail: UnsafeMutableRawPointer?) -> Bool {
        detail.map { $0.assumingMemoryBound(to: MD_BLOCK_TD_DETAIL.self).pointee.align == MD_ALIGN_RIGHT } ?? false
    }

    private static func span(_ kind: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> MarkdownSpan {
        switch kind {
        case MD_SPAN_EM: .emphasis
        case MD_SPAN_STRONG: .strong
        case MD_SPAN_CODE: .code
        case MD_SPAN_DEL: .deleted
        case MD_SPAN_A:
            .link(detail.map { attribute($0.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee.href) } ?? "")
        case MD_SPAN_IMG:
            .image(detail.map { attribute($0.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee.src) } ?? "")
        default: .plain
        }
    }

    private static func words(_ kind: MD_TEXTTYPE, _ text: String) -> MarkdownWords {
        switch kind {
        case MD_TEXT_NULLCHAR: .normal("\u{FFFD}")
        case MD_TEXT_BR: .lineBreak
        case MD_TEXT_SOFTBR: .softBreak
        case MD_TEXT_ENTITY: .normal(MarkdownEntity.text(of: text))
        case MD_TEXT_CODE: .code(MarkdownStandIn.typed(text))
        default: .normal(MarkdownStandIn.restored(text))
        }
    }

    /// The value of an attribute, whose pieces are text or entities.
    private static func attribute(_ attribute: MD_ATTRIBUTE) -> String {
        guard let text = attribute.text, let kinds = attribute.substr_types, let offsets = attribute.substr_offsets
        else { return "" }
        var value = ""
        var piece = 0
        while offsets[piece] < attribute.size {
            let words = string(text + Int(offsets[piece]), offsets[piece + 1] - offsets[piece])
            value += kinds[piece] == MD_TEXT_ENTITY ? MarkdownEntity.text(of: words) : words
            piece += 1
        }
        return MarkdownStandIn.typed(value)
    }
}

/// Character references: `&amp;`, `&#25143;`, `&#x6236;`.
enum MarkdownEntity {
    /// The character that the reference stands for; the reference itself when it is unknown.
    static func text(of entity: String) -> String {
        let name = entity.dropFirst().dropLast()
        if name.hasPrefix("#x") || name.hasPrefix("#X") { return scalar(UInt32(name.dropFirst(2), radix: 16)) }
        if name.hasPrefix("#") { return scalar(UInt32(name.dropFirst())) }
        return named[String(name)] ?? entity
    }

    private static func scalar(_ value: UInt32?) -> String {
        // Characters that are forbidden in texts are forbidden as numeric references too.
        // So are marks: the text was checked for them before the references were resolved, see `StreamSafeText`.
        guard let value, let scalar = Unicode.Scalar(value), !YAMLFile.isForbidden(scalar),
            !StreamSafeText.belongsToTheLast(scalar)
        else { return "\u{FFFD}" }
        return String(Character(scalar))
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "emsp": "\u{2003}",
        "ensp": "\u{2002}", "hellip": "…", "mdash": "—", "ndash": "–", "middot": "·", "times": "×", "sect": "§",
    ]
}
