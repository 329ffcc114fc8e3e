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
        // And so are stand-ins: nobody typed what they would become.
        guard let value, let scalar = Unicode.Scalar(value), !YAMLFile.isForbidden(scalar),
            !StreamSafeText.belongsToTheLast(scalar), !MarkdownStandIn.isOne(scalar)
        else { return "\u{FFFD}" }
        return String(Character(scalar))
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "emsp": "\u{2003}",
        "ensp": "\u{2002}", "hellip": "…", "mdash": "—", "ndash": "–", "middot": "·", "times": "×", "sect": "§",
    ]
}
