import CMD4C

/// Parses with md4c, which takes time linear in the length of the text and reports blocks, spans and text.
enum MarkdownParser {
    /// Ends early when the writer has had too much.
    static func parse(_ source: String, into writer: MarkdownWriter) {
        var parser = MD_PARSER()
        parser.flags = UInt32(
            MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS
                | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS)
        parser.enter_block = { kind, detail, writer in
            MarkdownParser.tell(writer, of: 0) { $0.enter(MarkdownParser.block(kind, detail)) }
        }
        parser.leave_block = { kind, detail, writer in
            MarkdownParser.tell(writer, of: 0) { $0.leave(MarkdownParser.block(kind, detail)) }
        }
        parser.enter_span = { kind, detail, writer in
            MarkdownParser.tell(writer, of: 0) { $0.enter(MarkdownParser.span(kind, detail, &$0.references)) }
        }
        parser.leave_span = { kind, detail, writer in
            MarkdownParser.tell(writer, of: 0) { $0.leave(MarkdownParser.span(kind)) }
        }
        parser.text = { kind, text, size, writer in
            MarkdownParser.tell(writer, of: Int(size)) { writer in
                writer.numbers.pass(text, size)
                writer.text(MarkdownParser.words(kind, MarkdownParser.string(text, size)))
            }
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

    /// Only a negative answer ends the parser's work.
    private static func tell(
        _ writer: UnsafeMutableRawPointer?, of length: Int, _ event: (MarkdownWriter) -> Void
    ) -> Int32 {
        guard let writer = Self.writer(writer), writer.takesMore(length) else { return -1 }
        event(writer)
        return 0
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
        case MD_BLOCK_CODE:
            .code(detail.map { attribute($0.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee.info) } ?? "")
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

    private static func span(
        _ kind: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?, _ references: inout MarkdownReferences
    ) -> MarkdownSpan {
        switch kind {
        case MD_SPAN_A:
            guard let detail = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee else { break }
            return .link(target(detail.href, detail.title, &references))
        case MD_SPAN_IMG:
            guard let detail = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee else { break }
            return .image(target(detail.src, detail.title, &references))
        default: break
        }
        return span(kind)
    }

    /// A span that ends: where it leads was told when it began.
    private static func span(_ kind: MD_SPANTYPE) -> MarkdownSpan {
        switch kind {
        case MD_SPAN_EM: .emphasis
        case MD_SPAN_STRONG: .strong
        case MD_SPAN_CODE: .code
        case MD_SPAN_DEL: .deleted
        case MD_SPAN_A: .link(MarkdownTarget())
        case MD_SPAN_IMG: .image(MarkdownTarget())
        default: .plain
        }
    }

    private static func target(
        _ address: MD_ATTRIBUTE, _ title: MD_ATTRIBUTE, _ references: inout MarkdownReferences
    ) -> MarkdownTarget {
        // Long enough for the sign of a definition.
        if let text = address.text, let number = MarkdownStandIn.definition(of: string(text, min(address.size, 4))),
            !references.note(number, length: Int(address.size))
        {
            return MarkdownTarget()
        }
        return MarkdownTarget(address: attribute(address), title: attribute(title))
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
