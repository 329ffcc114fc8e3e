/// Decides which network addresses count as one.
enum VisitorNetwork {
    /// The /64 prefix of an IPv6 address, which usually belongs to one household or machine; other addresses unchanged.
    static func name(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        var head: [Substring] = []
        var tail: [Substring]?
        for group in address.split(separator: ":", omittingEmptySubsequences: false) {
            if group.isEmpty {
                tail = tail ?? []
            } else if tail != nil {
                tail?.append(group)
            } else {
                head.append(group)
            }
        }
        let groups = head + Array(repeating: "0", count: max(0, 8 - head.count - (tail?.count ?? 0))) + (tail ?? [])
        return groups.prefix(4).joined(separator: ":")
    }
}
