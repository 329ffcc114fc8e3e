enum PageSchema {
    static let migrations = [
        Migration(
            name: "2026-11-25 keep pages of the knowledge base, their revisions and what they cite",
            sql: """
                CREATE TABLE page (
                    id INTEGER PRIMARY KEY AUTOINCREMENT,
                    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
                    kind TEXT NOT NULL CHECK (
                        kind IN ('procedure', 'interpretation', 'faq', 'handbook', 'announcement')),
                    title TEXT NOT NULL CHECK (title <> ''),
                    state TEXT NOT NULL CHECK (state IN ('current', 'superseded', 'retired')),
                    owner TEXT NOT NULL CHECK (owner <> ''),
                    unit TEXT NOT NULL,
                    isPublic INTEGER NOT NULL CHECK (isPublic IN (0, 1)),
                    lawAsOf TEXT NOT NULL,
                    reviewedOn TEXT NOT NULL,
                    reviewedBy TEXT NOT NULL,
                    reviewOn TEXT NOT NULL CHECK (reviewOn > reviewedOn),
                    plainText TEXT NOT NULL,
                    currentRevisionID INTEGER NOT NULL
                        REFERENCES pageRevision (id) DEFERRABLE INITIALLY DEFERRED
                ) STRICT;
                CREATE INDEX pageReview ON page (state, reviewOn);

                CREATE TABLE pageRevision (
                    id INTEGER PRIMARY KEY,
                    pageID INTEGER NOT NULL REFERENCES page (id) DEFERRABLE INITIALLY DEFERRED,
                    number INTEGER NOT NULL CHECK (number >= 1),
                    source TEXT NOT NULL CHECK (source <> ''),
                    author TEXT NOT NULL CHECK (author <> ''),
                    reason TEXT NOT NULL,
                    savedAt TEXT NOT NULL,
                    UNIQUE (pageID, number)
                ) STRICT;
                CREATE TRIGGER pageRevisionStays BEFORE UPDATE ON pageRevision
                BEGIN SELECT RAISE (ABORT, 'a page revision never changes'); END;
                CREATE TRIGGER pageRevisionRemains BEFORE DELETE ON pageRevision
                BEGIN SELECT RAISE (ABORT, 'a page revision is never deleted'); END;

                CREATE TABLE pageFacet (
                    pageID INTEGER NOT NULL REFERENCES page (id),
                    facet TEXT NOT NULL CHECK (facet IN ('subject', 'policy', 'service', 'audience')),
                    value TEXT NOT NULL CHECK (value <> ''),
                    PRIMARY KEY (pageID, facet, value)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX pageFacetValue ON pageFacet (facet, value);

                CREATE TABLE pageCitation (
                    pageID INTEGER NOT NULL REFERENCES page (id),
                    position INTEGER NOT NULL CHECK (position >= 1),
                    passage TEXT NOT NULL CHECK (passage <> ''),
                    pcode TEXT NOT NULL CHECK (pcode <> ''),
                    PRIMARY KEY (pageID, position)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX pageCitationStatute ON pageCitation (pcode);

                CREATE TABLE pageLink (
                    pageID INTEGER NOT NULL REFERENCES page (id),
                    target TEXT NOT NULL CHECK (target <> ''),
                    PRIMARY KEY (pageID, target)
                ) STRICT, WITHOUT ROWID;
                CREATE INDEX pageLinkTarget ON pageLink (target);

                CREATE VIRTUAL TABLE pageText USING fts5 (title, headings, body,
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");

                CREATE TABLE pageDraft (
                    employeeID INTEGER NOT NULL REFERENCES employee (id),
                    key TEXT NOT NULL CHECK (key <> ''),
                    pageID INTEGER REFERENCES page (id),
                    baseNumber INTEGER NOT NULL CHECK (baseNumber >= 0),
                    fields TEXT NOT NULL CHECK (json_valid(fields)),
                    updatedAt TEXT NOT NULL,
                    PRIMARY KEY (employeeID, key)
                ) STRICT, WITHOUT ROWID;
                CREATE UNIQUE INDEX pageDraftOfPage ON pageDraft (employeeID, pageID) WHERE pageID IS NOT NULL;
                """),
        Migration(
            name: "2026-11-30 notice when pages that rest on the law change",
            sql: """
                CREATE TRIGGER workPageIsRevised AFTER INSERT ON pageRevision
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                CREATE TRIGGER workPageChanges
                AFTER UPDATE OF state, lawAsOf, reviewedOn, currentRevisionID ON page
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'works'; END;
                """),
        Migration(
            name: "2026-11-30 keep drafts of pages with all others",
            sql: """
                INSERT INTO draft (employeeID, kind, subject, base, fields, updatedAt)
                SELECT employeeID, 'page', key, baseNumber, fields, updatedAt FROM pageDraft;
                DROP TABLE pageDraft;
                """),
        Migration(
            name: "2026-11-30 count the generations of pages",
            counting: .pages, rowsOf: ["page"]),
        Migration(
            name: "2026-11-30 keep the words of public pages apart",
            sql: """
                CREATE VIRTUAL TABLE publicPageText USING fts5 (title, headings, body,
                    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'");
                INSERT INTO publicPageText (rowid, title, headings, body)
                SELECT pageText.rowid, pageText.title, headings, body FROM pageText
                JOIN page ON page.id = pageText.rowid WHERE isPublic AND state = 'current';
                """),
        Migration(
            name: "2026-11-30 find pages by more variants of characters",
            sql: """
                CREATE TABLE foldedPage AS
                WITH RECURSIVE variant (written, common) AS (VALUES (
                        '髙ㄧ値鋭呉郞産硏歩毎徳顚飮鄕尙吿両衆窓曽増収歴絶僞緖録嶋寳珎寗濶欵畧桟脇槪栢恵愼麫竝熈敍㑹廻囘効勅幷爕亀凃焔艶氷劵穂緜舗嫺邨',
                        '高一值锐吴郎产研步每德颠饮乡尚告两众窗曾增收历绝伪绪录岛宝珍宁阔款略栈胁概柏惠慎面并熙叙会回回效敕并燮龟涂焰艳冰券穗绵铺娴村')),
                    folded (id, place, title, headings, body) AS (
                        SELECT rowid, 1, title, headings, body FROM pageText, variant
                        WHERE title || headings || body GLOB '*[' || written || ']*'
                        UNION ALL SELECT id, place + 1, replace(title, substr(written, place, 1), substr(common, place, 1)),
                            replace(headings, substr(written, place, 1), substr(common, place, 1)),
                            replace(body, substr(written, place, 1), substr(common, place, 1))
                        FROM folded, variant WHERE place <= length(written))
                SELECT id, title, headings, body FROM folded, variant WHERE place > length(written);
                DELETE FROM pageText WHERE rowid IN (SELECT id FROM foldedPage);
                INSERT INTO pageText (rowid, title, headings, body) SELECT * FROM foldedPage;
                DELETE FROM foldedPage WHERE id NOT IN (SELECT rowid FROM publicPageText);
                DELETE FROM publicPageText WHERE rowid IN (SELECT id FROM foldedPage);
                INSERT INTO publicPageText (rowid, title, headings, body) SELECT * FROM foldedPage;
                DROP TABLE foldedPage;
                """),
        Migration(
            name: "2026-12-01 derive the plain text of pages again, with the office's answers",
            sql: """
                CREATE TABLE pageToIndex (pageID INTEGER PRIMARY KEY REFERENCES page (id)) STRICT;
                INSERT INTO pageToIndex (pageID) SELECT id FROM page;
                """),
    ]

    static let invariants = [
        Invariant(
            violation: "條目的現行版本不是它自己最新的版本",
            sql: """
                SELECT page.code FROM page
                LEFT JOIN pageRevision AS revision ON revision.id = page.currentRevisionID
                WHERE revision.pageID IS NOT page.id
                    OR EXISTS (SELECT * FROM pageRevision AS later
                        WHERE later.pageID = page.id AND later.number > revision.number)
                """),
        Invariant(
            violation: "條目不在搜尋索引裡",
            sql: "SELECT code FROM page WHERE NOT EXISTS (SELECT * FROM pageText WHERE pageText.rowid = page.id)"),
        Invariant(
            violation: "民眾的搜尋索引與公開的條目不符",
            sql: """
                SELECT code FROM page
                LEFT JOIN pageText AS every ON every.rowid = page.id
                LEFT JOIN publicPageText AS open ON open.rowid = page.id
                WHERE (isPublic AND state = 'current') <> (open.rowid IS NOT NULL)
                    OR open.rowid IS NOT NULL AND (open.title, open.headings, open.body)
                        IS NOT (every.title, every.headings, every.body)
                UNION ALL SELECT rowid FROM publicPageText
                WHERE NOT EXISTS (SELECT * FROM page WHERE page.id = publicPageText.rowid)
                """),
        Invariant(
            violation: "搜尋索引裡有不存在的條目",
            sql: "SELECT rowid FROM pageText WHERE NOT EXISTS (SELECT * FROM page WHERE page.id = pageText.rowid)"),
    ]
}
