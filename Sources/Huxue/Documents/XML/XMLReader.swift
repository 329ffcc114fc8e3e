import CExpat

/// Reads XML with Expat, one element after another, so that a big file is never in memory as a whole tree.
///
/// Stricter than XML: no document type, so no entities but the five, and bounds for depth and for the size of an element.
///
///     let reader = XMLReader(bytes, depth: 2)
///     while let question = try reader.next() { … }
final class XMLReader {
    static let depthLimit = 60
    /// Bytes of text and attributes in one element that is handed over.
    static let textLimit = 4 << 20
    /// Elements in one element that is handed over.
    static let elementLimit = 100_000
    private static let slice = 1 << 16
    private static let nameLimit = 100

    private let bytes: [UInt8]
    private let depth: Int
    private let parser: XML_Parser?
    private var place = 0
    private var isOver = false
    /// The open elements of the one to be handed over next, outermost first.
    private var open: [XMLElement] = []
    private var level = 0
    private var text: [UInt8] = []
    private var weight = (text: 0, elements: 0)
    private var ready: [XMLElement] = []
    private var problem: XMLProblem?
    /// The name and attributes of the root; nil before it has been read.
    private(set) var root: XMLElement?

    /// Hands over each element at this depth, 1 being the root's, with all that it holds.
    init(_ bytes: [UInt8], depth: Int) {
        self.bytes = bytes
        self.depth = depth
        parser = XML_ParserCreate(nil)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in XMLReader.of(data)?.begin(name, attributes) },
            { data, _ in XMLReader.of(data)?.end() })
        XML_SetCharacterDataHandler(parser) { data, text, length in XMLReader.of(data)?.take(text, length) }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in XMLReader.of(data)?.stop(.documentType) }
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
        data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The next element; nil at the end of the file.
    ///
    /// - Throws: the first thing that is wrong, after everything before it has been handed over.
    func next() throws(XMLProblem) -> XMLElement? {
        while ready.isEmpty, !isOver, problem == nil { feed() }
        if let element = ready.popLast() { return element }
        if let problem { throw problem }
        return nil
    }

    private func feed() {
        let end = min(place + Self.slice, bytes.count)
        isOver = end == bytes.count
        let status = bytes[place..<end].withUnsafeBytes { slice in
            XML_Parse(parser, slice.bindMemory(to: CChar.self).baseAddress, Int32(slice.count), isOver ? 1 : 0)
        }
        place = end
        ready.reverse()
        if status == XML_STATUS_ERROR, problem == nil { problem = expats() }
    }

    private func expats() -> XMLProblem {
        let line = Int(XML_GetCurrentLineNumber(parser))
        switch XML_GetErrorCode(parser) {
        case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR, XML_ERROR_UNCLOSED_CDATA_SECTION:
            return XMLProblem(line: line, kind: .cut)
        case XML_ERROR_TAG_MISMATCH: return XMLProblem(line: line, kind: .mismatch)
        case XML_ERROR_UNKNOWN_ENCODING, XML_ERROR_INCORRECT_ENCODING:
            return XMLProblem(line: line, kind: .unknownEncoding)
        case XML_ERROR_UNDEFINED_ENTITY: return XMLProblem(line: line, kind: .unknownEntity)
        default:
            let isText = String(validating: words(ofLine: line), as: UTF8.self) != nil
            let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
            return XMLProblem(line: line, kind: isText || isWide ? .malformed : .notUTF8)
        }
    }

    private func words(ofLine line: Int) -> ArraySlice<UInt8> {
        var rest = bytes[...]
        for _ in 1..<max(1, line) {
            rest = rest.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
        }
        return rest.prefix { $0 != UInt8(ascii: "\n") }
    }

    private func stop(_ kind: XMLProblem.Kind) {
        guard problem == nil else { return }
        problem = XMLProblem(line: Int(XML_GetCurrentLineNumber(parser)), kind: kind)
        XML_StopParser(parser, 0)
    }

    private func begin(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard problem == nil else { return }
        level += 1
        guard level <= Self.depthLimit else { return stop(.tooDeep) }
        endText()
        let (element, size) = Self.element(name, attributes, line: Int(XML_GetCurrentLineNumber(parser)))
        guard let element else { return stop(.stackedMarks) }
        if level == 1 { root = element }
        guard level >= depth else { return }
        weight.elements += 1
        weight.text += size
        guard weight.elements <= Self.elementLimit, weight.text <= Self.textLimit else { return stop(.tooLarge) }
        open.append(element)
    }

    /// The element, nil when a value has marks without end, and the bytes that its values take.
    private static func element(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?, line: Int
    ) -> (element: XMLElement?, size: Int) {
        var (values, size, place): ([String: String], Int, Int) = ([:], 0, 0)
        while let attributes, let key = attributes[place], let value = attributes[place + 1] {
            let text = String(cString: value)
            size += text.utf8.count
            guard StreamSafeText.holds(text) else { return (nil, size) }
            values[local(key)] = text
            place += 2
        }
        return (XMLElement(name: name.map(local) ?? "?", attributes: values, line: line), size)
    }

    /// The name without its prefix; compared with others, so of bounded length and plain.
    private static func local(_ name: UnsafePointer<CChar>) -> String {
        let text = String(cString: name)
        guard text.utf8.count <= nameLimit, text.utf8.allSatisfy({ $0 < 0x80 }) else { return "?" }
        return text.lastIndex(of: ":").map { String(text[text.index(after: $0)...]) } ?? text
    }

    private func end() {
        guard problem == nil else { return }
        level -= 1
        endText()
        guard let element = open.popLast() else { return }
        if open.isEmpty {
            ready.append(element)
            weight = (0, 0)
        } else {
            open[open.count - 1].content.append(.element(element))
        }
    }

    private func take(_ words: UnsafePointer<CChar>?, _ length: Int32) {
        guard problem == nil, !open.isEmpty, let words else { return }
        weight.text += Int(length)
        guard weight.text <= Self.textLimit else { return stop(.tooLarge) }
        words.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            text.append(contentsOf: UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    private func endText() {
        guard !text.isEmpty, !open.isEmpty else { return text.removeAll(keepingCapacity: true) }
        let words = String(decoding: text, as: UTF8.self)
        text.removeAll(keepingCapacity: true)
        guard StreamSafeText.holds(words) else { return stop(.stackedMarks) }
        open[open.count - 1].content.append(.text(words))
    }
}
