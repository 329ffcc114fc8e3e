/// The fields of a mapping, by name.
struct QuestionFields {
    /// The line of the mapping.
    let line: Int
    let fields: [String: YAMLField]

    subscript(name: String) -> YAMLNode? { fields[name]?.value }

    /// Where a problem with that field shows: at its name, or at the mapping when it is missing.
    func line(of name: String) -> Int { fields[name]?.line ?? line }
}

/// The shapes a field can have; each reads one, or notes the problem and returns nil.
extension QuestionReader {
    mutating func fields(of node: YAMLNode, called what: String, known: Set<String>) -> QuestionFields? {
        guard case .mapping(let written) = node.value else {
            note(.notAMapping(what), line: node.line)
            return nil
        }
        var fields: [String: YAMLField] = [:]
        for field in written {
            if known.contains(field.name) {
                fields[field.name] = field
            } else {
                note(.unknownField(field.name), line: field.line)
            }
        }
        return QuestionFields(line: node.line, fields: fields)
    }

    mutating func required(_ name: String, in fields: QuestionFields) -> YAMLNode? {
        guard let found = fields[name], !found.isNull else {
            note(.missingField(name), line: fields.line(of: name))
            return nil
        }
        return found
    }

    mutating func text(_ name: String, in fields: QuestionFields, limit: Int) -> String? {
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

    /// Text without a line break.
    mutating func line(_ name: String, in fields: QuestionFields, limit: Int) -> String? {
        guard let found = text(name, in: fields, limit: limit) else { return nil }
        guard !found.unicodeScalars.contains("\n") else {
            note(.severalLines(name), line: fields.line(of: name))
            return nil
        }
        return found
    }

    /// A list of texts.
    mutating func texts(_ name: String, in fields: QuestionFields, limit: Int) -> [(text: String, line: Int)]? {
        guard let list = required(name, in: fields) else { return nil }
        guard case .sequence(let items) = list.value else {
            note(.notAList(name), line: fields.line(of: name))
            return nil
        }
        var found: [(text: String, line: Int)] = []
        for item in items {
            if let text = text(item, called: name, limit: limit) { found.append((text, item.line)) }
        }
        return found.count == items.count ? found : nil
    }

    /// One of the values of an enumeration.
    mutating func value<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, in fields: QuestionFields
    ) -> Value? {
        guard let found = text(name, in: fields, limit: 100) else { return nil }
        guard let value = Value(rawValue: found) else {
            let allowed = Value.allCases.map(\.rawValue)
            note(.wrongValue(name, found, allowed: allowed), line: fields.line(of: name))
            return nil
        }
        return value
    }

    mutating func day(_ node: YAMLNode) -> Day? {
        guard let text = text(node, called: "lawAsOf", limit: 100) else { return nil }
        guard let day = Day(text) else {
            note(.wrongDate(text), line: node.line)
            return nil
        }
        return day
    }
}
