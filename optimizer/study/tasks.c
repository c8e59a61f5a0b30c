/* See tasks.h. A task's process sends frames: progress of its search, and at
 * last the reply. */
#include "study/tasks.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child_exit.h"
#include "base/clock.h"
#include "orefolio/memory.h"
#include "orefolio/messages.h"
#include "solve/worker.h"

/* What heads a frame; `progress` is there unless it is the reply, the bytes of
 * which follow. */
typedef struct frame {
    bool is_reply;
    ore_worker_past past; /* of the reply */
    size_t size;
    const void *round;
    ore_progress progress;
} frame;

/* A task that is running, and what it has sent so far. */
typedef struct running {
    int i;
    pid_t pid;
    int pipe;
    double start_s;
    ore_pack heard;
} running;

typedef struct team {
    ore_tasks *tasks;
    running *members; /* [tasks->jobs], the first n in use, in order of i */
    int n;
    int next; /* task to begin */
    int n_done, n_left_out;
    double done_s; /* what those that are done took, added up */
    bool is_stopping;
} team;

/* Of a task's process: where it sends its frames. */
static int to_parent = -1;

static void send_progress(const void *round, const ore_progress *progress)
{
    if (progress) {
        const frame head = {.round = round, .progress = *progress};

        ore_send_bytes(to_parent, &head, sizeof head);
    }
}

void ore_tasks_watch(ore_solve_settings *settings)
{
    settings->on_progress = settings->on_progress ? send_progress : NULL;
}

static void be_task(const ore_tasks *tasks, int i, int pipe)
{
    ore_pack reply = {0};

    to_parent = pipe;
    tasks->work(tasks->data, i, &reply);
    const frame head = {
        .is_reply = true, .past = ore_workers_past(), .size = reply.used};

    ore_send_bytes(to_parent, &head, sizeof head);
    ore_send_bytes(to_parent, reply.bytes, reply.used);
    ore_exit_child(0);
}

/* A task without a process is taken at once. */
static void start(team *t, int i)
{
    ore_tasks *tasks = t->tasks;
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0) {
        (void)ore_worker_fault(errno, "it has no pipe: ");
        tasks->take(tasks->data, i, NULL);
        return;
    }
    const pid_t pid = ore_worker_fork();

    if (pid == 0) {
        close(ends[0]);
        be_task(tasks, i, ends[1]);
    }
    const int fault = errno;

    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        (void)ore_worker_fault(fault, "it could not be started: ");
        tasks->take(tasks->data, i, NULL);
        return;
    }
    t->members[t->n++] =
        (running){.i = i, .pid = pid, .pipe = ends[0], .start_s = ore_now_s()};
}

static void start_some(team *t)
{
    ore_tasks *tasks = t->tasks;

    while (t->n < tasks->jobs && t->next < tasks->n && !tasks->is_over &&
           !ore_interrupted()) {
        const int i = t->next++;

        if (!tasks->begin || tasks->begin(tasks->data, i)) {
            start(t, i);
        } else {
            t->n_left_out++;
        }
    }
}

static void show(const team *t, const char *line)
{
    if (t->tasks->watch && t->tasks->watch->show) {
        t->tasks->watch->show(line);
    }
}

/* "12 of 40 points, perhaps 85 s left"; the caller frees. */
static char *standing(const team *t)
{
    const int n_left = t->tasks->n - t->n_left_out - t->n_done;
    char *left =
        t->n_done > 0
            ? ore_print(_(", perhaps %.0f s left"),
                        ceil(t->done_s / t->n_done * n_left / t->tasks->jobs))
            : ore_copy("");
    char *line =
        ore_print(_("%d of %d %s%s"), t->n_done, t->tasks->n - t->n_left_out,
                  _(t->tasks->what), left);

    free(left);
    return line;
}

static void tell_standing(const team *t)
{
    char *line = standing(t);

    show(t, t->n > 0 || t->next < t->tasks->n ? line : "");
    free(line);
}

/* The search of the first of those that are running goes on the line. */
static void tell_search(const team *t, const running *member, const frame *head)
{
    const ore_study_watch *watch = t->tasks->watch;

    if (member != t->members || !watch || !watch->on_progress) {
        return;
    }
    char *line = standing(t);
    ore_progress progress = head->progress;

    progress.study = line;
    watch->on_progress(head->round, &progress);
    free(line);
}

/* Whether the reply is there in full, at heard.at. Progress before it is shown
 * and forgotten. */
static bool has_reply(const team *t, running *member, frame *head)
{
    ore_pack *heard = &member->heard;

    while (heard->used - heard->at >= sizeof *head) {
        memcpy(head, heard->bytes + heard->at, sizeof *head);
        if (head->is_reply) {
            return heard->used - heard->at - sizeof *head == head->size;
        }
        heard->at += sizeof *head;
        tell_search(t, member, head);
    }
    return false;
}

/* The member's process has ended: its reply is taken. */
static void finish(team *t, int m, bool is_taken)
{
    ore_tasks *tasks = t->tasks;
    running member = t->members[m];
    frame head = {0};
    const bool is_told = has_reply(t, &member, &head);
    int status = 0;

    close(member.pipe);
    while (waitpid(member.pid, &status, 0) < 0 && errno == EINTR) {
    }
    for (int k = m + 1; k < t->n; k++) {
        t->members[k - 1] = t->members[k];
    }
    t->n--;
    t->n_done++;
    t->done_s += ore_now_s() - member.start_s;
    if (is_taken && is_told) {
        member.heard.at += sizeof head;
        ore_workers_adopt(head.past);
        tasks->take(tasks->data, member.i, &member.heard);
    } else if (is_taken) {
        if (!ore_interrupted()) {
            (void)ore_worker_judge(status);
        }
        tasks->take(tasks->data, member.i, NULL);
    }
    ore_pack_clear(&member.heard);
}

/* What the member's process has sent; false at its end. */
static bool hear(const team *t, running *member)
{
    char bytes[65536];
    const ssize_t got = read(member->pipe, bytes, sizeof bytes);
    frame head;

    if (got < 0) {
        return errno == EINTR || errno == EAGAIN;
    }
    ore_pack_bytes(&member->heard, bytes, (size_t)got);
    (void)has_reply(t, member, &head);
    return got > 0;
}

static void hear_some(team *t)
{
    struct pollfd *ears = ore_alloc(t->n, sizeof *ears);

    for (int m = 0; m < t->n; m++) {
        ears[m] = (struct pollfd){.fd = t->members[m].pipe, .events = POLLIN};
    }
    const int ready = poll(ears, (nfds_t)t->n, 200);

    for (int m = t->n - 1; m >= 0 && ready > 0; m--) {
        if (ears[m].revents && !hear(t, &t->members[m])) {
            finish(t, m, !t->tasks->is_over);
            tell_standing(t);
        }
    }
    free(ears);
}

static void stop_all(team *t)
{
    for (int m = 0; m < t->n; m++) {
        if (t->tasks->is_over) {
            kill(t->members[m].pid, SIGKILL);
        } else if (!t->is_stopping) {
            ore_worker_stop(t->members[m].pid);
        }
    }
    t->is_stopping = true;
}

void ore_tasks_run(ore_tasks *tasks)
{
    team t = {.tasks = tasks,
              .members = ore_alloc(tasks->jobs, sizeof *t.members)};
    const bool is_outermost = ore_interrupts_begin();

    start_some(&t);
    tell_standing(&t);
    while (t.n > 0) {
        hear_some(&t);
        if (tasks->is_over || ore_interrupted()) {
            stop_all(&t);
        }
        start_some(&t);
    }
    show(&t, "");
    ore_interrupts_end(is_outermost);
    free(t.members);
}

double ore_tasks_share_s(double left_s, int n, int jobs)
{
    return left_s * fmin(n, jobs) / n;
}
