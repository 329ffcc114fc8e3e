/// The fields of a mapping, by name.
struct YAMLFields {
    /// The line of the mapping.
    let line: Int
    let fields: [String: YAMLField]

    subscript(name: String) -> YAMLNode? { fields[name]?.value }

    /// The line to report for a problem with the field: the field's own, or the mapping's when the field is missing.
    func line(of name: String) -> Int { fields[name]?.line ?? line }
}

/// What can be wrong with the shape of a field.
enum YAMLFieldProblem: Hashable, Sendable {
    case notAMapping(String)
    case unknownField(String, known: [String])
    case missingField(String)
    case notText(String)
    case notANumber(String)
    case notABool(String)
    case notAMoment(String)
    case notAList(String)
    case tooLong(String, limit: Int)
    case severalLines(String)
    case wrongDate(String)
    case wrongValue(String, String, allowed: [String])

    var sentence: String {
        switch self {
        case .notAMapping(let what): "\(what)應該由「欄位: 內容」組成，這裡不是。"
        case .unknownField(let name, let known): "沒有「\(name)」這個欄位，可用的欄位有 \(known.joined(separator: "、"))。"
        case .missingField(let name): "缺少欄位「\(name)」，或內容是空白的。"
        case .notText(let name): "欄位「\(name)」應該是一段文字。"
        case .notANumber(let name): "欄位「\(name)」要填整數。"
        case .notABool(let name): "欄位「\(name)」要填 true 或 false。"
        case .notAMoment(let name): "欄位「\(name)」要寫成 2026-11-01T08:00 或 115/11/1 08:00（臺北時間）。"
        case .notAList(let name): "欄位「\(name)」應該是清單，每項以「- 」開頭。"
        case .tooLong(let name, let limit): "欄位「\(name)」超過 \(limit) 字。"
        case .severalLines(let name): "欄位「\(name)」只能寫一行。"
        case .wrongDate(let text): "「\(text)」不是正確的日期，請寫成 2024-10-11。"
        case .wrongValue(let field, let value, let allowed):
            "欄位「\(field)」不能是「\(value)」，只能是 \(allowed.joined(separator: "、"))。"
        }
    }
}

/// Reads the fields of a file and collects problems with them, each with its line.
protocol YAMLFieldReader {
    mutating func note(_ problem: YAMLFieldProblem, line: Int)
}

/// Functions that each read a field of one shape, or note the problem and return nil.
extension YAMLFieldReader {
    mutating func fields(of node: YAMLNode, called what: String, known: [String]) -> YAMLFields? {
        guard case .mapping(let written) = node.value else {
            note(.notAMapping(what), line: node.line)
            return nil
        }
        var fields: [String: YAMLField] = [:]
        for field in written {
            if known.contains(field.name) {
                fields[field.name] = field
            } else {
                note(.unknownField(field.name, known: known), line: field.line)
            }
        }
        return YAMLFields(line: node.line, fields: fields)
    }

    mutating func required(_ name: String, in fields: YAMLFields) -> YAMLNode? {
        guard let found = fields[name], !found.isNull else {
            note(.missingField(name), line: fields.line(of: name))
            return nil
        }
        return found
    }

    mutating func text(_ name: String, in fields: YAMLFields, limit: Int) -> String? {
        guard let found = required(name, in: fields) else { return nil }
        return text(found, called: name, limit: limit)
    }

    mutating func text(_ node: YAMLNode, called name: String, limit: Int) -> String? {
        guard case .scalar(let text, _) = node.value else {
            note(.notText(name), line: node.line)
            return nil
        }
        guard !text.isEmpty, !node.isNull else {
            note(.missingField(name), line: node.line)
            return nil
        }
        guard text.unicodeScalars.count <= limit else {
            note(.tooLong(name, limit: limit), line: node.line)
            return nil
        }
        return text
    }

    /// Reads text without a line break.
    mutating func line(_ name: String, in fields: YAMLFields, limit: Int) -> String? {
        guard let found = text(name, in: fields, limit: limit) else { return nil }
        guard !found.unicodeScalars.contains("\n") else {
            note(.severalLines(name), line: fields.line(of: name))
            return nil
        }
        return found
    }

    /// Reads a list of texts.
    mutating func texts(_ name: String, in fields: YAMLFields, limit: Int) -> [(text: String, line: Int)]? {
        guard let read = readableTexts(name, in: fields, limit: limit), read.isWhole else { return nil }
        return read.texts
    }

    /// Reads the texts of a list that are texts, and tells whether that is all of it.
    mutating func readableTexts(
        _ name: String, in fields: YAMLFields, limit: Int
    ) -> (texts: [(text: String, line: Int)], isWhole: Bool)? {
        guard let list = required(name, in: fields) else { return nil }
        guard case .sequence(let items) = list.value else {
            note(.notAList(name), line: fields.line(of: name))
            return nil
        }
        var found: [(text: String, line: Int)] = []
        for item in items {
            if let text = text(item, called: name, limit: limit) { found.append((text, item.line)) }
        }
        return (found, found.count == items.count)
    }

    /// Reads one of the values of an enumeration.
    mutating func value<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, in fields: YAMLFields
    ) -> Value? {
        guard let found = text(name, in: fields, limit: 100) else { return nil }
        guard let value = Value(rawValue: found) else {
            let allowed = Value.allCases.map(\.rawValue)
            note(.wrongValue(name, found, allowed: allowed), line: fields.line(of: name))
            return nil
        }
        return value
    }

    /// Reads a day written as `2024-10-11`.
    mutating func day(_ node: YAMLNode, called name: String) -> Day? {
        guard let text = text(node, called: name, limit: 100) else { return nil }
        guard let day = Day(text) else {
            note(.wrongDate(text), line: node.line)
            return nil
        }
        return day
    }
    /// Reads a whole number; `missing`: the value when the field is left out, nil when the field is required.
    mutating func number(_ name: String, in fields: YAMLFields, missing: Int? = nil) -> Int? {
        if let missing, fields[name] == nil { return missing }
        guard let found = required(name, in: fields) else { return nil }
        guard let number = found.text.flatMap({ Int($0) }) else {
            note(.notANumber(name), line: found.line)
            return nil
        }
        return number
    }

    mutating func bool(_ name: String, in fields: YAMLFields, missing: Bool) -> Bool {
        guard let found = fields[name] else { return missing }
        guard let bool = found.bool else {
            note(.notABool(name), line: found.line)
            return missing
        }
        return bool
    }
}
