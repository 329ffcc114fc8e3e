import Testing

@testable import Huxue

struct GenerationSchemaTests {
    @Test func `the SQL of a migration that counts stays as it was shipped`() {
        let migration = Migration(name: "2026-11-30 count pages", counting: .pages, rowsOf: ["page"])
        #expect(
            migration.sql == """
                INSERT INTO generation (name, value) VALUES ('pages', 1);
                CREATE TRIGGER pagesCount_page_INSERT AFTER INSERT ON page
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'pages'; END;
                CREATE TRIGGER pagesCount_page_UPDATE AFTER UPDATE ON page
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'pages'; END;
                CREATE TRIGGER pagesCount_page_DELETE AFTER DELETE ON page
                BEGIN UPDATE generation SET value = value + 1 WHERE name = 'pages'; END;
                """)
    }
}
