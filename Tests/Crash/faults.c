/* LD_PRELOAD: lets writes or fsyncs of the data folder fail, from the n-th on, once armed.
 *
 * FAULTS names a file of four words: "write" or "sync", how many calls still succeed, how many fail then, and the errno.
 * It is read again whenever it changes; while it is missing or empty all calls succeed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct timespec read_at;
static char what[8];
static long spared, failing;
static int code;

/* The plan is kept beside the data, so that reading it is no call that could fail. */
static void read_plan(void) {
    const char *path = getenv("FAULTS");
    struct stat facts;
    if (!path || stat(path, &facts) != 0) { failing = 0; return; }
    if (facts.st_mtim.tv_sec == read_at.tv_sec && facts.st_mtim.tv_nsec == read_at.tv_nsec) return;
    read_at = facts.st_mtim;
    failing = 0;
    FILE *file = fopen(path, "r");
    if (!file) return;
    if (fscanf(file, "%7s %ld %ld %d", what, &spared, &failing, &code) != 4) failing = 0;
    fclose(file);
}

static int is_data(int descriptor) {
    const char *folder = getenv("FAULTS_FOLDER");
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0 || !folder) return 0;
    path[length] = 0;
    size_t prefix = strlen(folder);
    return strncmp(path, folder, prefix) == 0 && path[prefix] == '/' && !strstr(path, "-shm");
}

/* Whether this call fails; errno is set then. */
static int fails(const char *kind, int descriptor) {
    int failed = 0;
    pthread_mutex_lock(&lock);
    read_plan();
    if (failing > 0 && strcmp(kind, what) == 0 && is_data(descriptor)) {
        if (spared > 0) spared--;
        else { failing--; failed = 1; }
    }
    pthread_mutex_unlock(&lock);
    if (failed) errno = code;
    return failed;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    return fails("write", file) ? -1 : real(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    return fails("write", file) ? -1 : real(file, bytes, count, place);
}

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(ssize_t, write, int, const void *, size_t);
    return fails("write", file) ? -1 : real(file, bytes, count);
}

int fsync(int file) {
    REAL(int, fsync, int);
    return fails("sync", file) ? -1 : real(file);
}

int fdatasync(int file) {
    REAL(int, fdatasync, int);
    return fails("sync", file) ? -1 : real(file);
}
