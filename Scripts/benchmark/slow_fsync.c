/* LD_PRELOAD: every fsync and fdatasync takes 5 ms longer, as on a disk that is slow to promise. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static void wait_5ms(void) {
    struct timespec t = {0, 5000000};
    nanosleep(&t, NULL);
}

int fsync(int file) {
    static int (*real)(int);
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_5ms();
    return real(file);
}

int fdatasync(int file) {
    static int (*real)(int);
    if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_5ms();
    return real(file);
}
