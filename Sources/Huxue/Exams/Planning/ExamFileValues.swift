import Foundation

/// Reads the values of an exam's file; what cannot be read becomes a problem on its line.
struct ExamFileValues {
    private(set) var problems: [ExamFileProblem] = []

    mutating func fail(_ node: YAMLNode, _ kind: ExamFileProblem.Kind) {
        problems.append(ExamFileProblem(line: node.line, kind: kind))
    }

    mutating func mapping(_ node: YAMLNode, allowed: [String]) -> [String: YAMLNode]? {
        guard case .mapping(let fields) = node.value else {
            fail(node, .notAMapping(allowed))
            return nil
        }
        var found: [String: YAMLNode] = [:]
        for field in fields {
            if !allowed.contains(field.name) {
                problems.append(ExamFileProblem(line: field.line, kind: .unknownField(field.name, allowed: allowed)))
            } else {
                found[field.name] = field.value
            }
        }
        return found
    }

    mutating func text(_ fields: [String: YAMLNode], _ name: String, below node: YAMLNode) -> String? {
        guard let value = fields[name] else {
            fail(node, .missingField(name))
            return nil
        }
        guard let text = value.text else {
            fail(value, .notText(name))
            return nil
        }
        return text.precomposedStringWithCanonicalMapping
    }

    mutating func number(
        _ fields: [String: YAMLNode], _ name: String, missing: Int?, below node: YAMLNode
    ) -> Int? {
        guard let value = fields[name] else {
            if missing == nil { fail(node, .missingField(name)) }
            return missing
        }
        guard let number = value.text.flatMap({ Int($0) }) else {
            fail(value, .notANumber(name))
            return nil
        }
        return number
    }

    mutating func moment(_ fields: [String: YAMLNode], _ name: String, below node: YAMLNode) -> Moment? {
        guard let text = text(fields, name, below: node) else { return nil }
        guard let moment = ROCDate.parseMoment(text) else {
            fail(fields[name] ?? node, .notAMoment(name))
            return nil
        }
        return moment
    }

    mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ fields: [String: YAMLNode], _ name: String, missing: Value?, below node: YAMLNode
    ) -> Value? {
        guard let value = fields[name] else {
            if missing == nil { fail(node, .missingField(name)) }
            return missing
        }
        guard let choice = value.text.flatMap(Value.init(rawValue:)) else {
            fail(value, .unknownValue(name, allowed: Value.allCases.map(\.rawValue)))
            return nil
        }
        return choice
    }

    mutating func bool(_ fields: [String: YAMLNode], _ name: String, missing: Bool) -> Bool {
        guard let value = fields[name] else { return missing }
        guard let bool = value.bool else {
            fail(value, .notABool(name))
            return missing
        }
        return bool
    }

    /// A list of texts; one text alone counts as a list of one, nothing as an empty one.
    mutating func list(_ node: YAMLNode?) -> [String] {
        guard let node, !node.isNull else { return [] }
        if let text = node.text { return [text.precomposedStringWithCanonicalMapping] }
        guard case .sequence(let items) = node.value else {
            fail(node, .notAListOfText)
            return []
        }
        return items.compactMap { item in
            guard let text = item.text else {
                fail(item, .notAListOfText)
                return nil
            }
            return text.precomposedStringWithCanonicalMapping
        }
    }
}
