/// By what statutes and articles are found.
enum StatuteIndexSchema {
    static let migrations = [
        Migration(
            name: "2026-11-30 find statutes and articles by more variants of characters",
            sql: """
                DELETE FROM statuteText;
                INSERT INTO articleText (articleText) VALUES ('delete-all');
                -- Read again, a few at a time, before the server starts.
                UPDATE articleVersion SET indexedTitle = '' WHERE indexedTitle IS NOT NULL;
                CREATE INDEX articleVersionToIndex ON articleVersion (id) WHERE indexedTitle = '';
                """),
        Migration(
            name: "2026-11-30 find articles by their number in any statute",
            sql: "CREATE INDEX articleOfNumber ON article (main, branch);"),
    ]
}
