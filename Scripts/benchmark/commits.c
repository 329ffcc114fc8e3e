/* Raw SQLite: one-row transactions one after another, WAL, synchronous=FULL, no checkpoint in between but every
   thousand. Usage: commits DATABASE SECONDS. Prints commits per second. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void check(sqlite3 *db, int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) {
        fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
        exit(1);
    }
}

int main(int count, char **words) {
    if (count != 3) return 64;
    sqlite3 *db;
    sqlite3_stmt *insert;
    check(NULL, sqlite3_open(words[1], &db));
    check(db, sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000;"
                               "CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, chosen INTEGER, savedAt TEXT)",
                           NULL, NULL, NULL));
    check(db, sqlite3_prepare_v2(db, "INSERT INTO answer (chosen, savedAt) VALUES (?, '2026-11-21T06:03:22.123Z')", -1,
                                 &insert, NULL));
    double begin = now(), end = begin + atof(words[2]);
    long commits = 0;
    while (now() < end) {
        check(db, sqlite3_bind_int64(insert, 1, commits));
        check(db, sqlite3_step(insert));
        check(db, sqlite3_reset(insert));
        commits++;
    }
    printf("%.0f\n", commits / (now() - begin));
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return 0;
}
