#include <sqlite3.h>

// sqlite3_db_config is variadic, which Swift cannot call.
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
