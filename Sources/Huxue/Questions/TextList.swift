import Foundation

/// A list of texts as one JSON value, which is how a revision keeps its choices.
///
/// Test pages read dozens of these, so texts without escapes, nearly all of them, are cut out directly.
enum TextList {
    static func print(_ texts: [String]) -> String {
        "[" + texts.map(quoted).joined(separator: ",") + "]"
    }

    /// Nil for anything that is not a list of texts.
    static func read(_ json: String) -> [String]? {
        let bytes = Array(json.utf8)
        guard !bytes.contains(UInt8(ascii: "\\")) else {
            return try? JSONDecoder().decode([String].self, from: Data(bytes))
        }
        guard bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") else { return nil }
        let pieces = bytes.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard pieces.count % 2 == 1 else { return nil }
        return stride(from: 1, to: pieces.count, by: 2).map { String(decoding: pieces[$0], as: UTF8.self) }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20:
                let code = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
