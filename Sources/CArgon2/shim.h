#include <argon2.h>
#include <malloc.h>

/* A hash takes 19 MiB: blocks of this size go back to the system when they are freed, also after many of them, when the
   library would begin to keep them. */
static inline void huxue_return_large_blocks(void) { mallopt(M_MMAP_THRESHOLD, 4 << 20); }
