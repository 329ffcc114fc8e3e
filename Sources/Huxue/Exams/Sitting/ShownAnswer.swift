/// What a page without script showed for one question: `3:1763708141123:1,4:f`, number, sequence, keys and flag.
struct ShownAnswer: Sendable {
    let number: Int
    /// 0 when nothing was saved.
    let sequence: Int64
    /// Displayed keys, ascending.
    let keys: [Int]
    let isFlagged: Bool

    var text: String {
        "\(number):\(sequence):\(keys.map(String.init).joined(separator: ",")):\(isFlagged ? "f" : "")"
    }

    init(number: Int, sequence: Int64, keys: [Int] = [], isFlagged: Bool = false) {
        self.number = number
        self.sequence = sequence
        self.keys = keys
        self.isFlagged = isFlagged
    }

    init?(_ text: Substring) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, let number = Int(parts[0]), let sequence = Int64(parts[1]) else { return nil }
        let keys = parts[2].split(separator: ",").compactMap { Int($0) }
        self.init(number: number, sequence: sequence, keys: keys, isFlagged: parts[3] == "f")
    }
}
