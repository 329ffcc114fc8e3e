/// Which edition of a statute stands.
enum StatuteImportRules {
    /// Whether the office has a later edition than one of these days: it then stays as it is.
    ///
    /// `modified`: of the edition's latest promulgation.
    ///
    /// `published`: 更新日期 of its file. A day that is not known decides nothing.
    static func isOlder(modified: Day?, published: Day?, than current: StatuteVersion) -> Bool {
        if let modified, let mine = current.modified, modified < mine { return true }
        if let published, let mine = current.published, published < mine { return true }
        return false
    }
}
