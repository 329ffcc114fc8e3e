import GRDB

/// Writing editions of statutes; each call leaves one statute whole.
enum StatuteImportStore {
    /// Makes `edition` the current version: the first one, or the next after `old`.
    ///
    /// Articles whose meaning did not change keep the text they have, in its older layout.
    static func insert(
        _ edition: StatuteEdition, digest: String, published: Day?, from upload: ID<StatuteUpload>? = nil, now: Moment,
        in db: Database
    ) throws -> ID<StatuteVersion> {
        let statuteID = try statuteID(of: edition.pcode, in: db)
        let (version, number) = try insertVersion(
            edition, of: statuteID, digest: digest, published: published, from: upload, now: now, in: db)
        var kept = number == 1 ? [:] : try currentTexts(of: statuteID, in: db)
        for article in edition.articles {
            if let old = kept.removeValue(forKey: article.number) {
                let change = StatuteComparison.change(from: old.text, to: article.text)
                // What only changed its look, or its name in the index, keeps its text.
                if change == nil || change == .relaid {
                    try mend(old, by: article, in: db)
                    continue
                }
                try close(old, at: version, in: db)
            }
            try insertText(article, of: statuteID, since: version, title: edition.indexedTitle(of: article), in: db)
        }
        for old in kept.values { try close(old, at: version, in: db) }
        if number > 1 { try reindex(statuteID, edition, in: db) }
        try StatuteIndexStore.put(statuteID, in: db)
        return version
    }

    /// Takes up what does not matter to the meaning: the digest of the newer file and what it says of the statute.
    static func refresh(
        _ version: ID<StatuteVersion>, from edition: StatuteEdition, digest: String, published: Day?, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE statuteVersion SET digest = ?, category = ?, histories = ?, modifiedOn = ?, effectiveOn = ?,
                    isEffectOpen = ?, effectiveNote = ?,
                    publishedOn = ifnull(?, publishedOn) WHERE id = ?
                """,
            arguments: [
                digest, edition.category, edition.histories, edition.modified, edition.effective.day,
                edition.effective == .toBeSet, edition.effectiveNote, published, version,
            ])
        let kept = try currentTexts(of: statuteID(of: edition.pcode, in: db), in: db)
        for article in edition.articles {
            if let old = kept[article.number] { try mend(old, by: article, in: db) }
        }
    }

    /// Takes over the text of a later file that only mends characters.
    private static func mend(_ old: Current, by article: StatuteArticle, in db: Database) throws {
        guard OddSigns.areMended(from: old.text, to: article.text) else { return }
        try ArticleIndexStore.remove(old.id, title: old.indexedTitle, text: old.text, in: db)
        try db.execute(sql: "UPDATE articleVersion SET text = ? WHERE id = ?", arguments: [article.text, old.id])
        if let title = old.indexedTitle, !title.isEmpty {
            try ArticleIndexStore.add(old.id, title: title, text: article.text, in: db)
        }
    }

    /// These statutes are still so in a file of that day.
    static func date(_ pcodes: [String], by published: Day, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE statuteVersion SET publishedOn = ?1 WHERE ifnull(publishedOn, '') < ?1
                    AND id = (SELECT currentVersionID FROM statute WHERE pcode = ?2)
                """)
        for pcode in pcodes { try statement.execute(arguments: [published, pcode]) }
    }

    private static func statuteID(of pcode: String, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM statute WHERE pcode = ?")
        if let id = try Int64.fetchOne(find, arguments: [pcode]) {
            return id
        }
        // The version comes right after; until then no row of that number exists.
        try db.cachedStatement(sql: "INSERT INTO statute (pcode, currentVersionID) VALUES (?, -1)")
            .execute(arguments: [pcode])
        return db.lastInsertedRowID
    }

    private static func insertVersion(
        _ edition: StatuteEdition, of statuteID: Int64, digest: String, published: Day?,
        from upload: ID<StatuteUpload>?, now: Moment, in db: Database
    ) throws -> (id: ID<StatuteVersion>, number: Int) {
        let number =
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT 1 + ifnull(max(number), 0) FROM statuteVersion WHERE statuteID = ?"),
                arguments: [statuteID]) ?? 1
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO statuteVersion (statuteID, number, name, level, category, modifiedOn, effectiveOn,
                    isEffectOpen, effectiveNote, isRepealed, histories, outline, digest, publishedOn, importedAt,
                    uploadID, stamp)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, random())
                """)
        try statement.execute(arguments: [
            statuteID, number, edition.name, edition.level, edition.category, edition.modified,
            edition.effective.day, edition.effective == .toBeSet, edition.effectiveNote, edition.isRepealed,
            edition.histories, StatuteOutlineFile.print(edition.parts), digest, published, now, upload,
        ])
        let id = ID<StatuteVersion>(rawValue: db.lastInsertedRowID)
        try db.cachedStatement(sql: "UPDATE statute SET currentVersionID = ? WHERE id = ?")
            .execute(arguments: [id, statuteID])
        return (id, number)
    }

    private struct Current {
        let id: Int64
        let text: String
        let indexedTitle: String?
    }

    private static func currentTexts(of statuteID: Int64, in db: Database) throws -> [ArticleNumber: Current] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT article.main, article.branch, articleVersion.id, articleVersion.text,
                    articleVersion.indexedTitle
                FROM articleVersion JOIN article ON article.id = articleVersion.articleID
                WHERE article.statuteID = ? AND articleVersion.untilVersionID IS NULL
                """, arguments: [statuteID])
        var found: [ArticleNumber: Current] = [:]
        for row in rows {
            guard let number = ArticleNumber(row["main"], branch: row["branch"]) else { continue }
            found[number] = Current(id: row["id"], text: row["text"], indexedTitle: row["indexedTitle"])
        }
        return found
    }

    private static func insertText(
        _ article: StatuteArticle, of statuteID: Int64, since version: ID<StatuteVersion>, title: String?,
        in db: Database
    ) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO article (statuteID, main, branch) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        try insert.execute(arguments: [statuteID, article.number.main, article.number.branch])
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO articleVersion (articleID, text, sinceVersionID, indexedTitle)
                SELECT id, ?, ?, ? FROM article WHERE statuteID = ? AND main = ? AND branch = ?
                """)
        try statement.execute(arguments: [
            article.text, version, title, statuteID, article.number.main, article.number.branch,
        ])
        guard let title else { return }
        try ArticleIndexStore.add(db.lastInsertedRowID, title: title, text: article.text, in: db)
    }

    private static func close(_ old: Current, at version: ID<StatuteVersion>, in db: Database) throws {
        try ArticleIndexStore.remove(old.id, title: old.indexedTitle, text: old.text, in: db)
        try db.execute(
            sql: "UPDATE articleVersion SET untilVersionID = ?, indexedTitle = NULL WHERE id = ?",
            arguments: [version, old.id])
    }

    /// Brings the full-text index in step: articles in force under their statute's present name.
    private static func reindex(_ statuteID: Int64, _ edition: StatuteEdition, in db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE articleVersion SET indexedTitle = ? WHERE id = ?")
        for (number, current) in try currentTexts(of: statuteID, in: db) {
            let title = edition.indexedTitle(of: StatuteArticle(number: number, text: current.text))
            guard title != current.indexedTitle else { continue }
            try ArticleIndexStore.remove(current.id, title: current.indexedTitle, text: current.text, in: db)
            if let title { try ArticleIndexStore.add(current.id, title: title, text: current.text, in: db) }
            try update.execute(arguments: [title, current.id])
        }
    }
}

extension StatuteEdition {
    static func indexedTitle(of number: ArticleNumber, in statute: String) -> String {
        "\(statute)第\(number.plain)條"
    }

    /// Under which the article stands in the full-text index; nil for what is not in force.
    fileprivate func indexedTitle(of article: StatuteArticle) -> String? {
        isRepealed || ArticleText.isDeleted(article.text) ? nil : Self.indexedTitle(of: article.number, in: name)
    }
}

extension EffectiveDay {
    /// The day that was set; nil when none was.
    var day: Day? {
        if case .on(let day) = self { day } else { nil }
    }
}
