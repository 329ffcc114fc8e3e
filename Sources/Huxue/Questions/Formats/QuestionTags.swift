/// What other formats have no field for, as tags that their systems keep: `level:apply`, `citation:戶籍法第48條`.
enum QuestionTags {
    /// Named as in the bank's own files.
    enum Name: String, CaseIterable {
        case topic, level, lawAsOf, state, unit, citation
    }

    /// `topic`: nil for formats that have categories.
    static func tags(of draft: QuestionDraft, topic: String? = nil) -> [String] {
        let topic = topic.map { ["\(Name.topic.rawValue):\($0)"] } ?? []
        let facts = [
            "\(Name.level.rawValue):\(draft.level.rawValue)", "\(Name.lawAsOf.rawValue):\(draft.lawAsOf)",
            "\(Name.state.rawValue):\(draft.state.rawValue)",
        ]
        let unit = draft.unit.isEmpty ? [] : ["\(Name.unit.rawValue):\(draft.unit)"]
        return topic + facts + unit + draft.citations.map { "\(Name.citation.rawValue):\($0)" }
    }

    /// Nil for a tag of somebody else's.
    static func parts(of tag: String) -> (name: Name, value: String)? {
        guard StreamSafeText.holds(tag), let colon = tag.unicodeScalars.firstIndex(of: ":"),
            let name = Name(rawValue: String(tag[..<colon]))
        else { return nil }
        return (name, String(tag[tag.unicodeScalars.index(after: colon)...]))
    }
}
