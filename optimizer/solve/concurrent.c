/* See team.h. */
#include "solve/concurrent.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
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

/* In memory that all processes of the team share. */
typedef struct board {
    pthread_mutex_t lock;
    double value; /* sign × value of the best portfolio */
    double point[];
} board;

struct ore_team {
    board *board;
    size_t board_size;
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

/* A search with fewer helpers is a search all the same, but no longer the one
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

/* A helper's life: a dive of its own, then neighbourhoods until it is ended. */
static void help(ore_stage *stage, int number)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    /* What it finds goes on the board, and the search tells. */
    close(stage->pipe);
    stage->pipe = open("/dev/null", O_WRONLY | O_CLOEXEC);
    stage->random[1] = (unsigned short)(stage->random[1] + number);
    ore_dive(stage);
    if (isfinite(stage->best)) {
        ore_neighbourhoods(stage, INT_MAX, stage->deadline_s);
    }
    ore_exit_child(0);
}

void ore_team_start(ore_stage *stage)
{
    const int n = stage->search->jobs - 1;
    const size_t size =
        sizeof(board) + (size_t)stage->model->n_cols * sizeof(double);
    board *shared = n > 0 ? board_new(size) : NULL;
    int fault = errno;

    if (!shared) {
        warn(n, n, strerror(fault));
        return;
    }
    stage->team = ore_alloc(1, sizeof *stage->team);
    *stage->team = (struct ore_team){.board = shared, .board_size = size};
    stage->team->helpers = ore_alloc(n, sizeof *stage->team->helpers);
    ore_team_share(stage);
    for (int i = 0; i < n; i++) {
        const pid_t pid = fork();

        if (pid == 0) {
            help(stage, i + 1);
        }
        if (pid > 0) {
            stage->team->helpers[stage->team->n++] = pid;
        } else {
            fault = errno;
        }
    }
    warn(n - stage->team->n, n, strerror(fault));
}

void ore_team_share(ore_stage *stage)
{
    board *b = stage->team ? stage->team->board : NULL;
    const size_t size = (size_t)stage->model->n_cols * sizeof(double);
    double *better = NULL;

    if (!b) {
        return;
    }
    lock(b);
    if (stage->best < b->value) {
        b->value = stage->best;
        memcpy(b->point, stage->point, size);
    } else if (b->value < ore_stage_cutoff(stage)) {
        better = ore_alloc(stage->model->n_cols, sizeof *better);
        memcpy(better, b->point, size);
    }
    pthread_mutex_unlock(&b->lock);
    if (better) {
        (void)ore_stage_try(stage, better);
        free(better);
    }
}

void ore_team_end(ore_stage *stage)
{
    struct ore_team *team = stage->team;
    int n_broken = 0;

    if (!team) {
        return;
    }
    for (int i = 0; i < team->n; i++) {
        int status = 0;

        kill(team->helpers[i], SIGKILL);
        while (waitpid(team->helpers[i], &status, 0) < 0 && errno == EINTR) {
        }
        n_broken += WIFEXITED(status) ? WEXITSTATUS(status) != ORE_OK
                                      : WTERMSIG(status) != SIGKILL;
    }
    warn(n_broken, team->n, "they broke down");
    munmap(team->board, team->board_size);
    free(team->helpers);
    free(team);
    stage->team = NULL;
}
