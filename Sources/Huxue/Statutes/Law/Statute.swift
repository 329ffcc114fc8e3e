/// 法規, as far as a citation needs it: what it is called and the ministry's stable key.
struct Statute: Hashable, Sendable {
    /// The key in the Ministry of Justice's law database; it outlives renaming.
    let pcode: String
    /// The full name in force.
    let name: String
    /// Short and former names under which people cite it, none shared with another statute.
    let otherNames: [String]

    init(_ pcode: String, _ name: String, _ otherNames: String...) {
        self.pcode = pcode
        self.name = name
        self.otherNames = otherNames
    }

    static func == (left: Self, right: Self) -> Bool { left.pcode == right.pcode }

    func hash(into hasher: inout Hasher) {
        hasher.combine(pcode)
    }
}

/// 條號: the number of an article, with the 之 number of one that was put in later.
struct ArticleNumber: Hashable, Comparable, Sendable {
    let main: Int
    /// 1 in 第14條之1; 0 for an article without one.
    let branch: Int

    /// Nil unless both can stand in a statute.
    init?(_ main: Int, branch: Int = 0) {
        guard (1...9999).contains(main), (0...999).contains(branch) else { return nil }
        self.main = main
        self.branch = branch
    }

    /// As the ministry's addresses write it: `48`, `14-1`.
    var plain: String { branch == 0 ? String(main) : "\(main)-\(branch)" }

    /// As citations are printed: `第48條`, `第14條之1`.
    var words: String { "第\(main)條" + (branch == 0 ? "" : "之\(branch)") }

    static func < (left: Self, right: Self) -> Bool { (left.main, left.branch) < (right.main, right.branch) }
}
