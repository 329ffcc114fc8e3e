#include <sqlite3.h>

// Leaves the count of the memory in use out, for which every allocation of every thread would wait for one lock. Works
// before the first connection is opened; sqlite3_config is variadic, which Swift cannot call.
static inline int huxue_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// sqlite3_db_config is variadic as well.
static inline int huxue_no_checkpoint_on_close(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

// Writes the number of pages in the write-ahead log into *pages after every commit of the connection.
static int huxue_keep_log_pages(void *pages, sqlite3 *connection, const char *name, int count) {
    *(int *)pages = count;
    return SQLITE_OK;
}

static inline void huxue_watch_log(sqlite3 *connection, int *pages) {
    sqlite3_wal_hook(connection, huxue_keep_log_pages, pages);
}

// relevance(table, presence), for tables with the columns title, headings, body: the smaller, the better, as for bm25.
//
// Each phrase counts `presence` wherever it stands, 8 in the title, 4 in the headings, and in the body by how often,
// less in long ones, but never more than 2.2; a title that is nothing but what is looked for counts 16 more, and one
// that is half of it 8. How common a phrase is does not count, which bm25 would read the whole index for.
static void huxue_relevance(
    const Fts5ExtensionApi *index, Fts5Context *row, sqlite3_context *context, int count, sqlite3_value **values) {
    enum { LIMIT = 64, TITLE = 0, HEADINGS = 1 };
    const double saturation = 1.2, share = 0.75, usual = 120;
    const double presence = count > 0 ? sqlite3_value_double(values[0]) : 0;
    int bodies[LIMIT] = {0}, columns[LIMIT] = {0};
    double score = 0;
    int instances = 0, title = 0, size = 0, covered = 0, end = 0, phrases = index->xPhraseCount(row);
    int code = index->xInstCount(row, &instances);
    if (code == SQLITE_OK) code = index->xColumnSize(row, TITLE, &title);
    if (code == SQLITE_OK) code = index->xColumnSize(row, -1, &size);
    for (int each = 0; code == SQLITE_OK && each < instances; each++) {
        int phrase, column, place;
        code = index->xInst(row, each, &phrase, &column, &place);
        if (code != SQLITE_OK) break;
        if (column == TITLE) {
            int until = place + index->xPhraseSize(row, phrase), from = place > end ? place : end;
            if (until > from) { covered += until - from; end = until; }
        }
        if (phrase >= LIMIT) continue;
        if (column <= HEADINGS) columns[phrase] |= 1 << column;
        else bodies[phrase]++;
    }
    if (code != SQLITE_OK) return sqlite3_result_error_code(context, code);
    for (int phrase = 0; phrase < phrases && phrase < LIMIT; phrase++) {
        if (columns[phrase] || bodies[phrase]) score += presence;
        if (columns[phrase] & 1 << TITLE) score += 8;
        if (columns[phrase] & 1 << HEADINGS) score += 4;
        score += bodies[phrase] * (saturation + 1)
            / (bodies[phrase] + saturation * (1 - share + share * size / usual));
    }
    if (title > 0) score += 16.0 * covered / title;
    sqlite3_result_double(context, -score);
}

// Makes relevance() known to the connection's full-text tables.
static inline int huxue_add_relevance(sqlite3 *connection) {
    fts5_api *full_text = 0;
    sqlite3_stmt *statement = 0;
    int code = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, 0);
    if (code != SQLITE_OK) return code;
    sqlite3_bind_pointer(statement, 1, (void *)&full_text, "fts5_api_ptr", 0);
    sqlite3_step(statement);
    code = sqlite3_finalize(statement);
    if (code != SQLITE_OK) return code;
    if (!full_text) return SQLITE_ERROR;
    return full_text->xCreateFunction(full_text, "relevance", 0, huxue_relevance, 0);
}
