import Foundation

/// Decisions about topics.
enum TopicRules {
    static let nameLimit = QuestionReader.topicLimit
    /// Codes have room for a number behind it.
    static let prefixLimit = 24

    /// The name as it is stored, composed (NFC).
    ///
    /// `others`: topics that must be told apart from it; width, white space, case and 台 for 臺 make no difference.
    static func name(_ typed: String, beside others: [TopicLine]) throws(TopicRefusal) -> String {
        let name = StreamSafeText.key(typed)
        let scalars = name.unicodeScalars
        guard scalars.count <= nameLimit, scalars.contains(where: isWord), !InvisibleText.breaksLine(name),
            !scalars.contains(where: YAMLFile.isForbidden)
        else { throw .badName }
        let key = LawText.folded(name)
        if let same = others.first(where: { LawText.folded($0.name) == key }) { throw .nameTaken(same.name) }
        return name
    }

    /// The name of a new topic's file.
    ///
    /// `typed`: what its codes are to begin with; empty for its name. `others`: all topics.
    static func fileName(_ typed: String, of name: String, beside others: [TopicLine]) throws(TopicRefusal) -> String {
        let prefix = StreamSafeText.key(typed.isEmpty ? QuestionCodes.word(name) : typed)
        guard prefix.unicodeScalars.count <= prefixLimit, !prefix.contains("."), QuestionReader.isCode(prefix) else {
            throw .badPrefix
        }
        if let same = others.first(where: { $0.prefix.lowercased() == prefix.lowercased() }) {
            throw .prefixTaken(prefix, topic: same.name)
        }
        return prefix + ".yaml"
    }

    /// The order after a topic has changed places with the one beside it.
    ///
    /// `neighbour`: the file name of the topic that the editor saw there; empty for none.
    static func moved(
        _ fileName: String, _ way: Way, past neighbour: String, in order: [TopicLine]
    ) throws(TopicRefusal) -> [String] {
        guard let place = order.firstIndex(where: { $0.fileName == fileName }) else { throw .gone }
        let other = place + (way == .up ? -1 : 1)
        guard order.indices.contains(other), order[other].fileName == neighbour else { throw .orderChanged }
        var names = order.map(\.fileName)
        names.swapAt(place, other)
        return names
    }

    enum Way: String, CaseIterable, Sendable {
        case up, down
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
