/* Work in a forked process. See worker.h. */
#include "solve/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/child_exit.h"
#include "base/clock.h"
#include "orefolio/memory.h"
#include "solve/lp/lp.h"

/* The mutable globals of this room: a handler can reach nothing else. */
static volatile sig_atomic_t interrupts; /* signals so far */
static volatile sig_atomic_t is_held;    /* they are counted */
static bool is_watched;                  /* for the life of the program */

/* What workers failed of: the first since it was last asked. */
static struct {
    ore_status status;
    char why[120];
    bool is_old; /* asked for */
} trouble;

enum { WATCHED = 4 };

static const int watched[WATCHED] = {SIGINT, SIGTERM, SIGHUP, SIGXCPU};
static struct sigaction before[WATCHED];

/* A terminal that is closed and a limit of processor time send their signal
 * more than once: that is no second wish. */
static void on_signal(int number)
{
    static const char said[] =
        "\norefolio: stopped; what was not finished is not written\n";

    if (!is_held) {
        if (write(STDERR_FILENO, said, sizeof said - 1) < 0) {
            _exit(ORE_NO_ANSWER);
        }
        _exit(ORE_NO_ANSWER);
    }
    if (interrupts > 0 && number != SIGHUP && number != SIGXCPU) {
        _exit(ORE_STOPPED_AT_ONCE);
    }
    interrupts = 1;
}

/* What is ignored stays so: nohup, and jobs in the background of a script. */
static void install(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};

    sigemptyset(&action.sa_mask);
    for (int i = 0; i < WATCHED; i++) {
        sigaddset(&action.sa_mask, watched[i]);
    }
    for (int i = 0; i < WATCHED; i++) {
        sigaction(watched[i], NULL, &before[i]);
        if (before[i].sa_handler != SIG_IGN) {
            sigaction(watched[i], &action, NULL);
        }
    }
}

void ore_interrupts_watch(void)
{
    is_watched = true;
    /* Where it is ignored, nobody is told how a worker ended. */
    signal(SIGCHLD, SIG_DFL);
    install();
}

bool ore_interrupts_begin(void)
{
    if (is_held) {
        return false;
    }
    is_held = 1;
    if (is_watched) {
        /* Whoever reads our standard output may go when Ctrl-C is pressed. */
        signal(SIGPIPE, SIG_IGN);
        return false;
    }
    interrupts = 0;
    install();
    return true;
}

void ore_interrupts_end(bool is_outermost)
{
    for (int i = 0; is_outermost && i < WATCHED; i++) {
        sigaction(watched[i], &before[i], NULL);
    }
    if (is_outermost) {
        is_held = 0;
    }
}

bool ore_interrupted(void)
{
    return interrupts > 0;
}

static void on_stop(int number)
{
    (void)number;
    interrupts = 1;
}

void ore_worker_stop(int pid)
{
    kill(pid, SIGUSR1);
}

ore_status ore_worker_trouble(const char **why)
{
    const ore_status status = trouble.is_old ? ORE_OK : trouble.status;

    trouble.is_old = true;
    *why = trouble.why;
    return status;
}

bool ore_workers_failed(void)
{
    return trouble.status != ORE_OK;
}

ore_worker_past ore_workers_past(void)
{
    return (ore_worker_past){ore_workers_failed(), ore_interrupted()};
}

void ore_workers_adopt(ore_worker_past past)
{
    if (past.failed && trouble.status == ORE_OK) {
        trouble.status = ORE_INTERNAL;
        trouble.is_old = true;
    }
    if (past.interrupted) {
        interrupts = 1;
    }
}

static ore_worker_end fail(ore_status status, const char *what, const char *how)
{
    if (trouble.status == ORE_OK || trouble.is_old) {
        trouble.status = status;
        trouble.is_old = false;
        (void)snprintf(trouble.why, sizeof trouble.why, "%s%s", what, how);
    }
    return ORE_WORKER_CRASHED;
}

ore_worker_end ore_worker_fault(int fault, const char *what)
{
    return fail(fault == ENOMEM ? ORE_NO_MEMORY : ORE_INTERNAL, what,
                strerror(fault));
}

void ore_send_bytes(int pipe, const void *bytes, size_t size)
{
    const char *at = bytes;

    while (size > 0) {
        const ssize_t sent = write(pipe, at, size);

        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent <= 0) {
            ore_exit_child(ORE_INTERNAL);
        }
        at += sent;
        size -= (size_t)sent;
    }
}

void ore_send(int pipe, const ore_message *message, const double *doubles)
{
    ore_send_bytes(pipe, message, sizeof *message);
    if (message->count > 0) {
        ore_send_bytes(pipe, doubles, (size_t)message->count * sizeof *doubles);
    }
}

static void begin_child(void)
{
    const struct rlimit none = {0, 0};

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setrlimit(RLIMIT_CORE, &none);
    /* Signals of a terminal or a batch system reach all processes of a group:
     * the parent decides, and kills this one. */
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGXCPU, SIG_DFL);
    signal(SIGPIPE, SIG_DFL);
    /* A library that aborts prints first; that is the parent's to explain. */
    const int quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (quiet < 0 || dup2(quiet, STDOUT_FILENO) < 0) {
        ore_exit_child(ORE_INTERNAL);
    }
}

int ore_worker_fork(void)
{
    const struct sigaction action = {.sa_handler = on_stop,
                                     .sa_flags = SA_RESTART};
    sigset_t stop, before_it;

    /* A process that is asked before it listens is asked all the same. */
    sigemptyset(&stop);
    sigaddset(&stop, SIGUSR1);
    sigprocmask(SIG_BLOCK, &stop, &before_it);
    const pid_t pid = fork();

    if (pid == 0) {
        begin_child();
        sigaction(SIGUSR1, &action, NULL);
    }
    sigprocmask(SIG_SETMASK, &before_it, NULL);
    return pid;
}

static void be_child(const ore_worker *child, int pipe)
{
    begin_child();
    signal(SIGUSR1, SIG_DFL);
    child->work(child->data, pipe);
    ore_exit_child(0);
}

/* Bytes of the pipe, gathered into messages. */
typedef struct inbox {
    char *bytes;
    size_t used, room;
} inbox;

static size_t message_size(const inbox *bounds)
{
    const ore_message *message = (const void *)bounds->bytes;

    return sizeof *message + (size_t)message->count * sizeof(double);
}

static void hear_all(const ore_worker *child, inbox *bounds)
{
    while (bounds->used >= sizeof(ore_message) &&
           bounds->used >= message_size(bounds)) {
        const size_t size = message_size(bounds);
        const ore_message *message = (const void *)bounds->bytes;

        child->receive(child->listener, message, (const void *)(message + 1));
        bounds->used -= size;
        for (size_t i = 0; i < bounds->used; i++) {
            bounds->bytes[i] = bounds->bytes[size + i];
        }
    }
}

/* One read of what is there; false at the end of the pipe, or where it fails:
 * then errno is not 0. */
static bool take(const ore_worker *child, inbox *bounds, int pipe)
{
    if (bounds->room - bounds->used < 65536) {
        bounds->room = 2 * bounds->room + 65536;
        bounds->bytes = ore_resize(bounds->bytes, (int)bounds->room, 1);
    }
    const ssize_t got =
        read(pipe, bounds->bytes + bounds->used, bounds->room - bounds->used);

    if (got < 0) {
        return errno == EINTR || errno == EAGAIN;
    }
    bounds->used += (size_t)got;
    hear_all(child, bounds);
    errno = 0;
    return got > 0;
}

ore_worker_end ore_worker_judge(int status)
{
    char number[32];

    if (WIFEXITED(status) && WEXITSTATUS(status) == ORE_OK) {
        return ORE_WORKER_DONE;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == ORE_NO_MEMORY) {
        return fail(ORE_NO_MEMORY, "out of memory", "");
    }
    if (WIFSIGNALED(status)) {
        (void)snprintf(number, sizeof number, "%d", WTERMSIG(status));
        return fail(ORE_INTERNAL,
                    WTERMSIG(status) == SIGKILL
                        ? "it was killed, as the system does where memory is "
                          "short: signal "
                        : "it was ended by signal ",
                    number);
    }
    (void)snprintf(number, sizeof number, "%d", WEXITSTATUS(status));
    return fail(ORE_INTERNAL, "it ended with code ", number);
}

static ore_worker_end listen_to(const ore_worker *child, int pipe, pid_t pid)
{
    inbox bounds = {0};
    ore_worker_end end = ORE_WORKER_DONE;
    int status = 0;

    for (;;) {
        struct pollfd wait_for = {.fd = pipe, .events = POLLIN};
        const double left_s = child->deadline_s - ore_now_s();

        if (left_s <= 0.0 || interrupts > 0) {
            kill(pid, SIGKILL);
            end = ORE_WORKER_STOPPED;
            /* What it had told before is still in the pipe. */
            while (take(child, &bounds, pipe)) {
            }
            break;
        }
        const int ready =
            poll(&wait_for, 1, left_s < 0.2 ? 1 + (int)(1e3 * left_s) : 200);

        if (ready < 0 && errno != EINTR) {
            end = ore_worker_fault(errno, "its pipe is not to be heard: ");
        } else if (ready > 0 && !take(child, &bounds, pipe)) {
            end =
                errno == 0 ? end : ore_worker_fault(errno, "its pipe broke: ");
            break;
        }
        if (end == ORE_WORKER_CRASHED) {
            break;
        }
        if (child->tick) {
            child->tick(child->listener);
        }
    }
    if (end == ORE_WORKER_CRASHED) {
        kill(pid, SIGKILL);
    }
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    free(bounds.bytes);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
        interrupts = 1;
        end = ORE_WORKER_STOPPED;
    }
    return end == ORE_WORKER_DONE ? ore_worker_judge(status) : end;
}

ore_worker_end ore_worker_run(const ore_worker *child)
{
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0) {
        return ore_worker_fault(errno, "it has no pipe: ");
    }
    const pid_t pid = fork();

    if (pid == 0) {
        close(ends[0]);
        be_child(child, ends[1]);
    }
    const int fault = errno;

    close(ends[1]);
    const ore_worker_end end =
        pid < 0 ? ore_worker_fault(fault, "it could not be started: ")
                : listen_to(child, ends[0], pid);

    close(ends[0]);
    return end;
}
