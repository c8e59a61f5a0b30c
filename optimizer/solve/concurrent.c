/* See concurrent.h. */
#include "solve/concurrent.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child_exit.h"
#include "orefolio/memory.h"

/* In memory that all workers share. */
typedef struct board {
    pthread_mutex_t lock;
    double value; /* sign × value of the best portfolio */
    double point[];
} board;

struct ore_concurrent {
    board *board;
    size_t board_size;
    int n_cols;
    pid_t *helpers; /* [n] */
    int n;
};

/* A process that is killed with the lock in hand must not stop the others; it
 * may leave half a point, which is tried like any other. */
static void lock(board *b)
{
    if (pthread_mutex_lock(&b->lock) == EOWNERDEAD) {
        pthread_mutex_consistent(&b->lock);
    }
}

static board *board_new(size_t size)
{
    pthread_mutexattr_t how;
    board *b = mmap(NULL, size, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (b == MAP_FAILED) {
        return NULL;
    }
    pthread_mutexattr_init(&how);
    pthread_mutexattr_setpshared(&how, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&how, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&b->lock, &how);
    pthread_mutexattr_destroy(&how);
    b->value = HUGE_VAL;
    return b;
}

/* A search with fewer workers is a search all the same, but no longer the one
 * that was asked for. */
static void warn(int missing, int asked, const char *why)
{
    if (missing > 0) {
        fprintf(stderr,
                "orefolio: warning: %d of %d helpers of --jobs do not search: "
                "%s\n",
                missing, asked, why);
    }
}

/* A worker's life: it ends with its parent at the latest. */
static void run_worker(const ore_concurrent_work *work, int number)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    work->run(work->data, number);
    ore_exit_child(0);
}

ore_concurrent *ore_concurrent_new(int n, int n_cols,
                                   const ore_concurrent_work *work)
{
    const size_t size = sizeof(board) + (size_t)n_cols * sizeof(double);
    board *shared = n > 0 ? board_new(size) : NULL;
    int fault = errno;

    if (!shared) {
        warn(n, n, strerror(fault));
        return NULL;
    }
    ore_concurrent *workers = ore_alloc(1, sizeof *workers);

    *workers =
        (ore_concurrent){.board = shared, .board_size = size, .n_cols = n_cols};
    workers->helpers = ore_alloc(n, sizeof *workers->helpers);
    work->begin(work->data, workers);
    for (int i = 0; i < n; i++) {
        const pid_t pid = fork();

        if (pid == 0) {
            run_worker(work, i + 1);
        }
        if (pid > 0) {
            workers->helpers[workers->n++] = pid;
        } else {
            fault = errno;
        }
    }
    warn(n - workers->n, n, strerror(fault));
    return workers;
}

double *ore_concurrent_exchange(ore_concurrent *workers, double value,
                                const double *point, double cutoff)
{
    double *better = NULL;

    if (!workers) {
        return NULL;
    }
    board *b = workers->board;
    const size_t size = (size_t)workers->n_cols * sizeof(double);

    lock(b);
    if (value < b->value) {
        b->value = value;
        memcpy(b->point, point, size);
    } else if (b->value < cutoff) {
        better = ore_alloc(workers->n_cols, sizeof *better);
        memcpy(better, b->point, size);
    }
    pthread_mutex_unlock(&b->lock);
    return better;
}

int ore_concurrent_count(const ore_concurrent *workers)
{
    return workers ? workers->n : 0;
}

bool ore_concurrent_has_lost(const ore_concurrent *workers)
{
    for (int i = 0; workers && i < workers->n; i++) {
        siginfo_t info = {0};

        if (waitid(P_PID, (id_t)workers->helpers[i], &info,
                   WEXITED | WNOHANG | WNOWAIT) == 0 &&
            info.si_pid != 0 &&
            (info.si_code != CLD_EXITED || info.si_status != ORE_OK)) {
            return true;
        }
    }
    return false;
}

void ore_concurrent_end(ore_concurrent *workers)
{
    int n_broken = 0;

    if (!workers) {
        return;
    }
    for (int i = 0; i < workers->n; i++) {
        int status = 0;

        kill(workers->helpers[i], SIGKILL);
        while (waitpid(workers->helpers[i], &status, 0) < 0 && errno == EINTR) {
        }
        n_broken += WIFEXITED(status) ? WEXITSTATUS(status) != ORE_OK
                                      : WTERMSIG(status) != SIGKILL;
    }
    warn(n_broken, workers->n, "they broke down");
    munmap(workers->board, workers->board_size);
    free(workers->helpers);
    free(workers);
}
